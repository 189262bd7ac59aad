// What the engine does not see yet of pooled leases that are lost. Each case asserts today's behaviour; a change that closes a gap moves the case.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2006;

public class KnownGaps
{
    // A method that says by its result whether it rented: the way on which it did not cannot be told, so that none is asked.
    [Fact]
    public Task OnlyTried() => Verify.VerifyAnalyzerAsync(Members("""
        static bool TryRent(int n, out byte[]? array)
        {
            array = n > 0 ? ArrayPool<byte>.Shared.Rent(n) : null;
            return array != null;
        }

        void M()
        {
            if (TryRent(3, out var a))
            {
                a![0] = 1;
            }
        }
        """));

    // A field answers for what is stored in it, and who stores another there is not asked what became of the first.
    [Fact]
    public Task OverwrittenInItsField() => Verify.VerifyAnalyzerAsync(Members("""
        byte[] _buffer = ArrayPool<byte>.Shared.Rent(8);

        void M()
        {
            _buffer = ArrayPool<byte>.Shared.Rent(8);
            _buffer = ArrayPool<byte>.Shared.Rent(16);
        }
        """));
}
