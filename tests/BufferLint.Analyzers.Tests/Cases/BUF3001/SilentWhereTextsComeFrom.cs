// Texts by where they come from. What must stay silent.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF3001;

public class SilentWhereTextsComeFrom
{
    [Fact]
    public Task SbTostringOwn() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static string F(System.Text.StringBuilder o)
            {
                string s = o.ToString();
                fixed (char* p = s) p[0] = 'x';
                return s;
            }
        }
        """));

    [Fact]
    public Task Concat() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static string F(string o)
            {
                string s = o + "x";
                fixed (char* p = s) p[0] = 'x';
                return s;
            }
        }
        """));
}
