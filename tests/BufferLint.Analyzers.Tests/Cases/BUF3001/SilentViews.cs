// Spans, memories and sequences. What must stay silent.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF3001;

public class SilentViews
{
    [Fact]
    public Task GetrefRead() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static int F(ReadOnlySpan<byte> s)
            {
                ref byte r = ref MemoryMarshal.GetReference(s);
                int sum = 0;
                for (int i = 0; i < s.Length; i++) sum += Unsafe.Add(ref r, i);
                return sum;
            }
        }
        """));

    [Fact]
    public Task StackallocOwn() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F()
            {
                ReadOnlySpan<byte> s = stackalloc byte[4];
                MemoryMarshal.GetReference(s) = 1;
            }
        }
        """));

    [Fact]
    public Task SpanParam() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(Span<byte> w)
            {
                ReadOnlySpan<byte> s = w;
                MemoryMarshal.GetReference(s) = 1;
            }
        }
        """));

    [Fact]
    public Task SpanParamSlice() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(Span<byte> w)
            {
                ReadOnlySpan<byte> s = w.Slice(2);
                ref byte r = ref MemoryMarshal.GetReference(s);
                r = 1;
            }
        }
        """));

    [Fact]
    public Task CopyblockOk() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(Span<byte> s, ReadOnlySpan<byte> from)
            {
                Unsafe.CopyBlock(ref MemoryMarshal.GetReference(s), ref MemoryMarshal.GetReference(from), 4);
            }
        }
        """));

    [Fact]
    public Task VectorLoad() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static System.Runtime.Intrinsics.Vector128<byte> F(ReadOnlySpan<byte> s)
            {
                return System.Runtime.Intrinsics.Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(s));
            }
        }
        """));
}
