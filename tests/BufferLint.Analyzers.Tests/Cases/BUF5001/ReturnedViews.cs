// Views that are returned past the finally block or out of the using statement that releases their buffer.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF5001;

public class ReturnedViews
{
    [Fact]
    public Task OutOfAUsingStatement() => Verify.VerifyAnalyzerAsync(Members("""
        Memory<byte> M()
        {
            using (var owner = MemoryPool<byte>.Shared.Rent(8))
            {
                return {|BUF5001:owner.Memory|};
            }
        }

        Memory<byte> Declaration()
        {
            using var owner = MemoryPool<byte>.Shared.Rent(8);
            var memory = owner.Memory.Slice(0, 4);
            return {|BUF5001:memory|};
        }

        byte[] Copied()
        {
            using var owner = MemoryPool<byte>.Shared.Rent(8);
            return owner.Memory.Slice(0, 4).ToArray();
        }

        int Length()
        {
            using var owner = MemoryPool<byte>.Shared.Rent(8);
            return owner.Memory.Length;
        }
        """));

    [Fact]
    public Task PastAFinally() => Verify.VerifyAnalyzerAsync(Members("""
        ReadOnlyMemory<char> M()
        {
            var a = ArrayPool<char>.Shared.Rent(8);
            try
            {
                a[0] = 'x';
                return {|BUF5001:a.AsMemory(0, 1)|};
            }
            finally
            {
                ArrayPool<char>.Shared.Return(a);
            }
        }

        string Copied()
        {
            var a = ArrayPool<char>.Shared.Rent(8);
            try
            {
                a[0] = 'x';
                return new string(a, 0, 1);
            }
            finally
            {
                ArrayPool<char>.Shared.Return(a);
            }
        }
        """));

    [Fact]
    public Task TheArrayItself() => Verify.VerifyAnalyzerAsync(Members("""
        byte[] M(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            try
            {
                stream.ReadExactly(a);
                return {|BUF5001:a|};
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(a);
            }
        }

        byte[] OnlyIfItFails(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            try
            {
                stream.ReadExactly(a);
                return a;
            }
            catch
            {
                ArrayPool<byte>.Shared.Return(a);
                throw;
            }
        }
        """));

    [Fact]
    public Task SpansOverParameters() => Verify.VerifyAnalyzerAsync(Members("""
        Span<byte> M(IMemoryOwner<byte> owner)
        {
            using (owner)
            {
                return {|BUF5001:owner.Memory.Span|};
            }
        }

        Span<byte> KeptByTheCaller(IMemoryOwner<byte> owner)
        {
            var span = owner.Memory.Span;
            span.Clear();
            return span;
        }
        """));

    [Fact]
    public Task Segments() => Verify.VerifyAnalyzerAsync(Members("""
        ArraySegment<byte> M(int n)
        {
            var a = ArrayPool<byte>.Shared.Rent(n);
            try
            {
                return {|BUF5001:new ArraySegment<byte>(a, 0, n)|};
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(a);
            }
        }

        ArraySegment<byte> OwnArray(int n)
        {
            var a = ArrayPool<byte>.Shared.Rent(n);
            try
            {
                var copy = a.AsSpan(0, n).ToArray();
                return new ArraySegment<byte>(copy, 0, n);
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(a);
            }
        }
        """));

    [Fact]
    public Task OnOneWayOnly() => Verify.VerifyAnalyzerAsync(Members("""
        ReadOnlyMemory<byte> M(int n)
        {
            using var owner = MemoryPool<byte>.Shared.Rent(n);
            if (n == 0)
            {
                return ReadOnlyMemory<byte>.Empty;
            }

            return {|BUF5001:owner.Memory|};
        }
        """));

    [Fact]
    public Task HelpersReturnViews() => Verify.VerifyAnalyzerAsync(Members("""
        static ReadOnlyMemory<byte> Trim(ReadOnlyMemory<byte> memory) => memory.Slice(1);

        ReadOnlyMemory<byte> M()
        {
            using var owner = MemoryPool<byte>.Shared.Rent(8);
            return {|BUF5001:Trim(owner.Memory)|};
        }

        static ReadOnlyMemory<byte> Copy(ReadOnlyMemory<byte> memory) => memory.ToArray();

        ReadOnlyMemory<byte> Copied()
        {
            using var owner = MemoryPool<byte>.Shared.Rent(8);
            return Copy(owner.Memory);
        }
        """));

    [Fact]
    public Task Elements() => Verify.VerifyAnalyzerAsync(Members("""
        byte M()
        {
            using var owner = MemoryPool<byte>.Shared.Rent(8);
            return owner.Memory.Span[0];
        }

        string? Reference()
        {
            var a = ArrayPool<string>.Shared.Rent(8);
            try
            {
                a[0] = "x";
                return a[0];
            }
            finally
            {
                ArrayPool<string>.Shared.Return(a, clearArray: true);
            }
        }
        """));

    [Fact]
    public Task Asynchronous() => Verify.VerifyAnalyzerAsync(Members("""
        async Task<ReadOnlyMemory<byte>> M(Stream stream)
        {
            using var owner = MemoryPool<byte>.Shared.Rent(8);
            var read = await stream.ReadAsync(owner.Memory);
            return {|BUF5001:owner.Memory[..read]|};
        }

        async Task<byte[]> Copied(Stream stream)
        {
            using var owner = MemoryPool<byte>.Shared.Rent(8);
            var read = await stream.ReadAsync(owner.Memory);
            return owner.Memory[..read].ToArray();
        }
        """));

    // Who asks for the next page is done with the one before: the usual way to stream.
    [Fact]
    public Task PagesOfAnIterator() => Verify.VerifyAnalyzerAsync(Members("""
        IEnumerable<ReadOnlyMemory<byte>> OnePage(Stream stream)
        {
            var page = ArrayPool<byte>.Shared.Rent(16);
            try
            {
                int read;
                while ((read = stream.Read(page, 0, 16)) > 0)
                {
                    yield return page.AsMemory(0, read);
                }
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(page);
            }
        }

        IEnumerable<ReadOnlyMemory<byte>> APageEachTurn(Stream stream)
        {
            while (stream.CanRead)
            {
                using var owner = MemoryPool<byte>.Shared.Rent(16);
                yield return owner.Memory[..stream.Read(owner.Memory.Span)];
            }
        }

        async IAsyncEnumerable<byte[]> Asynchronous(Stream stream)
        {
            var page = ArrayPool<byte>.Shared.Rent(16);
            while (await stream.ReadAsync(page) > 0)
            {
                yield return page;
            }

            ArrayPool<byte>.Shared.Return(page);
        }
        """));
}
