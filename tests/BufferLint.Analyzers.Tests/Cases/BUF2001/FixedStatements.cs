// What was copied out of a fixed statement and is used behind it.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2001;

public class FixedStatements
{
    [Fact]
    public Task UsedBehindTheStatement() => Verify.VerifyAnalyzerAsync(Members("""
        unsafe int M(int[] a)
        {
            int* q;
            fixed (int* p = a)
            {
                q = p;
                *q = 1;
            }

            return *{|BUF2001:q|};
        }

        unsafe void NextTurn(int[] a, int[] b)
        {
            int* last = null;
            foreach (var x in b)
            {
                fixed (int* p = a)
                {
                    if (last != null)
                    {
                        *{|BUF2001:last|} = x;
                    }

                    last = p;
                }
            }
        }

        unsafe int Inside(int[] a)
        {
            fixed (int* p = a)
            {
                int* q = p + 1;
                return *q;
            }
        }

        unsafe int TakenAgain(int[] a)
        {
            int* q;
            fixed (int* p = a)
            {
                q = p;
            }

            fixed (int* p = a)
            {
                q = p;
                return *q;
            }
        }
        """));
}
