// Handles, which clear the variable that they are freed in, and no copy of it.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2005;

public class Handles
{
    [Fact]
    public Task ReadonlyGCHandleIsFreedOnACopy() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Callback
        {
            private readonly GCHandle _pin;
            public Callback(byte[] data) { _pin = GCHandle.Alloc(data, GCHandleType.Pinned); }
            public void Release()
            {
                if (_pin.IsAllocated) {|BUF2005:_pin.Free()|};
            }
        }
        """));

    [Fact]
    public Task NullableGCHandleIsFreedOnACopy() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Image : IDisposable
        {
            private GCHandle? _pin;
            public Image(byte[] data) { _pin = GCHandle.Alloc(data, GCHandleType.Pinned); }
            public void Dispose()
            {
                if (_pin.HasValue) {|BUF2005:_pin.Value.Free()|};
            }
        }
        """));

    [Fact]
    public Task GCHandleFreedOnACopyFieldUsedAgain() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Pin : IDisposable
        {
            private GCHandle _pin = GCHandle.Alloc(new byte[8], GCHandleType.Pinned);
            public IntPtr At => _pin.AddrOfPinnedObject();
            public void Unpin()
            {
                var pin = _pin;
                {|BUF2005:pin.Free()|};
            }
            public void Dispose()
            {
                if (_pin.IsAllocated) _pin.Free();
            }
        }
        """));

    [Fact]
    public Task GCHandleFreedOnTheFieldItself() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Pin : IDisposable
        {
            private GCHandle _pin = GCHandle.Alloc(new byte[8], GCHandleType.Pinned);
            public void Dispose() { if (_pin.IsAllocated) _pin.Free(); }
        }
        """));

    [Fact]
    public Task GCHandleCopiedFieldReset() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Pin : IDisposable
        {
            private GCHandle _pin = GCHandle.Alloc(new byte[8], GCHandleType.Pinned);
            public void Dispose()
            {
                var pin = _pin;
                _pin = default;
                if (pin.IsAllocated) pin.Free();
            }
        }
        """));

    [Fact]
    public Task MemoryHandleDisposedOnTheField() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Clip : IDisposable
        {
            private MemoryHandle _pin = new Memory<byte>(new byte[8]).Pin();
            public unsafe IntPtr At => (IntPtr)_pin.Pointer;
            public void Dispose() => _pin.Dispose();
        }
        """));

    [Fact]
    public Task NullableGCHandleSetToNull() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Image : IDisposable
        {
            private GCHandle? _pin;
            public Image(byte[] data) { _pin = GCHandle.Alloc(data, GCHandleType.Pinned); }
            public void Dispose() { if (_pin is { } pin) { _pin = null; pin.Free(); } }
        }
        """));
}
