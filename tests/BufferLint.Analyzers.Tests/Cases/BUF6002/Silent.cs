// BUF6002: reads and casts that must stay silent.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF6002.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF6002;

public class Silent
{
    [Fact]
    public Task ReadFits() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            Span<byte> b = stackalloc byte[4];
            return MemoryMarshal.Read<int>(b);
        }
        """));

    [Fact]
    public Task WriteFits() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Guid g)
        {
            Span<byte> b = stackalloc byte[16];
            MemoryMarshal.Write(b, in g);
        }
        """));

    [Fact]
    public Task AsRefFits() => Verify.VerifyAnalyzerAsync(Members("""
        struct P
        {
            public int A, B;
        }

        static void M()
        {
            Span<byte> b = new byte[8];
            ref var p = ref MemoryMarshal.AsRef<P>(b);
            p.A = 1;
        }
        """));

    [Fact]
    public Task CastFits() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            Span<byte> b = stackalloc byte[5];
            return MemoryMarshal.Cast<byte, int>(b).Length;
        }
        """));

    [Fact]
    public Task CastOfNothing() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            return MemoryMarshal.Cast<byte, int>(Span<byte>.Empty).Length;
        }
        """));

    [Fact]
    public Task CastOfMaybeNothing() => Verify.VerifyAnalyzerAsync(Members("""
        int M(Span<byte> b)
        {
            if (b.Length < 4)
                return MemoryMarshal.Cast<byte, int>(b).Length;
            return 0;
        }
        """));

    [Fact]
    public Task UnsafeAsLocalSame() => Verify.VerifyAnalyzerAsync(Members("""
        uint M()
        {
            int x = 1;
            return Unsafe.As<int, uint>(ref x) + Unsafe.As<int, byte>(ref x);
        }
        """));

    [Fact]
    public Task PackedStruct() => Verify.VerifyAnalyzerAsync(Members("""
        [StructLayout(LayoutKind.Sequential, Pack = 1)]
        struct P
        {
            public byte A;
            public int B;
        }

        static P M()
        {
            var b = new byte[5];
            return MemoryMarshal.Read<P>(b);
        }
        """));

    [Fact]
    public Task ExplicitStruct() => Verify.VerifyAnalyzerAsync(Members("""
        [StructLayout(LayoutKind.Explicit)]
        struct P
        {
            [FieldOffset(0)]
            public int A;
            [FieldOffset(0)]
            public float B;
        }

        static P M()
        {
            var b = new byte[4];
            return MemoryMarshal.Read<P>(b);
        }
        """));

    [Fact]
    public Task Generic() => Verify.VerifyAnalyzerAsync(Members("""
        static T M<T>()
            where T : unmanaged
        {
            Span<byte> b = stackalloc byte[4];
            return MemoryMarshal.Read<T>(b);
        }
        """));

    [Fact]
    public Task SizeofGeneric() => Verify.VerifyAnalyzerAsync(Members("""
        static T M<T>()
            where T : unmanaged
        {
            Span<byte> b = stackalloc byte[Unsafe.SizeOf<T>()];
            return MemoryMarshal.Read<T>(b);
        }
        """));

    [Fact]
    public Task TryRead() => Verify.VerifyAnalyzerAsync(Members("""
        bool M(out int v)
        {
            Span<byte> b = stackalloc byte[2];
            return MemoryMarshal.TryRead(b, out v);
        }
        """));

    [Fact]
    public Task Caught() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            Span<byte> b = stackalloc byte[2];
            try
            {
                return MemoryMarshal.Read<int>(b);
            }
            catch (ArgumentOutOfRangeException)
            {
                return 0;
            }
        }
        """));

    [Fact]
    public Task U8Fits() => Verify.VerifyAnalyzerAsync(Members("""
        int M() => MemoryMarshal.Read<int>("abcd"u8);
        """));

    [Fact]
    public Task ArrayAsSameSize() => Verify.VerifyAnalyzerAsync(Members("""
        uint[] M()
        {
            var a = new int[4];
            return Unsafe.As<uint[]>(a);
        }
        """));

    [Fact]
    public Task ObjectAsArray() => Verify.VerifyAnalyzerAsync(Members("""
        byte[] M(object o) => Unsafe.As<byte[]>(o);
        """));

    [Fact]
    public Task Asbytes() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            var a = new int[2];
            return (int)MemoryMarshal.Read<long>(MemoryMarshal.AsBytes(a.AsSpan()));
        }
        """));
}
