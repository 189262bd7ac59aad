// BUF6001: calls that must stay silent.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF6001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF6001;

public class Silent
{
    [Fact]
    public Task CopytoFits() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var src = new int[4];
            Span<int> dst = stackalloc int[4];
            src.AsSpan().CopyTo(dst);
        }
        """));

    [Fact]
    public Task SliceConstOk() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            Span<byte> s = new byte[10];
            var a = s.Slice(4, 6);
            var b = s.Slice(10);
            var c = s[2..10];
        }
        """));

    [Fact]
    public Task NewSpanPtrOk() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            byte* p = stackalloc byte[8];
            var s = new Span<int>(p, 2);
        }
        """));

    [Fact]
    public Task NativeAllocOk() => Verify.VerifyAnalyzerAsync(Members("""
        void M(int n)
        {
            int* p = (int*)NativeMemory.Alloc((nuint)n, sizeof(int));
            var s = new Span<int>(p, n);
            s.Clear();
            NativeMemory.Free(p);
        }
        """));

    [Fact]
    public Task HglobalOk() => Verify.VerifyAnalyzerAsync(Members("""
        void M(int n)
        {
            IntPtr p = Marshal.AllocHGlobal(n * sizeof(int));
            try
            {
                var s = new Span<int>((void*)p, n);
            }
            finally
            {
                Marshal.FreeHGlobal(p);
            }
        }
        """));

    [Fact]
    public Task CreatespanLocalOk() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            int x = 0;
            var s = MemoryMarshal.CreateSpan(ref x, 1);
            s[0] = 1;
        }
        """));

    [Fact]
    public Task BinprimOk() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            Span<byte> b = stackalloc byte[8];
            BinaryPrimitives.WriteInt64LittleEndian(b, 1);
            return BinaryPrimitives.ReadInt32BigEndian(b.Slice(4));
        }
        """));

    [Fact]
    public Task BlockcopyOk() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var a = new int[10];
            var b = new byte[40];
            Buffer.BlockCopy(a, 0, b, 0, 40);
        }
        """));

    [Fact]
    public Task ArraycopyOk() => Verify.VerifyAnalyzerAsync(Members("""
        void M(byte[] src)
        {
            var b = new byte[src.Length + 1];
            Array.Copy(src, 0, b, 1, src.Length);
        }
        """));

    [Fact]
    public Task EncodingOk() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            Span<byte> b = stackalloc byte[5];
            Encoding.UTF8.GetBytes("hello", b);
        }
        """));

    [Fact]
    public Task StreamOk() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Stream s)
        {
            var b = new byte[10];
            s.Read(b, 5, 5);
        }
        """));

    [Fact]
    public Task GuardSilent() => Verify.VerifyAnalyzerAsync(Members("""
        void M(byte[] b)
        {
            if (b.Length < 4)
                return;
            var s = b.AsSpan(0, 4);
            if (b.Length == 2)
            {
                b.AsSpan(0, 3);
            }
        }
        """));

    [Fact]
    public Task GuardOk() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Span<byte> d, ReadOnlySpan<byte> s)
        {
            if (d.Length < s.Length)
                throw new ArgumentException();
            s.CopyTo(d);
            new int[4].CopyTo(new int[4], 0);
        }
        """));

    [Fact]
    public Task Try() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            Span<byte> s = new byte[10];
            try
            {
                s.Slice(11);
            }
            catch (ArgumentOutOfRangeException)
            {
            }
        }
        """));

    [Fact]
    public Task Assert() => Verify.VerifyAnalyzerAsync(Members("""
        static class Assert
        {
            public static void Throws<T>(Action a)
            {
            }
        }

        void M()
        {
            var s = new byte[10];
            Assert.Throws<ArgumentException>(() => s.AsSpan(11));
            Assert.Throws<ArgumentException>(() =>
            {
                Span<byte> t = stackalloc byte[4];
                t.Slice(5);
            });
        }
        """));

    [Fact]
    public Task Join() => Verify.VerifyAnalyzerAsync(Members("""
        void M(bool f)
        {
            Span<byte> s = f ? new byte[4] : new byte[8];
            s.Slice(0, 6);
        }
        """));

    [Fact]
    public Task Reassign() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var a = new byte[4];
            a = new byte[8];
            a.AsSpan(0, 8);
        }
        """));

    [Fact]
    public Task Resize() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var a = new byte[4];
            Array.Resize(ref a, 8);
            a.AsSpan(0, 8);
        }
        """));

    [Fact]
    public Task LoopGrow() => Verify.VerifyAnalyzerAsync(Members("""
        void M(bool f)
        {
            var a = new byte[4];
            while (f)
            {
                a.AsSpan(0, 4).Clear();
                a = new byte[a.Length * 2];
            }

            a.AsSpan(0, 100);
        }
        """));

    [Fact]
    public Task Foreach() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var a = new byte[4];
            for (int i = 0; i < 4; i++)
            {
                a.AsSpan(i, 1).Clear();
            }

            foreach (var x in new[]
            {
                1,
                9
            }

            )
            {
                a.AsSpan(x);
            }
        }
        """));

    [Fact]
    public Task LambdaCaptured() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var a = new byte[4];
            Action f = () => a = new byte[8];
            f();
            a.AsSpan(0, 8);
        }
        """));

    [Fact]
    public Task Rent() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var a = ArrayPool<byte>.Shared.Rent(4);
            a.AsSpan(0, 8).Clear();
            ArrayPool<byte>.Shared.Return(a);
        }
        """));

    [Fact]
    public Task FixedOk() => Verify.VerifyAnalyzerAsync(Members("""
        void M(byte[] a)
        {
            fixed (byte* p = a)
            {
                var s = new Span<byte>(p, a.Length);
                s.Slice(0, 1);
            }
        }
        """));

    [Fact]
    public Task ConstGuardDead() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            const int N = 4;
            Span<byte> s = stackalloc byte[N];
            if (N > 8)
            {
                s.Slice(0, 8);
            }

            if (s.Length > 6)
            {
                s.Slice(0, 6);
            }
        }
        """));

    [Fact]
    public Task IsPatternLength() => Verify.VerifyAnalyzerAsync(Members("""
        void M(byte[] b)
        {
            if (b is { Length: >= 4 })
                b.AsSpan(0, 4);
            if (b.Length is 0)
                return;
            b.AsSpan(0, 1);
        }
        """));

    [Fact]
    public Task NSame() => Verify.VerifyAnalyzerAsync(Members("""
        void M(int n)
        {
            Span<byte> s = new byte[n];
            s.Slice(0, n);
            n = 5;
            s.Slice(0, n);
        }
        """));

    [Fact]
    public Task WhileShrinking() => Verify.VerifyAnalyzerAsync(Members("""
        void M(ReadOnlySpan<byte> s)
        {
            while (s.Length >= 4)
            {
                var v = BinaryPrimitives.ReadInt32LittleEndian(s);
                s = s.Slice(4);
            }

            if (s.Length >= 2)
            {
                s = s.Slice(2);
            }
        }
        """));

    [Fact]
    public Task StackallocOrNew() => Verify.VerifyAnalyzerAsync(Members("""
        void M(int n)
        {
            Span<byte> b = n <= 16 ? stackalloc byte[16] : new byte[n];
            b = b.Slice(0, n);
            b.Slice(0, 16);
        }
        """));

    [Fact]
    public Task Min() => Verify.VerifyAnalyzerAsync(Members("""
        void M(byte[] a, byte[] b)
        {
            var n = Math.Min(a.Length, b.Length);
            a.AsSpan(0, n).CopyTo(b);
            if (a.Length > b.Length)
            {
                a.AsSpan(0, n).CopyTo(b);
            }
        }
        """));
}
