// Parameters and locals that refer to what may only be read. Reported; each has a twin of nearly the same name in SilentReferences.cs.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF3001;

public class References
{
    [Fact]
    public Task InAsref() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(in int x)
            {
                {|BUF3001:Unsafe.AsRef(in x) = 5|};
            }
        }
        """));

    [Fact]
    public Task InAsrefLocal() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(in int x)
            {
                ref int r = ref Unsafe.AsRef(in x);
                {|BUF3001:r++|};
            }
        }
        """));

    [Fact]
    public Task InSpanIndex() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(ReadOnlySpan<int> s)
            {
                {|BUF3001:Unsafe.AsRef(in s[0]) = 7|};
            }
        }
        """));

    [Fact]
    public Task InSpanIndex2() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(ReadOnlySpan<int> s)
            {
                {|BUF3001:Unsafe.AsRef(in s[0])++|};
            }
        }
        """));

    [Fact]
    public Task Interlocked() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(in int x)
            {
                System.Threading.Interlocked.Increment({|BUF3001:ref Unsafe.AsRef(in x)|});
            }
        }
        """));

    [Fact]
    public Task PointerStructFieldViaAsref() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public struct P { public int X; public int Y; }
            public static void F(in P p)
            {
                {|BUF3001:Unsafe.AsRef(in p).X = 3|};
            }
        }
        """));

    [Fact]
    public Task AsrefField() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public struct P { public int X; public int Y; }
            public static void F(in P p)
            {
                {|BUF3001:Unsafe.AsRef(in p.X) = 3|};
            }
        }
        """));

    [Fact]
    public Task RefReadonlyParam() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(ref readonly int p)
            {
                {|BUF3001:Unsafe.AsRef(in p) = 3|};
            }
        }
        """));

    [Fact]
    public Task RefReadonlyLocal() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(ReadOnlySpan<int> s)
            {
                ref readonly int r = ref s[0];
                {|BUF3001:Unsafe.AsRef(in r) = 3|};
            }
        }
        """));

    [Fact]
    public Task ForeachInRefReadonly() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(ReadOnlySpan<int> s)
            {
                foreach (ref readonly int r in s) {|BUF3001:Unsafe.AsRef(in r) = 3|};
            }
        }
        """));
}
