// The text an interpolated-string handler has gathered, read after more was appended.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class InterpolatedText
{
    [Fact]
    public Task TextReadAfterAppend() => Verify.VerifyAnalyzerAsync(Members("""
        char M(string name)
        {
            var handler = new DefaultInterpolatedStringHandler(4, 1);
            handler.AppendLiteral("name");
            var text = handler.Text;
            {|BUF1001:handler.AppendFormatted(name)|};
            return text[0];
        }

        int N(string name)
        {
            var handler = new DefaultInterpolatedStringHandler(4, 1);
            handler.AppendLiteral("name");
            handler.AppendFormatted(name);
            var text = handler.Text;
            return text[0] + handler.ToStringAndClear().Length;
        }
        """));
}
