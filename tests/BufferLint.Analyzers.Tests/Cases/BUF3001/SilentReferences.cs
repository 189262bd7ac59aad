// Parameters and locals that refer to what may only be read. What must stay silent.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF3001;

public class SilentReferences
{
    [Fact]
    public Task Lazy() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            struct L { int _hash; public readonly int Hash() { if (_hash == 0) Unsafe.AsRef(in _hash) = 5; return _hash; } }
        }
        """));

    [Fact]
    public Task RefReadonlyLocalOwn() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(int[] s)
            {
                ref readonly int r = ref s[0];
                Unsafe.AsRef(in r) = 3;
            }
        }
        """));

    [Fact]
    public Task AsrefVoid() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(void* s)
            {
                Unsafe.AsRef<int>(s) = 3;
            }
        }
        """));

    [Fact]
    public Task InArgLocal() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F()
            {
                int x = 1;
                Unsafe.AsRef(in x) = 3;
            }
        }
        """));
}
