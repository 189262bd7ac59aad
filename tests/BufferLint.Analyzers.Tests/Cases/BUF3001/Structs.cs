// Structs that are changed through a reference that may only be read. Reported; each has a twin of nearly the same name in SilentStructs.cs.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF3001;

public class Structs
{
    [Fact]
    public Task StructMutateMethod() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public struct Counter { public int N; public void Inc() { N++; } }
            public static void F(in Counter c)
            {
                {|BUF3001:Unsafe.AsRef(in c).Inc()|};
            }
        }
        """));

    [Fact]
    public Task StructPropertySet() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public struct Counter { public int N { get; set; } }
            public static void F(in Counter c)
            {
                {|BUF3001:Unsafe.AsRef(in c).N = 4|};
            }
        }
        """));

    [Fact]
    public Task RefStructMutateLocal() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public struct Counter { public int N; public void Inc() { N++; } }
            public static void F(in Counter c)
            {
                ref Counter r = ref Unsafe.AsRef(in c);
                {|BUF3001:r.N += 2|};
            }
        }
        """));
}
