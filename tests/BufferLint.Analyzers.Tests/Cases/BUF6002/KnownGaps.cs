// BUF6002: what is known to be answered wrongly today, each with its reason. A case that turns right moves away from here.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF6002.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF6002;

public class KnownGaps
{
    /// <summary>What is read through a pointer has no operation.</summary>
    [Fact]
    public Task ReadThroughAPointer() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            byte* bytes = stackalloc byte[2];
            return *(int*)bytes;
        }
        """));
}
