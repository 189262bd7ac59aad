// BUF6002: reads and casts that must be reported.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF6002.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF6002;

public class Reported
{
    [Fact]
    public Task ReadShort() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            Span<byte> b = stackalloc byte[2];
            return {|BUF6002:MemoryMarshal.Read<int>(b)|};
        }
        """));

    [Fact]
    public Task ReadSlice() => Verify.VerifyAnalyzerAsync(Members("""
        long M(byte[] a)
        {
            if (a.Length < 8)
            {
                return {|BUF6002:MemoryMarshal.Read<long>(a)|};
            }

            return MemoryMarshal.Read<long>(a.AsSpan(0, 8));
        }
        """));

    [Fact]
    public Task WriteShort() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Guid g)
        {
            Span<byte> b = stackalloc byte[8];
            {|BUF6002:MemoryMarshal.Write(b, in g)|};
        }
        """));

    [Fact]
    public Task AsRef() => Verify.VerifyAnalyzerAsync(Members("""
        struct P
        {
            public int A, B;
        }

        static void M()
        {
            Span<byte> b = new byte[7];
            ref var p = ref {|BUF6002:MemoryMarshal.AsRef<P>(b)|};
            p.A = 1;
        }
        """));

    [Fact]
    public Task CastEmpty() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            Span<byte> b = stackalloc byte[3];
            return {|BUF6002:MemoryMarshal.Cast<byte, int>(b)|}.Length;
        }
        """));

    [Fact]
    public Task UnalignedRef() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            var b = new byte[2];
            return {|BUF6002:Unsafe.ReadUnaligned<int>(ref b[0])|};
        }
        """));

    [Fact]
    public Task UnalignedOffset() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            var b = new byte[8];
            var x = Unsafe.ReadUnaligned<int>(ref b[4]);
            return x + {|BUF6002:Unsafe.ReadUnaligned<int>(ref b[6])|};
        }
        """));

    [Fact]
    public Task UnalignedPointer() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            byte* p = stackalloc byte[2];
            return {|BUF6002:Unsafe.ReadUnaligned<int>(p)|};
        }
        """));

    [Fact]
    public Task UnalignedWrite() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            byte* p = stackalloc byte[2];
            {|BUF6002:Unsafe.WriteUnaligned(p, 1L)|};
            Unsafe.WriteUnaligned(p, (short)1);
        }
        """));

    [Fact]
    public Task UnsafeAsLocal() => Verify.VerifyAnalyzerAsync(Members("""
        long M()
        {
            int x = 1;
            return {|BUF6002:Unsafe.As<int, long>(ref x)|};
        }
        """));

    [Fact]
    public Task GetReference() => Verify.VerifyAnalyzerAsync(Members("""
        long M()
        {
            Span<byte> b = stackalloc byte[4];
            return {|BUF6002:Unsafe.ReadUnaligned<long>(ref MemoryMarshal.GetReference(b))|};
        }
        """));

    [Fact]
    public Task Enum() => Verify.VerifyAnalyzerAsync(Members("""
        enum E : long
        {
            A
        }

        static E M()
        {
            ReadOnlySpan<byte> b = new byte[4];
            return {|BUF6002:MemoryMarshal.Read<E>(b)|};
        }
        """));

    [Fact]
    public Task U8() => Verify.VerifyAnalyzerAsync(Members("""
        int M() => {|BUF6002:MemoryMarshal.Read<int>("abc"u8)|};
        """));

    [Fact]
    public Task ArrayAsBytes() => Verify.VerifyAnalyzerAsync(Members("""
        byte[] M()
        {
            var a = new int[4];
            return {|BUF6002:Unsafe.As<byte[]>(a)|};
        }
        """));

    [Fact]
    public Task ArrayAsBytesRefs() => Verify.VerifyAnalyzerAsync(Members("""
        byte[] M(int[] a) => {|BUF6002:Unsafe.As<int[], byte[]>(ref a)|};
        """));
}
