// A copy of a struct is returned whose storage the method releases first. What is released in place before, or only where
// it is not returned, stays silent.
using System.Threading.Tasks;
using Xunit;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF5001;

public class CopiedStructs
{
    [Fact]
    public Task Returned() => VerifyAsync("""
        Lease Whole(int n)
        {
            using var a = Rent(n);
            return {|BUF5001:a|};
        }

        Lease InFinally(int n)
        {
            var a = Rent(n);
            try
            {
                a.Span.Clear();
                return {|BUF5001:a|};
            }
            finally
            {
                a.Dispose();
            }
        }

        Lease OtherName(int n)
        {
            using var a = Rent(n);
            var copy = a;
            a.Span.Clear();
            return {|BUF5001:copy|};
        }

        (Lease, int) InATuple(int n)
        {
            using var a = Rent(n);
            return {|BUF5001:(a, n)|};
        }

        Lease? InANullable(int n)
        {
            using var a = Rent(n);
            return {|BUF5001:a|};
        }

        object InABox(int n)
        {
            using var a = Rent(n);
            return {|BUF5001:a|};
        }

        static Builder Stacked(int n)
        {
            using var a = new Builder(n);
            return {|BUF5001:a|};
        }

        async Task<Lease> Awaited(int n)
        {
            using var a = Rent(n);
            await Task.Yield();
            return {|BUF5001:a|};
        }

        Span<byte> Viewed(int n)
        {
            using var a = Rent(n);
            return {|BUF5001:a.Span|};
        }

        Handle Late(int n)
        {
            var a = new Handle(n);
            a.Dispose();
            return {|BUF2001:a|};
        }

        Lease ReleasedInPlace(int n)
        {
            var a = Rent(n);
            a.Dispose();
            return a;
        }

        Lease OnFailure(int n)
        {
            var a = Rent(n);
            try
            {
                a.Span.Clear();
                return a;
            }
            catch
            {
                a.Dispose();
                throw;
            }
        }

        Lease UnlessTaken(int n)
        {
            Lease a = default;
            var taken = false;
            try
            {
                a = Rent(n);
                taken = true;
                return a;
            }
            finally
            {
                if (!taken)
                {
                    a.Dispose();
                }
            }
        }

        Plain OfTheCollector(int n)
        {
            using var a = new Plain(n);
            return a;
        }

        int OnlyItsLength(int n)
        {
            using var a = Rent(n);
            return a.Span.Length;
        }
        """);

    private static Task VerifyAsync(string members) => Verify.VerifyAnalyzerAsync(CopySource.Members(members));
}
