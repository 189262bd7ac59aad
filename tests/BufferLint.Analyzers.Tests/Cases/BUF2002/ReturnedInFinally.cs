// An array that went back already when a finally or catch block returns it.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2002;

public class ReturnedInFinally
{
    [Fact]
    public Task ThenFinally() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            try
            {
                stream.ReadExactly(a);
                ArrayPool<byte>.Shared.Return(a);
            }
            finally
            {
                {|BUF2002:ArrayPool<byte>.Shared.Return(a)|};
            }
        }

        void Nulled(Stream stream)
        {
            byte[]? a = ArrayPool<byte>.Shared.Rent(8);
            try
            {
                stream.ReadExactly(a);
                ArrayPool<byte>.Shared.Return(a);
                a = null;
            }
            finally
            {
                if (a is not null)
                {
                    ArrayPool<byte>.Shared.Return(a);
                }
            }
        }
        """));

    [Fact]
    public Task ThrownThenFinally() => Verify.VerifyAnalyzerAsync(Members("""
        void M(int n)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            try
            {
                if (n < 0)
                {
                    ArrayPool<byte>.Shared.Return(a);
                    throw new ArgumentOutOfRangeException(nameof(n));
                }
            }
            finally
            {
                {|BUF2002:ArrayPool<byte>.Shared.Return(a)|};
            }
        }

        void Thrown(int n)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            try
            {
                if (n < 0)
                {
                    throw new ArgumentOutOfRangeException(nameof(n));
                }
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(a);
            }
        }
        """));

    [Fact]
    public Task CaughtAndFinally() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            try
            {
                stream.ReadExactly(a);
            }
            catch (IOException)
            {
                ArrayPool<byte>.Shared.Return(a);
                throw;
            }
            finally
            {
                {|BUF2002:ArrayPool<byte>.Shared.Return(a)|};
            }
        }

        void CaughtOnly(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            try
            {
                stream.ReadExactly(a);
            }
            catch (IOException)
            {
                ArrayPool<byte>.Shared.Return(a);
                throw;
            }

            ArrayPool<byte>.Shared.Return(a);
        }
        """));

    [Fact]
    public Task LastCallOfATry() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            try
            {
                stream.ReadExactly(a);
                ArrayPool<byte>.Shared.Return(a);
            }
            catch (IOException)
            {
                ArrayPool<byte>.Shared.Return(a);
                throw;
            }
        }
        """));

    [Fact]
    public Task ReturnInTheMiddle() => Verify.VerifyAnalyzerAsync(Members("""
        int M(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            try
            {
                var read = stream.Read(a, 0, 8);
                if (read == 0)
                {
                    ArrayPool<byte>.Shared.Return(a);
                    return 0;
                }

                return a[0];
            }
            finally
            {
                {|BUF2002:ArrayPool<byte>.Shared.Return(a)|};
            }
        }
        """));
}
