// Protocols of pools as programs have them: none of these is wrong.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2001;

public class UsualProtocols
{
    [Fact]
    public Task CopiesAStream() => Verify.VerifyAnalyzerAsync(Members("""
        async Task Pump(Stream s, CancellationToken ct)
        {
            byte[] buffer = ArrayPool<byte>.Shared.Rent(4096);
            try
            {
                int n;
                while ((n = await s.ReadAsync(buffer.AsMemory(), ct).ConfigureAwait(false)) != 0)
                    await s.WriteAsync(buffer.AsMemory(0, n), ct).ConfigureAwait(false);
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
        """));

    [Fact]
    public Task EncodesInAConditionalBuffer() => Verify.VerifyAnalyzerAsync(Members("""
        string Encode(ReadOnlySpan<char> text)
        {
            int max = Encoding.UTF8.GetMaxByteCount(text.Length);
            byte[]? pooled = null;
            Span<byte> bytes = max <= 512 ? stackalloc byte[512] : (pooled = ArrayPool<byte>.Shared.Rent(max)).AsSpan(0, max);
            try
            {
                int n = Encoding.UTF8.GetBytes(text, bytes);
                return Convert.ToHexString(bytes.Slice(0, n));
            }
            finally
            {
                if (pooled != null)
                {
                    bytes.Clear();
                    ArrayPool<byte>.Shared.Return(pooled);
                }
            }
        }
        """));

    [Fact]
    public Task SpanAssignedOnEachWay() => Verify.VerifyAnalyzerAsync(Members("""
        void M(int n)
        {
            byte[]? rented = null;
            scoped Span<byte> buffer;
            if (n <= 128)
            {
                buffer = stackalloc byte[128];
            }
            else
            {
                rented = ArrayPool<byte>.Shared.Rent(n);
                buffer = rented;
            }

            buffer.Clear();
            Console.WriteLine(buffer[0]);
            if (rented != null)
                ArrayPool<byte>.Shared.Return(rented);
        }
        """));

    [Fact]
    public Task RentedUnderATest() => Verify.VerifyAnalyzerAsync(Members("""
        void M(int n)
        {
            byte[] a = Array.Empty<byte>();
            if (n > 0)
                a = ArrayPool<byte>.Shared.Rent(n);
            a.AsSpan().Clear();
            if (n > 0)
                ArrayPool<byte>.Shared.Return(a);
        }
        """));

    [Fact]
    public Task RentedOrGiven() => Verify.VerifyAnalyzerAsync(Members("""
        void M(byte[] scratch, int n)
        {
            byte[] a = scratch;
            if (n > scratch.Length)
                a = ArrayPool<byte>.Shared.Rent(n);
            a[0] = 1;
            if (a != scratch)
                ArrayPool<byte>.Shared.Return(a);
            scratch[0] = 1;
        }

        void M2(byte[] scratch, int n)
        {
            byte[] a = n > scratch.Length ? ArrayPool<byte>.Shared.Rent(n) : scratch;
            a[0] = 1;
            if (!ReferenceEquals(a, scratch))
                ArrayPool<byte>.Shared.Return(a);
            scratch[0] = 1;
        }
        """));

    [Fact]
    public Task QueuedOrReturned() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Queue<byte[]> q, Stream s)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            int n = s.Read(a);
            if (n > 0)
            {
                q.Enqueue(a);
                return;
            }

            ArrayPool<byte>.Shared.Return(a);
        }
        """));

    [Fact]
    public Task JumpsToTheReturn() => Verify.VerifyAnalyzerAsync(Members("""
        int M(Stream s)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            int r = -1;
            if (s.Read(a) == 0)
                goto done;
            r = a[0];
            done:
                ArrayPool<byte>.Shared.Return(a);
            return r;
        }
        """));

    [Fact]
    public Task LocalFunctionReads() => Verify.VerifyAnalyzerAsync(Members("""
        int M(Stream s)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            try
            {
                return Inner();
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(a);
            }

            int Inner()
            {
                return s.Read(a);
            }
        }
        """));

    [Fact]
    public Task ClearedAndReturned() => Verify.VerifyAnalyzerAsync(Members("""
        void Login(Stream s)
        {
            var pw = ArrayPool<char>.Shared.Rent(32);
            try
            {
                if (s.ReadByte() < 0)
                {
                    return;
                }

                Check(pw);
            }
            catch (Exception e)when (e is IOException or InvalidOperationException)
            {
                Log(pw);
                throw;
            }
            finally
            {
                Array.Clear(pw);
                ArrayPool<char>.Shared.Return(pw);
            }
        }

        static void Check(char[] a)
        {
        }

        static void Log(char[] a)
        {
        }
        """));

    [Fact]
    public Task AwaitedInATry() => Verify.VerifyAnalyzerAsync(Members("""
        async Task<int> M(Stream s)
        {
            var o = MemoryPool<byte>.Shared.Rent(3);
            try
            {
                return await s.ReadAsync(o.Memory);
            }
            finally
            {
                o.Dispose();
            }
        }

        Task<int> Bad(Stream s)
        {
            using var o = MemoryPool<byte>.Shared.Rent(3);
            return Task.FromResult(o.Memory.Length);
        }

        ValueTask<int> Sync(Stream s)
        {
            using var o = MemoryPool<byte>.Shared.Rent(3);
            var v = o.Memory.Span[0];
            return new ValueTask<int>(v);
        }
        """));

    [Fact]
    public Task GivenToAnAsyncIterator() => Verify.VerifyAnalyzerAsync(Members("""
        async Task M(Stream s)
        {
            using var o = MemoryPool<byte>.Shared.Rent(8);
            await using var x = s;
            await foreach (var i in Items(o.Memory))
                Console.WriteLine(i);
        }

        async IAsyncEnumerable<int> Items(Memory<byte> m)
        {
            await Task.Yield();
            yield return m.Span[0];
        }
        """));
}
