// Structs that hold leases, and leases that are structs.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2005;

public class Structs
{
    [Fact]
    public Task MutableStructOverANativeBlock() => Verify.VerifyAnalyzerAsync(Types("""
        public unsafe struct NativeList : IDisposable
        {
            private int* _items;
            private int _count;
            public NativeList(int n) { _items = (int*)NativeMemory.Alloc((nuint)n, 4); _count = n; }
            public int this[int i] => _items[i];
            public void Dispose() { {|BUF2005:NativeMemory.Free(_items)|}; _count = 0; }
        }
        """));

    [Fact]
    public Task StructOverAReadonlyStructHandleThatFrees() => Verify.VerifyAnalyzerAsync(Types("""
        public readonly unsafe struct Handle : IDisposable
        {
            public readonly byte* At;
            public Handle(int n) { At = (byte*)NativeMemory.Alloc((nuint)n); }
            public void Dispose() => NativeMemory.Free(At);
        }
        public unsafe struct Stack : IDisposable
        {
            private Handle _handle;
            private int _top;
            public Stack(int n) { _handle = new Handle(n); _top = 0; }
            public void Push(byte b) => _handle.At[_top++] = b;
            public void Dispose() => {|BUF2005:_handle.Dispose()|};
        }
        """));

    [Fact]
    public Task RefStructReaderSiblingClearsDisposeDoesNot() => Verify.VerifyAnalyzerAsync(Types("""
        public ref struct Decoder
        {
            private byte[] _rent;
            public Span<byte> Next(int n)
            {
                if (_rent != null) { ArrayPool<byte>.Shared.Return(_rent); _rent = null; }
                _rent = ArrayPool<byte>.Shared.Rent(n);
                return _rent;
            }
            public void Dispose()
            {
                if (_rent != null) {|BUF2005:ArrayPool<byte>.Shared.Return(_rent)|};
            }
        }
        """));

    [Fact]
    public Task NestedStructField() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Machine : IDisposable
        {
            private struct State { public byte[] Buffer; public int At; }
            private State _state;
            public Machine() { _state.Buffer = ArrayPool<byte>.Shared.Rent(16); }
            public void Dispose()
            {
                {|BUF2005:ArrayPool<byte>.Shared.Return(_state.Buffer)|};
                _state.At = 0;
            }
        }
        """));

    [Fact]
    public Task StructLeaseInAFieldIsCopiedAndTheCopyIsDisposed() => Verify.VerifyAnalyzerAsync(Types("""
        public struct Lease : IDisposable
        {
            private byte[] _b;
            public Lease(int n) { _b = ArrayPool<byte>.Shared.Rent(n); }
            public Span<byte> Span => _b;
            public void Dispose() { if (_b != null) ArrayPool<byte>.Shared.Return(_b); _b = null; }
        }
        public sealed class Holder : IDisposable
        {
            private Lease _lease = new Lease(16);
            public void Dispose()
            {
                var lease = _lease;
                {|BUF2005:lease.Dispose()|};
            }
        }
        """));

    [Fact]
    public Task ReadonlyStructLeaseFieldDisposesACopy() => Verify.VerifyAnalyzerAsync(Types("""
        public struct Lease : IDisposable
        {
            private byte[] _b;
            public Lease(int n) { _b = ArrayPool<byte>.Shared.Rent(n); }
            public void Dispose() { if (_b != null) ArrayPool<byte>.Shared.Return(_b); _b = null; }
        }
        public sealed class Holder : IDisposable
        {
            private readonly Lease _lease = new Lease(16);
            public void Dispose() => {|BUF2005:_lease.Dispose()|};
        }
        """));

    [Fact]
    public Task StructTakesThisDefaultReturns() => Verify.VerifyAnalyzerAsync(Types("""
        public ref struct Builder
        {
            private char[] _rent;
            private Span<char> _chars;
            private int _at;
            public void Add(char c)
            {
                if (_at == _chars.Length)
                {
                    var more = ArrayPool<char>.Shared.Rent(Math.Max(16, _at * 2));
                    _chars.CopyTo(more);
                    var old = _rent;
                    _chars = _rent = more;
                    if (old != null) ArrayPool<char>.Shared.Return(old);
                }
                _chars[_at++] = c;
            }
            public void Dispose()
            {
                var old = _rent;
                this = default;
                if (old != null) ArrayPool<char>.Shared.Return(old);
            }
        }
        """));

    [Fact]
    public Task StructFreesThenThisDefault() => Verify.VerifyAnalyzerAsync(Types("""
        public unsafe struct Native : IDisposable
        {
            private void* _at;
            public Native(int n) { _at = NativeMemory.Alloc((nuint)n); }
            public void Dispose() { NativeMemory.Free(_at); this = default; }
        }
        """));

    [Fact]
    public Task PrivateClearCalledByADisposeThatDefaults() => Verify.VerifyAnalyzerAsync(Types("""
        public struct Owner : IDisposable
        {
            private readonly byte[] _b;
            public Owner(int n) { _b = ArrayPool<byte>.Shared.Rent(n); }
            private readonly void Clear() { if (_b != null) ArrayPool<byte>.Shared.Return(_b); }
            public void Dispose() { Clear(); this = default; }
        }
        """));

    [Fact]
    public Task SelfClearingStructLeaseInAField() => Verify.VerifyAnalyzerAsync(Types("""
        public struct Lease : IDisposable
        {
            private byte[] _b;
            public Lease(int n) { _b = ArrayPool<byte>.Shared.Rent(n); }
            public Span<byte> Span => _b;
            public void Dispose() { var b = _b; this = default; if (b != null) ArrayPool<byte>.Shared.Return(b); }
        }
        public sealed class Writer : IDisposable
        {
            private Lease _lease = new Lease(16);
            public void Reset() => _lease.Dispose();
            public int Free => _lease.Span.Length;
            public void Dispose() => _lease.Dispose();
        }
        """));

    [Fact]
    public Task ReadonlyStructHandleUsedWithUsing() => Verify.VerifyAnalyzerAsync(Types("""
        internal readonly struct Join : IDisposable
        {
            private readonly int[] _count;
            private readonly bool _has;
            public Join(int n) { _count = ArrayPool<int>.Shared.Rent(n); _has = true; }
            public int First => _count[0];
            public void Dispose() { if (!_has) return; ArrayPool<int>.Shared.Return(_count); }
        }
        public static class Queries
        {
            public static int Run() { using var join = new Join(4); return join.First; }
        }
        """));

    [Fact]
    public Task NestedStructFieldReplaced() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Batch : IDisposable
        {
            private struct Segment { public byte[] Data; public int Count; }
            private Segment _now;
            public void Open() { if (_now.Data == null) _now.Data = ArrayPool<byte>.Shared.Rent(16); }
            public void Dispose()
            {
                if (_now.Data != null)
                {
                    ArrayPool<byte>.Shared.Return(_now.Data);
                    _now = new();
                }
            }
        }
        """));

    [Fact]
    public Task NestedStructFieldNulled() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Machine : IDisposable
        {
            private struct State { public byte[] Buffer; }
            private State _state;
            public Machine() { _state.Buffer = ArrayPool<byte>.Shared.Rent(16); }
            public void Dispose()
            {
                if (_state.Buffer is null) return;
                ArrayPool<byte>.Shared.Return(_state.Buffer);
                _state.Buffer = null;
            }
        }
        """));
}
