// Texts: literals, parameters, fields, constants, and what is new. What must stay silent.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF3001;

public class SilentTexts
{
    [Fact]
    public Task FixedStringRead() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static char F(string s)
            {
                fixed (char* p = s) { return p[0]; }
            }
        }
        """));

    [Fact]
    public Task FixedFresh() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static string F(int n)
            {
                string s = new string('\0', n);
                fixed (char* p = s) { for (int i = 0; i < n; i++) p[i] = 'x'; }
                return s;
            }
        }
        """));

    [Fact]
    public Task StringCreateThenWrite() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static string F(int n)
            {
                var s = string.Create(n, 0, (a, b) => a.Clear());
                fixed (char* p = s) p[0] = 'x';
                return s;
            }
        }
        """));

    [Fact]
    public Task FreshStringThroughSpan() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static string F(int n)
            {
                var s = new string('a', n);
                var span = MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference<char>(s), s.Length);
                span[0] = 'b';
                return s;
            }
        }
        """));

    [Fact]
    public Task FreshInLoop() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static List<string> F(int n)
            {
                var l = new List<string>();
                for (int i = 0; i < n; i++)
                {
                    var s = new string('a', n);
                    fixed (char* p = s) *p = 'c';
                    l.Add(s);
                }
                return l;
            }
        }
        """));

    [Fact]
    public Task NativePlain() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            static int _q;
            [DllImport("x")] static extern int Get(string s, int n);
            public static void F(string s)
            {
                Get(s, 3);
            }
        }
        """));

    [Fact]
    public Task NativePointer() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            static int _q;
            [DllImport("x")] static extern unsafe int Get(char* s, int n);
            public static unsafe void F(string s)
            {
                fixed (char* p = s) Get(p, 3);
            }
        }
        """));

    [Fact]
    public Task Tochararray() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(string t)
            {
                fixed (char* p = t.ToCharArray()) *p = 'x';
            }
        }
        """));

    [Fact]
    public Task PointerReadCopy() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(string t, char[] d)
            {
                fixed (char* p = t) fixed (char* q = d) { for (int i = 0; i < 3; i++) q[i] = p[i]; }
            }
        }
        """));

    [Fact]
    public Task MemcpyFrom() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(string t, char[] d)
            {
                fixed (char* p = t) fixed (char* q = d) { Buffer.MemoryCopy(p, q, 4, 4); Unsafe.CopyBlock(q, p, 4); }
            }
        }
        """));

    [Fact]
    public Task EncodingGetbytesFrom() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(string t, Span<byte> d)
            {
                fixed (char* p = t) fixed (byte* q = d) { System.Text.Encoding.UTF8.GetBytes(p, 1, q, 1); }
            }
        }
        """));

    [Fact]
    public Task UnknownCalleePointer() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(string t, delegate*<char*, void> f)
            {
                fixed (char* p = t) f(p);
            }
        }
        """));
}
