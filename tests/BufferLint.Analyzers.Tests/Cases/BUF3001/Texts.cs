// Texts: literals, parameters, fields, constants, and what is new. Reported; each has a twin of nearly the same name in SilentTexts.cs.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF3001;

public class Texts
{
    [Fact]
    public Task FixedString() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(string s)
            {
                fixed (char* p = s) { {|BUF3001:p[0] = 'x'|}; }
            }
        }
        """));

    [Fact]
    public Task FixedStringStar() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(string s)
            {
                fixed (char* p = s) { {|BUF3001:*p = 'x'|}; }
            }
        }
        """));

    [Fact]
    public Task FixedFreshPublished() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static string F(int n, List<string> l)
            {
                string s = new string('\0', n);
                l.Add(s);
                fixed (char* p = s) { for (int i = 0; i < n; i++) {|BUF3001:p[i] = 'x'|}; }
                return s;
            }
        }
        """));

    [Fact]
    public Task Literal() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F()
            {
                fixed (char* p = "hello") { {|BUF3001:p[0] = 'x'|}; }
            }
        }
        """));

    [Fact]
    public Task LiteralLocal() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F()
            {
                string s = "hello";
                fixed (char* p = s) { char* q = p + 1; {|BUF3001:*q = 'x'|}; }
            }
        }
        """));

    [Fact]
    public Task Createspan() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(string s)
            {
                var span = MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(s.AsSpan()), s.Length);
                {|BUF3001:span[0] = 'x'|};
            }
        }
        """));

    [Fact]
    public Task CreatespanFill() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(string s)
            {
                var span = MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(s.AsSpan()), s.Length);
                {|BUF3001:span.Fill('x')|};
            }
        }
        """));

    [Fact]
    public Task Gchandle() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(string s)
            {
                var h = GCHandle.Alloc(s, GCHandleType.Pinned);
                {|BUF3001:*(char*)h.AddrOfPinnedObject() = 'x'|};
                h.Free();
            }
        }
        """));

    [Fact]
    public Task StringParamInPlaceUpper() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void Upper(string s)
            {
                fixed (char* start = s)
                {
                    for (char* c = start; *c != 0; c++) {|BUF3001:*c = char.ToUpper(*c)|};
                }
            }
        }
        """));

    [Fact]
    public Task AliasPointer() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(string s)
            {
                fixed (char* p = s) { char* q = p; q += 2; {|BUF3001:q[0] = 'z'|}; }
            }
        }
        """));

    [Fact]
    public Task SpanFromPointer() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(string s)
            {
                fixed (char* p = s) { var span = new Span<char>(p, s.Length); {|BUF3001:span[0] = 'z'|}; }
            }
        }
        """));

    [Fact]
    public Task SpanFromPointerReverse() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(string s)
            {
                fixed (char* p = s) { {|BUF3001:new Span<char>(p, s.Length)|}.Reverse(); }
            }
        }
        """));

    [Fact]
    public Task StringField() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            string _s = "x";
            public void F()
            {
                fixed (char* p = _s) {|BUF3001:*p = 'c'|};
            } }
        """));

    [Fact]
    public Task StringEmpty() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F()
            {
                fixed (char* p = string.Empty) {|BUF3001:*p = 'c'|};
            }
        }
        """));

    [Fact]
    public Task FreshStoredThenWritten() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            string _k; public void F(int n)
            {
                var s = new string('a', n);
                _k = s;
                fixed (char* p = s) {|BUF3001:*p = 'c'|};
            } }
        """));

    [Fact]
    public Task OutNative() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            static int _q;
            [DllImport("x")] static extern int Get([Out] string s, int n);
            public static void F(string s)
            {
                Get({|BUF3001:s|}, 3);
            }
        }
        """));

    [Fact]
    public Task MemcpyTo() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(string t, char[] d)
            {
                fixed (char* p = t) fixed (char* q = d) { Buffer.MemoryCopy(q, {|BUF3001:p|}, 4, 4); }
            }
        }
        """));

    [Fact]
    public Task EncodingGetbytesInto() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(string t, ReadOnlySpan<byte> d)
            {
                fixed (char* p = t) fixed (byte* q = d) { System.Text.Encoding.UTF8.GetBytes(p, 1, {|BUF3001:q|}, 1); }
            }
        }
        """));

    [Fact]
    public Task StringPinnable() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(string s)
            {
                {|BUF3001:Unsafe.AsRef(in s.GetPinnableReference()) = 'c'|};
            }
        }
        """));

    [Fact]
    public Task StringMemory() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(string s)
            {
                {|BUF3001:MemoryMarshal.AsMemory(s.AsMemory()).Span[0] = 'c'|};
            }
        }
        """));

    [Fact]
    public Task StringMemoryLocal() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F()
            {
                string s = "abc";
                Memory<char> w = MemoryMarshal.AsMemory(s.AsMemory());
                {|BUF3001:w.Span.Clear()|};
            }
        }
        """));
}
