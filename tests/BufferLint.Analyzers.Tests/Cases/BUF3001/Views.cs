// Spans, memories and sequences. Reported; each has a twin of nearly the same name in SilentViews.cs.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF3001;

public class Views
{
    [Fact]
    public Task Getref() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(ReadOnlySpan<byte> s)
            {
                ref byte r = ref MemoryMarshal.GetReference(s);
                {|BUF3001:r = 5|};
            }
        }
        """));

    [Fact]
    public Task GetrefAdd() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(ReadOnlySpan<byte> s)
            {
                {|BUF3001:Unsafe.Add(ref MemoryMarshal.GetReference(s), 1) = 3|};
            }
        }
        """));

    [Fact]
    public Task U8() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F()
            {
                {|BUF3001:MemoryMarshal.GetReference("abc"u8) = 5|};
            }
        }
        """));

    [Fact]
    public Task SpanExtensionCreatespanSort() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(ReadOnlySpan<int> s)
            {
                {|BUF3001:MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(s), s.Length)|}.Sort();
            }
        }
        """));

    [Fact]
    public Task Compound() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(ReadOnlySpan<int> s)
            {
                ref int r = ref MemoryMarshal.GetReference(s);
                {|BUF3001:Unsafe.Add(ref r, 2) += 4|};
            }
        }
        """));

    [Fact]
    public Task UnsafeWrite() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(ReadOnlySpan<byte> s)
            {
                Unsafe.WriteUnaligned({|BUF3001:ref MemoryMarshal.GetReference(s)|}, 5L);
            }
        }
        """));

    [Fact]
    public Task Copyblock() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(ReadOnlySpan<byte> s, ReadOnlySpan<byte> from)
            {
                Unsafe.CopyBlock({|BUF3001:ref MemoryMarshal.GetReference(s)|}, ref MemoryMarshal.GetReference(from), 4);
            }
        }
        """));

    [Fact]
    public Task VectorStore() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(ReadOnlySpan<byte> s)
            {
                System.Runtime.Intrinsics.Vector128.StoreUnsafe(System.Runtime.Intrinsics.Vector128<byte>.Zero, {|BUF3001:ref MemoryMarshal.GetReference(s)|});
            }
        }
        """));

    [Fact]
    public Task PointerStructField() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public struct P { public int X; public int Y; }
            public static unsafe void F(in P p)
            {
                fixed (P* q = &p) {|BUF3001:q->X = 3|};
            }
        }
        """));
}
