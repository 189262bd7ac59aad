// BUF4002: what is known to be answered wrongly today, each with its reason. A case that turns right moves away from here.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF4002.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF4002;

public class KnownGaps
{
    // What a method does is taken to happen where it is called, not where its task is awaited.
    [Fact]
    public Task TakenWhileTheMethodRuns() => Verify.VerifyAnalyzerAsync(Members("""
        async Task M(Stream stream)
        {
            var grow = GrowAsync(stream);
            var memory = _array.AsMemory();
            await grow;
            memory.Span[0] = 1;
        }
        """));
}
