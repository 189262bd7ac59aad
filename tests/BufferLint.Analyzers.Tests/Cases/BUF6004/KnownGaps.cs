// BUF6004: what is known to be answered wrongly today, each with its reason. A case that turns right moves away from here.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF6004.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF6004;

public class KnownGaps
{
    /// <summary>What a writer over a stream writes is not counted.</summary>
    [Fact]
    public Task ThroughAWriter() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var writer = new BinaryWriter(new MemoryStream(new byte[8]));
            writer.Write(1L);
            writer.Write(2L);
        }
        """));
}
