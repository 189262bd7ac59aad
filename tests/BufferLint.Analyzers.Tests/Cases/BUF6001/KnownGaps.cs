// BUF6001: what is known to be answered wrongly today, each with its reason. A case that turns right moves away from here.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF6001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF6001;

public class KnownGaps
{
    /// <summary>A loop fails in its last turn only.</summary>
    [Fact]
    public Task LastTurn() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var bytes = new byte[8];
            for (var i = 0; i < 4; i++)
            {
                bytes.AsSpan(i * 4, 4).Clear();
            }
        }
        """));
}
