// What the engine does not see yet of views that are handed out, and what it says in the wrong place. Each case asserts today's behaviour; a change that closes a gap moves the case.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF5001;

public class KnownGaps
{
    // What leaves by a parameter is told where the parameter is declared, not where it is assigned.
    [Fact]
    public Task OutParameters() => Verify.VerifyAnalyzerAsync(Members("""
        void M({|BUF5001:out Memory<byte> data|})
        {
            using var owner = MemoryPool<byte>.Shared.Rent(8);
            data = owner.Memory;
        }
        """));

    // A view that is yielded is good until the next turn; who collects the views keeps them longer.
    [Fact]
    public Task Iterators() => Verify.VerifyAnalyzerAsync(Members("""
        IEnumerable<Memory<byte>> M()
        {
            using var owner = MemoryPool<byte>.Shared.Rent(8);
            yield return owner.Memory;
        }
        """));
}
