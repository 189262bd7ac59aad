// What is cast, or written, in other methods. Reported; each has a twin of nearly the same name in SilentCallees.cs.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF3001;

public class Callees
{
    [Fact]
    public Task Rva() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            static ReadOnlySpan<byte> Table => new byte[] { 1, 2, 3 };
            public static void F()
            {
                {|BUF3001:MemoryMarshal.GetReference(Table) = 5|};
            }
        }
        """));

    [Fact]
    public Task HelperWrites() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(ReadOnlyMemory<byte> m)
            {
                Zero({|BUF3001:MemoryMarshal.AsMemory(m).Span|});
            }
            static void Zero(Span<byte> s) { for (int i = 0; i < s.Length; i++) s[i] = 0; }
        }
        """));

    [Fact]
    public Task HelperCasts() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(ReadOnlySpan<byte> s)
            {
                {|BUF3001:W(s)[0] = 1|};
            }
            static Span<byte> W(ReadOnlySpan<byte> s) => MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(s), s.Length);
        }
        """));

    [Fact]
    public Task StaticReadonlyString() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            static readonly string S = "x";
            public static unsafe void F()
            {
                fixed (char* p = S) {|BUF3001:*p = 'c'|};
            }
        }
        """));

    [Fact]
    public Task ConstString() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            static int _q;
            const string S = "x";
            public static unsafe void F()
            {
                fixed (char* p = S) {|BUF3001:*p = 'c'|};
            }
        }
        """));

    [Fact]
    public Task Binarydata() => Verify.VerifyAnalyzerAsync(Types("""
        namespace System { public class BinaryData { byte[] _b; public BinaryData(byte[] data) { _b = data; } public static BinaryData FromBytes(byte[] data) => new BinaryData(data); public ReadOnlyMemory<byte> ToMemory() => _b; public byte[] ToArray() => (byte[])_b.Clone(); } }
        class C
        {
            public static BinaryData F()
            {
                var b = new byte[3];
                var d = new BinaryData(b);
                {|BUF3001:b[0] = 1|};
                return d;
            }
        }
        """));

    [Fact]
    public Task BinarydataFrombytes() => Verify.VerifyAnalyzerAsync(Types("""
        namespace System { public class BinaryData { byte[] _b; public BinaryData(byte[] data) { _b = data; } public static BinaryData FromBytes(byte[] data) => new BinaryData(data); public ReadOnlyMemory<byte> ToMemory() => _b; public byte[] ToArray() => (byte[])_b.Clone(); } }
        class C
        {
            public static BinaryData F(byte[] b)
            {
                var d = BinaryData.FromBytes(b);
                {|BUF3001:b.AsSpan().Fill(1)|};
                return d;
            }
        }
        """));

    [Fact]
    public Task GenericHelper() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            static int _q;
            public static void F<T>(ReadOnlySpan<T> s, T v)
            {
                Set(s, v);
            }
            static void Set<T>(ReadOnlySpan<T> s, T v) { {|BUF3001:MemoryMarshal.GetReference(s) = v|}; }
        }
        """));

    [Fact]
    public Task GenericRefHelper() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(ReadOnlySpan<int> s)
            {
                {|BUF3001:At(s, 2) = 5|};
            }
            static ref T At<T>(ReadOnlySpan<T> s, int i) => ref Unsafe.Add(ref MemoryMarshal.GetReference(s), i);
        }
        """));

    [Fact]
    public Task LocalFunction() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(ReadOnlyMemory<byte> m)
            {
                G();
                void G() { {|BUF3001:MemoryMarshal.AsMemory(m).Span[0] = 1|}; }
            }
        }
        """));

    [Fact]
    public Task CalleePointerWrites() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(string t)
            {
                fixed (char* p = t) Up({|BUF3001:p|}, t.Length);
            }
            static unsafe void Up(char* c, int n) { for (int i = 0; i < n; i++) c[i] = 'u'; }
        }
        """));

    [Fact]
    public Task CalleeTwoDeep() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(string t)
            {
                fixed (char* p = t) A({|BUF3001:p|});
            }
            static unsafe void A(char* c) { B(c + 1); }
            static unsafe void B(char* c) { *c = 'b'; }
        }
        """));
}
