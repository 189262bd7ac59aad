// Releases in finally, catch and using, and what is evaluated before them.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2001;

public class Finally
{
    [Fact]
    public Task TheUsualShape() => Verify.VerifyAnalyzerAsync(Members("""
        int M(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(16);
            try
            {
                return stream.Read(a, 0, a.Length);
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(a);
            }
        }

        int UsedBehindIt(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(16);
            try
            {
                stream.ReadExactly(a);
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(a);
            }

            return {|BUF2001:a[0]|};
        }
        """));

    [Fact]
    public Task ResultIsComputedBefore() => Verify.VerifyAnalyzerAsync(Members("""
        string M()
        {
            var a = ArrayPool<char>.Shared.Rent(16);
            try
            {
                return new string(a, 0, 4);
            }
            finally
            {
                ArrayPool<char>.Shared.Return(a);
            }
        }

        int Element()
        {
            var a = ArrayPool<int>.Shared.Rent(16);
            try
            {
                return a[0];
            }
            finally
            {
                ArrayPool<int>.Shared.Return(a);
            }
        }
        """));

    [Fact]
    public Task ReturnedInACatch() => Verify.VerifyAnalyzerAsync(Members("""
        int M(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(16);
            try
            {
                stream.ReadExactly(a);
            }
            catch (IOException)
            {
                ArrayPool<byte>.Shared.Return(a);
                throw;
            }

            var first = a[0];
            ArrayPool<byte>.Shared.Return(a);
            return first;
        }

        int GoesOn(Stream stream)
        {
            var a = {|BUF2006:ArrayPool<byte>.Shared.Rent(16)|};
            try
            {
                stream.ReadExactly(a);
            }
            catch (IOException)
            {
                ArrayPool<byte>.Shared.Return(a);
            }

            return {|BUF2001:a[0]|};
        }
        """));

    [Fact]
    public Task UsedInFinallyAfterTheReturn() => Verify.VerifyAnalyzerAsync(Members("""
        int M(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(16);
            try
            {
                return stream.Read(a, 0, 16);
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(a);
                Array.Clear({|BUF2001:a|});
            }
        }

        int ClearedFirst(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(16);
            try
            {
                return stream.Read(a, 0, 16);
            }
            finally
            {
                Array.Clear(a);
                ArrayPool<byte>.Shared.Return(a);
            }
        }
        """));

    [Fact]
    public Task NulledForTheFinally() => Verify.VerifyAnalyzerAsync(Members("""
        int M(Stream stream)
        {
            byte[]? a = ArrayPool<byte>.Shared.Rent(16);
            try
            {
                var read = stream.Read(a, 0, 16);
                ArrayPool<byte>.Shared.Return(a);
                a = null;
                return read;
            }
            finally
            {
                if (a != null)
                {
                    ArrayPool<byte>.Shared.Return(a);
                }
            }
        }
        """));

    [Fact]
    public Task SpanOutsideTheTry() => Verify.VerifyAnalyzerAsync(Members("""
        int M(int n)
        {
            byte[]? rented = null;
            Span<byte> span = n <= 64 ? stackalloc byte[64] : (rented = ArrayPool<byte>.Shared.Rent(n));
            try
            {
                span.Clear();
            }
            finally
            {
                if (rented is not null)
                {
                    ArrayPool<byte>.Shared.Return(rented);
                }
            }

            return {|BUF2001:span[0]|};
        }

        int Within(int n)
        {
            byte[]? rented = null;
            try
            {
                Span<byte> span = n <= 64 ? stackalloc byte[64] : (rented = ArrayPool<byte>.Shared.Rent(n));
                span.Clear();
                return span[0];
            }
            finally
            {
                if (rented is not null)
                {
                    ArrayPool<byte>.Shared.Return(rented);
                }
            }
        }
        """));

    [Fact]
    public Task NestedFinally() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            try
            {
                try
                {
                    a[0] = 1;
                }
                finally
                {
                    Console.WriteLine(a[0]);
                }
            }
            finally
            {
                ArrayPool<int>.Shared.Return(a);
            }

            return 1;
        }

        int InnerReturns()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            try
            {
                try
                {
                    a[0] = 1;
                }
                finally
                {
                    ArrayPool<int>.Shared.Return(a);
                }
            }
            finally
            {
                Console.WriteLine({|BUF2001:a[0]|});
            }

            return 1;
        }
        """));

    [Fact]
    public Task Rethrown() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(16);
            try
            {
                stream.ReadExactly(a);
            }
            catch
            {
                ArrayPool<byte>.Shared.Return(a);
                throw;
            }

            stream.Write(a, 0, 16);
            ArrayPool<byte>.Shared.Return(a);
        }
        """));
}
