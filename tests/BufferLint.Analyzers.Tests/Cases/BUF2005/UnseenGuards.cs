// Near misses: whether the object was ended is asked of code that is not here, or is abstract.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2005;

public class UnseenGuards
{
    [Fact]
    public Task OfABaseType() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Pooled : TextReader
        {
            private readonly char[] _page = ArrayPool<char>.Shared.Rent(16);

            protected override void Dispose(bool disposing)
            {
                if (Peek() >= 0) { ArrayPool<char>.Shared.Return(_page); }
                base.Dispose(disposing);
            }
        }

        public abstract class Frame : IDisposable
        {
            private readonly byte[] _page = ArrayPool<byte>.Shared.Rent(16);

            protected abstract bool IsOpen { get; set; }

            public void Dispose()
            {
                if (!IsOpen) { return; }
                IsOpen = false;
                ArrayPool<byte>.Shared.Return(_page);
            }
        }
        """));

    [Fact]
    public Task CalledInPairsByAFramework() => Verify.VerifyAnalyzerAsync(Types("""
        sealed class GlobalCleanupAttribute : Attribute { }

        public class Bench
        {
            private byte[] _page = new byte[1];

            public void Setup() => _page = ArrayPool<byte>.Shared.Rent(16);

            public byte First() => _page[0];

            [GlobalCleanup]
            public void End() => ArrayPool<byte>.Shared.Return(_page);
        }
        """));

    [Fact]
    public Task GivenTheObject() => Verify.VerifyAnalyzerAsync(Types("""
        static class Guard
        {
            public static void CheckOpen(Frame frame) { if (frame.IsClosed) { throw new ObjectDisposedException("frame"); } }
        }

        public sealed class Frame : IDisposable
        {
            private readonly byte[] _page = ArrayPool<byte>.Shared.Rent(16);

            internal bool IsClosed { get; private set; }

            public byte First() { Guard.CheckOpen(this); return _page[0]; }

            public void Dispose()
            {
                if (IsClosed) { return; }
                IsClosed = true;
                ArrayPool<byte>.Shared.Return(_page);
            }
        }

        public sealed class Unguarded : IDisposable
        {
            private readonly byte[] _page = ArrayPool<byte>.Shared.Rent(16);

            private bool _isClosed;

            public byte First() => _page[0];

            public void Dispose()
            {
                if (_isClosed) { return; }
                _isClosed = true;
                {|BUF2005:ArrayPool<byte>.Shared.Return(_page)|};
            }
        }
        """));
}
