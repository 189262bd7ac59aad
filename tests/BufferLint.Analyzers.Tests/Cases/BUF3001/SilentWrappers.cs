// Collections behind read-only types and interfaces. What must stay silent.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF3001;

public class SilentWrappers
{
    [Fact]
    public Task IenumerableCast() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(IEnumerable<int> e)
            {
                if (e is List<int> l) l.Add(1);
            }
        }
        """));
}
