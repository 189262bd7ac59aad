// BUF6003: what is known to be answered wrongly today, each with its reason. A case that turns right moves away from here.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF6003.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF6003;

public class KnownGaps
{
    /// <summary>What lies in a field is not followed.</summary>
    [Fact]
    public Task Field() => Verify.VerifyAnalyzerAsync(Members("""
        private byte[] _page = {|BUF2006:ArrayPool<byte>.Shared.Rent(100)|};

        void M(Stream source, Stream target)
        {
            int read = source.Read(_page);
            target.Write(_page);
        }
        """));
}
