// What is cast, or written, in other methods. What must stay silent.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF3001;

public class SilentCallees
{
    [Fact]
    public Task HelperReads() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(ReadOnlyMemory<byte> m)
            {
                Sum(MemoryMarshal.AsMemory(m).Span);
            }
            static int Sum(Span<byte> s) { int n = 0; for (int i = 0; i < s.Length; i++) n += s[i]; return n; }
        }
        """));

    [Fact]
    public Task BinarydataBefore() => Verify.VerifyAnalyzerAsync(Types("""
        namespace System { public class BinaryData { byte[] _b; public BinaryData(byte[] data) { _b = data; } public static BinaryData FromBytes(byte[] data) => new BinaryData(data); public ReadOnlyMemory<byte> ToMemory() => _b; public byte[] ToArray() => (byte[])_b.Clone(); } }
        class C
        {
            public static BinaryData F(byte[] b)
            {
                b.AsSpan().Fill(1);
                return BinaryData.FromBytes(b);
            }
        }
        """));

    [Fact]
    public Task BinarydataToarray() => Verify.VerifyAnalyzerAsync(Types("""
        namespace System { public class BinaryData { byte[] _b; public BinaryData(byte[] data) { _b = data; } public static BinaryData FromBytes(byte[] data) => new BinaryData(data); public ReadOnlyMemory<byte> ToMemory() => _b; public byte[] ToArray() => (byte[])_b.Clone(); } }
        class C
        {
            public static void F(BinaryData d)
            {
                d.ToArray()[0] = 1;
            }
        }
        """));

    [Fact]
    public Task GenericRefHelperOwn() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(int[] s)
            {
                At<int>(s, 2) = 5;
            }
            static ref T At<T>(ReadOnlySpan<T> s, int i) => ref Unsafe.Add(ref MemoryMarshal.GetReference(s), i);
        }
        """));

    [Fact]
    public Task CalleePointerReads() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static int F(string t)
            {
                fixed (char* p = t) return Up(p, t.Length);
            }
            static unsafe int Up(char* c, int n) { int s = 0; for (int i = 0; i < n; i++) s += c[i]; return s; }
        }
        """));
}
