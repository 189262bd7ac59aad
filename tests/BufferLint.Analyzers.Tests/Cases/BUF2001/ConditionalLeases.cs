// Leases that are taken on one way only, and given back under the same condition.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2001;

public class ConditionalLeases
{
    [Fact]
    public Task StackallocOrRented() => Verify.VerifyAnalyzerAsync(Members("""
        int M(int n)
        {
            byte[]? rented = null;
            Span<byte> span = n <= 256 ? stackalloc byte[256] : (rented = ArrayPool<byte>.Shared.Rent(n));
            span[0] = 1;
            var first = span[0];
            if (rented != null)
            {
                ArrayPool<byte>.Shared.Return(rented);
            }

            return first;
        }

        int UsedAfter(int n)
        {
            byte[]? rented = null;
            Span<byte> span = n <= 256 ? stackalloc byte[256] : (rented = ArrayPool<byte>.Shared.Rent(n));
            span[0] = 1;
            if (rented != null)
            {
                ArrayPool<byte>.Shared.Return(rented);
            }

            return {|BUF2001:span[0]|};
        }
        """));

    [Fact]
    public Task SameCondition() => Verify.VerifyAnalyzerAsync(Members("""
        int M(int n)
        {
            var rented = n > 256 ? ArrayPool<byte>.Shared.Rent(n) : null;
            Span<byte> span = n > 256 ? rented : stackalloc byte[256];
            var first = span[0];
            if (n > 256)
            {
                ArrayPool<byte>.Shared.Return(rented!);
            }

            return first;
        }
        """));

    [Fact]
    public Task PatternAndConditionalAccess() => Verify.VerifyAnalyzerAsync(Members("""
        int Pattern(int n)
        {
            byte[]? rented = null;
            Span<byte> span = n <= 256 ? stackalloc byte[256] : (rented = ArrayPool<byte>.Shared.Rent(n));
            var first = span[0];
            if (rented is { } array)
            {
                ArrayPool<byte>.Shared.Return(array);
            }

            return first;
        }

        int PatternUsedAfter(int n)
        {
            byte[]? rented = null;
            Span<byte> span = n <= 256 ? stackalloc byte[256] : (rented = ArrayPool<byte>.Shared.Rent(n));
            if (rented is not null)
            {
                ArrayPool<byte>.Shared.Return(rented);
            }

            return {|BUF2001:span[0]|};
        }
        """));

    [Fact]
    public Task Flags() => Verify.VerifyAnalyzerAsync(Members("""
        int M(int n)
        {
            var pooled = n > 256;
            var array = pooled ? ArrayPool<byte>.Shared.Rent(n) : new byte[256];
            if (pooled)
            {
                ArrayPool<byte>.Shared.Return(array);
            }

            return pooled ? 0 : array[0];
        }

        int Inverted(int n)
        {
            var pooled = n > 256;
            var array = pooled ? ArrayPool<byte>.Shared.Rent(n) : new byte[256];
            if (pooled)
            {
                ArrayPool<byte>.Shared.Return(array);
            }

            return pooled ? {|BUF2001:array[0]|} : 0;
        }
        """));

    [Fact]
    public Task NulledWhenReturned() => Verify.VerifyAnalyzerAsync(Members("""
        int M(bool early)
        {
            byte[]? a = ArrayPool<byte>.Shared.Rent(8);
            if (early)
            {
                ArrayPool<byte>.Shared.Return(a);
                a = null;
            }

            var first = a != null ? a[0] : 0;
            if (a != null)
            {
                ArrayPool<byte>.Shared.Return(a);
            }

            return first;
        }
        """));

    [Fact]
    public Task DoneFlag() => Verify.VerifyAnalyzerAsync(Members("""
        int M(int[] input)
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            var done = false;
            foreach (var item in input)
            {
                if (item == 0)
                {
                    ArrayPool<int>.Shared.Return(a);
                    done = true;
                    break;
                }
            }

            if (done)
            {
                return 0;
            }

            var first = a[0];
            ArrayPool<int>.Shared.Return(a);
            return first;
        }
        """));
}
