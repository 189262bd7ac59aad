// Near misses: a flag that the release sets, and that is asked before it.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2005;

public class TestedFlags
{
    [Fact]
    public Task FlagTestedReadonlyField() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Box : IDisposable
        {
            private readonly byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            private bool _done;
            public void Dispose()
            {
                if (_done) return;
                _done = true;
                ArrayPool<byte>.Shared.Return(_b);
            }
        }
        """));

    [Fact]
    public Task FlagTestedAroundSetLast() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Box : IDisposable
        {
            private readonly byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            private bool _done;
            public void Dispose()
            {
                if (!_done)
                {
                    ArrayPool<byte>.Shared.Return(_b);
                    _done = true;
                }
            }
        }
        """));

    [Fact]
    public Task InterlockedFlag() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Box : IDisposable
        {
            private readonly byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            private int _done;
            public void Dispose()
            {
                if (Interlocked.Exchange(ref _done, 1) != 0) return;
                ArrayPool<byte>.Shared.Return(_b);
            }
        }
        """));

    [Fact]
    public Task CompareExchangeFlag() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Box : IDisposable
        {
            private readonly byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            private int _done;
            public void Dispose()
            {
                if (0 != Interlocked.CompareExchange(ref _done, 1, 0)) return;
                ArrayPool<byte>.Shared.Return(_b);
            }
        }
        """));

    [Fact]
    public Task InterlockedFlagEqualsZero() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Box : IDisposable
        {
            private readonly byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            private int _done;
            public void Dispose()
            {
                if (Interlocked.Exchange(ref _done, 1) == 0) ArrayPool<byte>.Shared.Return(_b);
            }
        }
        """));

    [Fact]
    public Task FlagBehindAProperty() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Box : IDisposable
        {
            private readonly byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            private bool _done;
            public bool IsDisposed => _done;
            public byte First { get { if (IsDisposed) throw new ObjectDisposedException("Box"); return _b[0]; } }
            public void Dispose()
            {
                if (IsDisposed) return;
                ArrayPool<byte>.Shared.Return(_b);
                _done = true;
            }
        }
        """));

    [Fact]
    public Task AutoPropertyFlag() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Box : IDisposable
        {
            private readonly byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            public bool IsDisposed { get; private set; }
            public void Dispose()
            {
                if (!IsDisposed) { IsDisposed = true; ArrayPool<byte>.Shared.Return(_b); }
            }
        }
        """));

    [Fact]
    public Task EveryMemberChecksTheFlag() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Box : IDisposable
        {
            private readonly byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            private bool _done;
            private void Check() => ObjectDisposedException.ThrowIf(_done, this);
            public byte Get(int i) { Check(); return _b[i]; }
            public void Set(int i, byte v) { ObjectDisposedException.ThrowIf(_done, this); _b[i] = v; }
            public void Dispose()
            {
                if (_done) return;
                _done = true;
                ArrayPool<byte>.Shared.Return(_b);
            }
        }
        """));

    [Fact]
    public Task ACounterIsTheFlag() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Box : IDisposable
        {
            private int _size = 16;
            private byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            public void Dispose()
            {
                if (_size == 0) return;
                _size = 0;
                ArrayPool<byte>.Shared.Return(_b);
            }
        }
        """));

    [Fact]
    public Task HandleNumberIsTheFlag() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Box
        {
            private long _handle = 3;
            private byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            public void Deallocate()
            {
                if (_handle >= 0)
                {
                    _handle = -1;
                    ArrayPool<byte>.Shared.Return(_b);
                }
            }
        }
        """));

    [Fact]
    public Task DisposeBoolTestedAndClearedFinalizer() => Verify.VerifyAnalyzerAsync(Types("""
        public class Block : IDisposable
        {
            private IntPtr _at = Marshal.AllocHGlobal(8);
            public void Dispose() { Dispose(true); GC.SuppressFinalize(this); }
            protected virtual void Dispose(bool disposing)
            {
                if (_at != IntPtr.Zero) { Marshal.FreeHGlobal(_at); _at = IntPtr.Zero; }
            }
            ~Block() => Dispose(false);
        }
        """));

    [Fact]
    public Task DisposeBoolWithFlag() => Verify.VerifyAnalyzerAsync(Types("""
        public class Box : IDisposable
        {
            private readonly byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            private bool _disposedValue;
            protected virtual void Dispose(bool disposing)
            {
                if (!_disposedValue)
                {
                    if (disposing) { ArrayPool<byte>.Shared.Return(_b); }
                    _disposedValue = true;
                }
            }
            public void Dispose() { Dispose(disposing: true); GC.SuppressFinalize(this); }
        }
        """));

    [Fact]
    public Task FinalizerTakesNullsFrees() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed unsafe class Block : IDisposable
        {
            private void* _at = NativeMemory.Alloc(8);
            private void Free() { var at = _at; _at = null; if (at != null) NativeMemory.Free(at); }
            public void Dispose() { Free(); GC.SuppressFinalize(this); }
            ~Block() => Free();
        }
        """));

    [Fact]
    public Task NullIsFreeForNativeFrees() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Block : IDisposable
        {
            private IntPtr _at = Marshal.AllocHGlobal(8);
            public void Dispose()
            {
                Marshal.FreeHGlobal(_at);
                _at = IntPtr.Zero;
            }
        }
        """));

    [Fact]
    public Task PartialTypeWithTwoGuardedHalves() => Verify.VerifyAnalyzerAsync(Types("""
        public partial class Split : IDisposable
        {
            private byte[] _part = ArrayPool<byte>.Shared.Rent(16);
            private void Give() { if (_part != null) { ArrayPool<byte>.Shared.Return(_part); _part = null; } }
        }
        public partial class Split : IAsyncDisposable
        {
            public void Dispose() => Give();
            public ValueTask DisposeAsync() { Give(); return default; }
        }
        """));

    [Fact]
    public Task ExplicitInterfaceMemberClears() => Verify.VerifyAnalyzerAsync(Types("""
        public interface IFree { void Free(); }
        public sealed class Vertices : IFree, IDisposable
        {
            private byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            void IFree.Free() { if (_b != null) ArrayPool<byte>.Shared.Return(_b); _b = null; }
            public void Dispose() => ((IFree)this).Free();
        }
        """));

    [Fact]
    public Task TwoFieldsTwoStates() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Shader : IDisposable
        {
            private readonly byte[] _code = ArrayPool<byte>.Shared.Rent(16);
            private bool _created, _gone;
            public void Create() { if (_created || _gone) return; _created = true; ArrayPool<byte>.Shared.Return(_code); }
            public void Dispose()
            {
                if (_gone) return;
                _gone = true;
                if (!_created) ArrayPool<byte>.Shared.Return(_code);
            }
        }
        """));
}
