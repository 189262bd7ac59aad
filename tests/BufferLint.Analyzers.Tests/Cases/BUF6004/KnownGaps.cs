// BUF6004: what is known to be answered wrongly today, each with its reason. A case that turns right moves away from here.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF6004.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF6004;

public class KnownGaps
{
    /// <summary>Where a stream stands is not followed: each write is measured against the whole of it.</summary>
    [Fact]
    public Task SeveralWrites() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var stream = new MemoryStream(new byte[8]);
            stream.Write(new byte[6], 0, 6);
            stream.Write(new byte[6], 0, 6);
        }
        """));
}
