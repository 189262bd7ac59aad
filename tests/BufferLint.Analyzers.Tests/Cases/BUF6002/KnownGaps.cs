// BUF6002: what is known to be answered wrongly today, each with its reason. A case that turns right moves away from here.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF6002.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF6002;

public class KnownGaps
{
    /// <summary>Where a field lies in its struct is not asked: the first may well fit.</summary>
    [Fact]
    public Task LastFieldThroughAPointer() => Verify.VerifyAnalyzerAsync(Members("""
        private struct Header
        {
            public int Kind;
            public long Size;
        }

        long M()
        {
            byte* bytes = stackalloc byte[8];
            return ((Header*)bytes)->Size;
        }
        """));
}
