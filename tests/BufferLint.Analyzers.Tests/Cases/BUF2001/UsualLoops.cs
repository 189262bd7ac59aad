// Loops over pooled buffers as programs have them: none of these is wrong.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2001;

public class UsualLoops
{
    [Fact]
    public Task GrowsUntilItFits() => Verify.VerifyAnalyzerAsync(Members("""
        string M(Func<char[], int> fill)
        {
            char[] buf = ArrayPool<char>.Shared.Rent(16);
            try
            {
                while (true)
                {
                    int n = fill(buf);
                    if (n <= buf.Length)
                        return new string (buf, 0, n);
                    char[] old = buf;
                    buf = ArrayPool<char>.Shared.Rent(n);
                    ArrayPool<char>.Shared.Return(old);
                }
            }
            finally
            {
                ArrayPool<char>.Shared.Return(buf);
            }
        }
        """));

    [Fact]
    public Task ReturnsBeforeItRentsMore() => Verify.VerifyAnalyzerAsync(Members("""
        string M(int k)
        {
            char[] buf = ArrayPool<char>.Shared.Rent(16);
            int n;
            while (!TryFill(buf, out n))
            {
                int size = buf.Length * 2;
                ArrayPool<char>.Shared.Return(buf);
                buf = ArrayPool<char>.Shared.Rent(size);
            }

            string s = new string (buf, 0, n);
            ArrayPool<char>.Shared.Return(buf);
            return s;
        }

        static bool TryFill(char[] b, out int n)
        {
            n = b.Length;
            return n > 100;
        }
        """));

    [Fact]
    public Task CaughtInALoop() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Stream s)
        {
            for (int i = 0; i < 3; i++)
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                try
                {
                    s.ReadExactly(a);
                }
                catch (IOException)
                {
                    ArrayPool<byte>.Shared.Return(a);
                    continue;
                }
                catch (ObjectDisposedException)
                {
                    ArrayPool<byte>.Shared.Return(a);
                    break;
                }

                ArrayPool<byte>.Shared.Return(a);
            }
        }
        """));

    [Fact]
    public Task RentedAgainInACatch() => Verify.VerifyAnalyzerAsync(Members("""
        byte[] M(Stream s)
        {
            byte[] a = ArrayPool<byte>.Shared.Rent(8);
            while (true)
            {
                try
                {
                    s.ReadExactly(a);
                    return a;
                }
                catch (IOException)
                {
                    ArrayPool<byte>.Shared.Return(a);
                    a = ArrayPool<byte>.Shared.Rent(16);
                }
            }
        }
        """));

    [Fact]
    public Task RentedOnDemand() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Stream s)
        {
            byte[]? a = null;
            while (s.Length > 3)
            {
                a ??= ArrayPool<byte>.Shared.Rent(8);
                s.Read(a);
                if (s.Length > 10)
                {
                    ArrayPool<byte>.Shared.Return(a);
                    a = null;
                }
            }

            if (a != null)
                ArrayPool<byte>.Shared.Return(a);
        }
        """));

    [Fact]
    public Task EachWorkerItsOwn() => Verify.VerifyAnalyzerAsync(Members("""
        void M(int n)
        {
            Parallel.For(0, n, i =>
            {
                var a = ArrayPool<int>.Shared.Rent(8);
                try
                {
                    a[0] = i;
                }
                finally
                {
                    ArrayPool<int>.Shared.Return(a);
                }
            });
            Parallel.For(0, n, () => ArrayPool<int>.Shared.Rent(8), (i, s, a) =>
            {
                a[0] = i;
                return a;
            }, a => ArrayPool<int>.Shared.Return(a));
            var l = new ThreadLocal<byte[]>(() => ArrayPool<byte>.Shared.Rent(8));
        }
        """));

    [Fact]
    public Task PagesOfALocalArray() => Verify.VerifyAnalyzerAsync(Members("""
        void M(int n)
        {
            var pages = new byte[n][];
            for (int i = 0; i < n; i++)
                pages[i] = ArrayPool<byte>.Shared.Rent(8);
            try
            {
                for (int i = 0; i < n; i++)
                    pages[i][0] = 1;
            }
            finally
            {
                for (int i = 0; i < n; i++)
                    ArrayPool<byte>.Shared.Return(pages[i]);
            }
        }
        """));

    [Fact]
    public Task PagesOfAList() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<byte[]> l)
        {
            for (int i = l.Count - 1; i >= 0; i--)
            {
                var a = l[i];
                l.RemoveAt(i);
                ArrayPool<byte>.Shared.Return(a);
            }

            foreach (var a in l)
                ArrayPool<byte>.Shared.Return(a, true);
            l.ForEach(a => ArrayPool<byte>.Shared.Return(a));
        }
        """));
}
