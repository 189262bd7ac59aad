// Members that end the object and do not ask whether they ran already.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2005;

public class DisposedTwice
{
    [Fact]
    public Task DisposeTwiceNoFlagReadonlyArray() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Frame : IDisposable
        {
            private readonly byte[] _pixels = ArrayPool<byte>.Shared.Rent(64);
            public byte First => _pixels[0];
            public void Dispose() => {|BUF2005:ArrayPool<byte>.Shared.Return(_pixels)|};
        }
        """));

    [Fact]
    public Task DisposeTwiceNoFlagAssignedInConstructor() => Verify.VerifyAnalyzerAsync(Types("""
        public class Packet : IDisposable
        {
            private byte[] _body;
            public Packet(int size) { _body = ArrayPool<byte>.Shared.Rent(size); }
            public void Dispose()
            {
                {|BUF2005:ArrayPool<byte>.Shared.Return(_body)|};
            }
        }
        """));

    [Fact]
    public Task FlagSetButNotTested() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Packet : IDisposable
        {
            private byte[] _body = ArrayPool<byte>.Shared.Rent(64);
            private bool _closed;
            public bool Closed => _closed;
            public void Dispose()
            {
                {|BUF2005:ArrayPool<byte>.Shared.Return(_body)|};
                _closed = true;
            }
        }
        """));

    [Fact]
    public Task FlagTestedButNeverSet() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Packet : IDisposable
        {
            private readonly byte[] _body = ArrayPool<byte>.Shared.Rent(64);
            private bool _closed;
            public void Seal(bool closed) { }
            public void Dispose()
            {
                if (_closed) return;
                {|BUF2005:ArrayPool<byte>.Shared.Return(_body)|};
            }
        }
        """));

    [Fact]
    public Task FlagGuardsTheCheckReturnInFinally() => Verify.VerifyAnalyzerAsync(Types("""
        public class Checked : Stream
        {
            private readonly long[] _counts = ArrayPool<long>.Shared.Rent(256);
            private bool _ended;
            private long _sum;
            protected override void Dispose(bool disposing)
            {
                try
                {
                    if (disposing && !_ended) { _ended = true; if (_sum < 0) throw new InvalidDataException(); }
                }
                finally
                {
                    base.Dispose(disposing);
                    {|BUF2005:ArrayPool<long>.Shared.Return(_counts)|};
                }
            }
            public override bool CanRead => false; public override bool CanSeek => false; public override bool CanWrite => true;
            public override long Length => 0; public override long Position { get; set; }
            public override void Flush() { } public override int Read(byte[] b, int o, int c) => 0;
            public override long Seek(long o, SeekOrigin r) => 0; public override void SetLength(long v) { }
            public override void Write(byte[] b, int o, int c) { for (var i = 0; i < c; i++) { _counts[b[o + i]]++; _sum += b[o + i]; } }
        }
        """));

    [Fact]
    public Task NullTestWithoutClearing() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Text : IDisposable
        {
            private char[] _rented;
            public void Need(int n) { _rented ??= ArrayPool<char>.Shared.Rent(n); }
            public void Dispose()
            {
                if (_rented != null) {|BUF2005:ArrayPool<char>.Shared.Return(_rented)|};
            }
        }
        """));

    [Fact]
    public Task NativePointerTestedNeverClearedFinalizerShares() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Bitmap : IDisposable
        {
            public IntPtr Address { get; private set; } = Marshal.AllocHGlobal(64);
            private void Release()
            {
                if (Address != IntPtr.Zero) {|BUF2005:Marshal.FreeHGlobal(Address)|};
            }
            public void Dispose() { Release(); GC.SuppressFinalize(this); }
            ~Bitmap() => Release();
        }
        """));

    [Fact]
    public Task FinalizerRunsAfterDispose() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed unsafe class Block : IDisposable
        {
            private readonly void* _at = NativeMemory.Alloc(64);
            public void Dispose() => {|BUF2005:NativeMemory.Free(_at)|};
            ~Block() => NativeMemory.Free(_at);
        }
        """));

    [Fact]
    public Task NativeFreeTwiceGetOnlyProperty() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Picture : IDisposable
        {
            public IntPtr Data { get; } = Marshal.AllocHGlobal(100);
            public void Dispose() => {|BUF2005:Marshal.FreeHGlobal(Data)|};
        }
        """));

    [Fact]
    public Task DisposeBoolPatternWithoutFlag() => Verify.VerifyAnalyzerAsync(Types("""
        public class Reader : IDisposable
        {
            private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);
            public void Dispose() { Dispose(true); GC.SuppressFinalize(this); }
            protected virtual void Dispose(bool disposing)
            {
                if (disposing) {|BUF2005:ArrayPool<byte>.Shared.Return(_buffer)|};
            }
        }
        """));

    [Fact]
    public Task StreamDisposeBoolWithoutFlagCloseAndUsing() => Verify.VerifyAnalyzerAsync(Types("""
        public class Tail : MemoryStream
        {
            private readonly byte[] _extra = ArrayPool<byte>.Shared.Rent(64);
            protected override void Dispose(bool disposing)
            {
                if (disposing) {|BUF2005:ArrayPool<byte>.Shared.Return(_extra)|};
                base.Dispose(disposing);
            }
        }
        """));

    [Fact]
    public Task ThroughAPropertyOverTheField() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class View : IDisposable
        {
            private byte[] _bytes = ArrayPool<byte>.Shared.Rent(16);
            private byte[] Bytes => _bytes;
            public void Dispose() => {|BUF2005:ArrayPool<byte>.Shared.Return(Bytes)|};
        }
        """));

    [Fact]
    public Task PartialType() => Verify.VerifyAnalyzerAsync(Types("""
        public partial class Split : IDisposable
        {
            private byte[] _part = ArrayPool<byte>.Shared.Rent(16);
            public void Flush() => {|BUF2005:ArrayPool<byte>.Shared.Return(_part)|};
        }
        public partial class Split
        {
            public void Dispose()
            {
                var part = _part;
                _part = null;
                if (part != null) ArrayPool<byte>.Shared.Return(part);
            }
        }
        """));

    [Fact]
    public Task ExplicitInterfaceMember() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Hidden : IDisposable
        {
            private readonly byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            void IDisposable.Dispose() => {|BUF2005:ArrayPool<byte>.Shared.Return(_b)|};
        }
        """));

    [Fact]
    public Task OwnIMemoryOwnerImplementation() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Owner : IMemoryOwner<byte>
        {
            private readonly byte[] _raw;
            public Owner(int n) { _raw = ArrayPool<byte>.Shared.Rent(n); Memory = _raw; }
            public Memory<byte> Memory { get; }
            public void Dispose() { {|BUF2005:ArrayPool<byte>.Shared.Return(_raw)|}; }
        }
        """));

    [Fact]
    public Task ObjectPoolItemReturnedAndKept() => Verify.VerifyAnalyzerAsync(Types("""
        namespace N {
        public sealed class Job : IDisposable
        {
            private readonly Microsoft.Extensions.ObjectPool.ObjectPool<StringBuilder> _pool;
            private StringBuilder _text;
            public Job(Microsoft.Extensions.ObjectPool.ObjectPool<StringBuilder> pool) { _pool = pool; _text = pool.Get(); }
            public void Log(string s) => _text.Append(s);
            public void Dispose() => {|BUF2005:_pool.Return(_text)|};
        }
        }
        namespace Microsoft.Extensions.ObjectPool { public abstract class ObjectPool<T> where T : class { public abstract T Get(); public abstract void Return(T obj); } }
        """));

    [Fact]
    public Task ArrayUnderALockButNotCleared() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Guarded : IDisposable
        {
            private readonly object _gate = new object();
            private byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            public void Dispose()
            {
                lock (_gate) { {|BUF2005:ArrayPool<byte>.Shared.Return(_b)|}; }
            }
        }
        """));

    [Fact]
    public Task WrapperStreamWithLeaveOpenTestsOnlyTheInnerStream() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Framed : IDisposable
        {
            private readonly Stream _inner;
            private readonly bool _leaveOpen;
            private readonly byte[] _head = ArrayPool<byte>.Shared.Rent(8);
            public Framed(Stream inner, bool leaveOpen) { _inner = inner; _leaveOpen = leaveOpen; }
            public void Dispose()
            {
                {|BUF2005:ArrayPool<byte>.Shared.Return(_head)|};
                if (!_leaveOpen) _inner.Dispose();
            }
        }
        """));

    [Fact]
    public Task ConditionalOwnershipIsNoDisposedFlag() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Window : IDisposable
        {
            private readonly byte[] _b;
            private readonly bool _pooled;
            public Window(int n, bool pooled) { _pooled = pooled; _b = pooled ? ArrayPool<byte>.Shared.Rent(n) : new byte[n]; }
            public void Dispose()
            {
                if (_pooled) {|BUF2005:ArrayPool<byte>.Shared.Return(_b)|};
            }
        }
        """));
}
