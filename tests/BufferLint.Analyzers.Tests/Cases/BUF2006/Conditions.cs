// Leases that are taken or returned under a condition, in asynchronous methods and in iterators.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2006;

public class Conditions
{
    [Fact]
    public Task ThrowsOnTheWay() => Verify.VerifyAnalyzerAsync(Members("""
        int M(int n)
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            if (n < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(n));
            }

            ArrayPool<int>.Shared.Return(a);
            return n;
        }

        int AlwaysThrows(int n)
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            a[0] = n;
            throw new NotSupportedException();
        }
        """));

    // Ways on which a call threw do not count for a pool, even where the method goes on.
    [Fact]
    public Task CaughtAndSwallowed() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            try
            {
                stream.ReadExactly(a);
                ArrayPool<byte>.Shared.Return(a);
            }
            catch (IOException)
            {
            }
        }

        void InFinally(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            try
            {
                stream.ReadExactly(a);
            }
            catch (IOException)
            {
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(a);
            }
        }
        """));

    [Fact]
    public Task ConditionalLeases() => Verify.VerifyAnalyzerAsync(Members("""
        int M(int n)
        {
            byte[]? rented = null;
            Span<byte> span = n <= 256 ? stackalloc byte[256] : (rented = ArrayPool<byte>.Shared.Rent(n));
            var first = span[0];
            if (rented != null)
            {
                ArrayPool<byte>.Shared.Return(rented);
            }

            return first;
        }

        int Forgotten(int n)
        {
            byte[]? rented = null;
            Span<byte> span = n <= 256 ? stackalloc byte[256] : (rented = {|BUF2006:ArrayPool<byte>.Shared.Rent(n)|});
            return span[0];
        }
        """));

    [Fact]
    public Task ForATest() => Verify.VerifyAnalyzerAsync(Members("""
        void M(int n)
        {
            var pooled = n > 256;
            var a = pooled ? ArrayPool<byte>.Shared.Rent(n) : new byte[n];
            a[0] = 1;
            if (pooled)
            {
                ArrayPool<byte>.Shared.Return(a);
            }
        }

        void OtherTest(int n, bool other)
        {
            var pooled = n > 256;
            var a = pooled ? {|BUF2006:ArrayPool<byte>.Shared.Rent(n)|} : new byte[n];
            a[0] = 1;
            if (other)
            {
                ArrayPool<byte>.Shared.Return(a);
            }
        }
        """));

    [Fact]
    public Task Asynchronous() => Verify.VerifyAnalyzerAsync(Members("""
        async Task M(Stream stream)
        {
            var a = {|BUF2006:ArrayPool<byte>.Shared.Rent(8)|};
            await stream.ReadExactlyAsync(a);
        }

        async Task Returned(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            await stream.ReadExactlyAsync(a);
            ArrayPool<byte>.Shared.Return(a);
        }
        """));

    [Fact]
    public Task Iterators() => Verify.VerifyAnalyzerAsync(Members("""
        IEnumerable<int> M()
        {
            var a = {|BUF2006:ArrayPool<int>.Shared.Rent(8)|};
            yield return a[0];
        }

        IEnumerable<int> Returned()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            yield return a[0];
            ArrayPool<int>.Shared.Return(a);
        }
        """));
}
