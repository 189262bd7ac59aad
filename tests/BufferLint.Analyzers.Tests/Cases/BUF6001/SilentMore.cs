// BUF6001: calls that must stay silent.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF6001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF6001;

public class SilentMore
{
    [Fact]
    public Task Finally() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var a = new byte[4];
            try
            {
                Console.WriteLine();
                a = new byte[16];
            }
            finally
            {
                a.AsSpan(0, 8);
            }
        }
        """));

    [Fact]
    public Task LocalFuncModifies() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var n = 4;
            var a = new byte[8];
            void F()
            {
                n = 12;
            }

            F();
            a.AsSpan(0, n);
            new byte[n].CopyTo(a, 0);
        }
        """));

    [Fact]
    public Task OutParam() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            int n = 12;
            int.TryParse("1", out n);
            var a = new byte[8];
            a.AsSpan(0, n);
        }
        """));

    [Fact]
    public Task GotoLoop() => Verify.VerifyAnalyzerAsync(Members("""
        void M(bool f)
        {
            int n = 0;
            var a = new byte[8];
            again:
                a.AsSpan(n);
            n++;
            if (f)
                goto again;
        }
        """));

    [Fact]
    public Task DoLoopOffset() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Stream st)
        {
            var a = new byte[8];
            int off = 0;
            do
            {
                off += st.Read(a, off, a.Length - off);
            }
            while (off < 8);
        }
        """));

    [Fact]
    public Task Tuple() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var(a, b) = (new byte[4], new byte[8]);
            b.CopyTo(a, 0);
        }
        """));

    [Fact]
    public Task GenericT() => Verify.VerifyAnalyzerAsync(Members("""
        void M<T>(Span<T> s)
            where T : unmanaged
        {
            var b = new byte[4];
            MemoryMarshal.AsBytes(s).CopyTo(b);
        }
        """));

    [Fact]
    public Task CondAccess() => Verify.VerifyAnalyzerAsync(Members("""
        void M(byte[] a)
        {
            a?.AsSpan(0, 4);
            new byte[4].AsSpan(0, 4);
        }
        """));

    [Fact]
    public Task NullCoalesce() => Verify.VerifyAnalyzerAsync(Members("""
        void M(byte[] a)
        {
            a ??= new byte[4];
            a.AsSpan(0, 8);
        }
        """));

    [Fact]
    public Task PropertyArray() => Verify.VerifyAnalyzerAsync(Members("""
        byte[] _b = new byte[4];
        void M()
        {
            _b.AsSpan(0, 8);
            var x = _b;
            x.AsSpan(0, 8);
        }
        """));

    [Fact]
    public Task ParamsRefSpan() => Verify.VerifyAnalyzerAsync(Members("""
        static void Adv(ref Span<byte> s)
        {
            s = s.Slice(1);
        }

        void M()
        {
            Span<byte> s = stackalloc byte[4];
            Adv(ref s);
            s.Slice(4);
        }
        """));

    [Fact]
    public Task InlineArraySizeofStruct() => Verify.VerifyAnalyzerAsync(Members("""
        struct P
        {
            public int A, B;
        }

        void M()
        {
            Span<byte> b = stackalloc byte[sizeof(P)];
            b.Slice(0, 8);
        }
        """));

    [Fact]
    public Task UshortMath() => Verify.VerifyAnalyzerAsync(Members("""
        void M(ushort n)
        {
            var a = new byte[n];
            a.AsSpan(0, n);
            a.AsSpan(0, (int)n);
        }
        """));

    [Fact]
    public Task CastNarrowing() => Verify.VerifyAnalyzerAsync(Members("""
        void M(int n)
        {
            var a = new byte[(byte)n];
            a.AsSpan(0, n);
        }
        """));

    [Fact]
    public Task GotoEnd() => Verify.VerifyAnalyzerAsync(Members("""
        void M(byte[] d)
        {
            if (d.Length > 4)
            {
                d.AsSpan(0, 5);
                return;
            }

            d.AsSpan(0, 4);
        }
        """));

    [Fact]
    public Task RefLocal() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var a = new byte[4];
            ref byte[] r = ref a;
            r = new byte[8];
            a.AsSpan(0, 8);
        }
        """));

    [Fact]
    public Task ThrowHelper() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Span<byte> b)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(b.Length, 8);
            b.Slice(0, 8);
            Span<byte> c = stackalloc byte[8];
            c.Slice(0, 8).CopyTo(b);
        }
        """));

    [Fact]
    public Task OneOfTwoVariablesReplacedByReference() => Verify.VerifyAnalyzerAsync(Members("""
        void M(byte[] mine)
        {
            var small = new byte[4];
            ref byte[] chosen = ref (mine.Length > 5 ? ref small : ref mine);
            chosen = new byte[100];
            small.AsSpan(0, 50).Clear();
        }
        """));

    [Fact]
    public Task ArrayCheckedBeforeAnAddressIsCaught() => Verify.VerifyAnalyzerAsync(Members("""
        bool M(IntPtr block)
        {
            try
            {
                Marshal.Copy(new byte[4], 0, block, 9);
                return true;
            }
            catch (ArgumentException)
            {
                return false;
            }
        }
        """));
}
