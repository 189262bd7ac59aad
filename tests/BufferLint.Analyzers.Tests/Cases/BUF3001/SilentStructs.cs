// Structs that are changed through a reference that may only be read. What must stay silent.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF3001;

public class SilentStructs
{
    [Fact]
    public Task StructReadonlyMethod() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public struct Counter { public int N; public readonly int Get() => N; }
            public static int F(in Counter c)
            {
                return Unsafe.AsRef(in c).Get();
            }
        }
        """));
}
