// Texts by where they come from. Reported; each has a twin of nearly the same name in SilentWhereTextsComeFrom.cs.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF3001;

public class WhereTextsComeFrom
{
    [Fact]
    public Task MarshalWrite() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(string s)
            {
                fixed (char* p = s) Marshal.WriteInt16({|BUF3001:(IntPtr)p|}, 'x');
            }
        }
        """));

    [Fact]
    public Task UnsafeWritePtr() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(string s)
            {
                fixed (char* p = s) Unsafe.Write({|BUF3001:p|}, 'x');
            }
        }
        """));

    [Fact]
    public Task StringTostring() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(object o)
            {
                string s = o.ToString();
                fixed (char* p = s) {|BUF3001:p[0] = 'x'|};
            }
        }
        """));

    [Fact]
    public Task Substring() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(string o)
            {
                string s = o.Substring(1);
                fixed (char* p = s) {|BUF3001:p[0] = 'x'|};
            }
        }
        """));

    [Fact]
    public Task ArrayElementString() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(string[] o)
            {
                fixed (char* p = o[0]) {|BUF3001:p[0] = 'x'|};
            }
        }
        """));

    [Fact]
    public Task ForeachString() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(List<string> o)
            {
                foreach (var s in o) fixed (char* p = s) {|BUF3001:p[0] = 'x'|};
            }
        }
        """));
}
