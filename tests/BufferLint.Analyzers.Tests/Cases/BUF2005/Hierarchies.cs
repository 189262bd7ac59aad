// Base and derived types that share a field.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2005;

public class Hierarchies
{
    [Fact]
    public Task BaseAndDerivedBothReturnAProtectedField() => Verify.VerifyAnalyzerAsync(Types("""
        public class Lower : IDisposable
        {
            protected byte[] Buffer = ArrayPool<byte>.Shared.Rent(16);
            public virtual void Dispose()
            {
                if (Buffer == null) return;
                ArrayPool<byte>.Shared.Return(Buffer);
                Buffer = null;
            }
        }
        public sealed class Upper : Lower
        {
            public override void Dispose()
            {
                ArrayPool<byte>.Shared.Return(Buffer);
                {|BUF2002:base.Dispose()|};
            }
        }
        """));

    [Fact]
    public Task BaseDisposeWithoutFlagCallsTheOverrideThatFrees() => Verify.VerifyAnalyzerAsync(Types("""
        public abstract class Device : IDisposable
        {
            public void Dispose() { Wait(); Close(); }
            protected abstract void Close();
            protected virtual void Wait() { }
        }
        internal sealed class Metal : Device
        {
            private readonly IntPtr _block = Marshal.AllocHGlobal(32);
            protected override void Close() => {|BUF2005:Marshal.FreeHGlobal(_block)|};
        }
        """));

    [Fact]
    public Task BaseNullsWhatTheDerivedFrees() => Verify.VerifyAnalyzerAsync(Types("""
        public unsafe class Memory0 : IDisposable
        {
            protected byte* At;
            public void Dispose() { Dispose(true); GC.SuppressFinalize(this); }
            protected virtual void Dispose(bool disposing) { At = null; }
        }
        public sealed unsafe class Owned : Memory0
        {
            public Owned(int n) { At = (byte*)NativeMemory.Alloc((nuint)n); }
            protected override void Dispose(bool disposing)
            {
                if (At is not null) NativeMemory.Free(At);
                base.Dispose(disposing);
            }
        }
        """));

    [Fact]
    public Task DerivedHasItsOwnFieldAndCallsBaseFirst() => Verify.VerifyAnalyzerAsync(Types("""
        public class Lower : IDisposable
        {
            private byte[] _a = ArrayPool<byte>.Shared.Rent(16);
            public virtual void Dispose() { if (_a is null) return; ArrayPool<byte>.Shared.Return(_a); _a = null; }
        }
        public sealed class Upper : Lower
        {
            private byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            public override void Dispose()
            {
                base.Dispose();
                if (_b is null) return;
                ArrayPool<byte>.Shared.Return(_b);
                _b = null;
            }
        }
        """));

    [Fact]
    public Task GuardedBaseCallsTheOverrideOnce() => Verify.VerifyAnalyzerAsync(Types("""
        public abstract class Device : IDisposable
        {
            private bool _gone;
            public void Dispose() { if (_gone) return; _gone = true; Close(); }
            protected abstract void Close();
        }
        internal sealed class Metal : Device
        {
            private readonly IntPtr _block = Marshal.AllocHGlobal(32);
            protected override void Close() => Marshal.FreeHGlobal(_block);
        }
        """));

    [Fact]
    public Task CountedBaseCallsTheOverrideAtZero() => Verify.VerifyAnalyzerAsync(Types("""
        public abstract class Counted
        {
            private int _refs = 1;
            public void AddRef() => Interlocked.Increment(ref _refs);
            public void Release() { if (Interlocked.Decrement(ref _refs) == 0) Free(); }
            protected abstract void Free();
        }
        internal sealed class Page : Counted
        {
            private readonly byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            protected override void Free() => ArrayPool<byte>.Shared.Return(_b);
        }
        """));

    [Fact]
    public Task SafeHandleReleasesOnce() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Native : SafeHandle
        {
            public Native(int n) : base(IntPtr.Zero, true) { SetHandle(Marshal.AllocHGlobal(n)); }
            public override bool IsInvalid => handle == IntPtr.Zero;
            protected override bool ReleaseHandle() { Marshal.FreeHGlobal(handle); return true; }
        }
        """));

    [Fact]
    public Task BaseDisposeIsOnlyCalledByTheGuardedDerivedOne() => Verify.VerifyAnalyzerAsync(Types("""
        public abstract class Low
        {
            private readonly byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            private protected void Give() => ArrayPool<byte>.Shared.Return(_b);
        }
        public sealed class High : Low, IDisposable
        {
            private bool _done;
            public void Dispose() { if (_done) return; _done = true; Give(); }
        }
        """));
}
