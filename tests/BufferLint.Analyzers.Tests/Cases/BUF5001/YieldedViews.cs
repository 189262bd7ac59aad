// Views that iterators yield and release, and those who look at them in turn or collect them.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF5001;

public class YieldedViews
{
    [Theory]
    [InlineData("Pages(stream).ToList()")]
    [InlineData("Pages(stream).Where(page => page.Length > 1).Skip(1).ToArray()")]
    [InlineData("new List<Memory<byte>>(Pages(stream))")]
    [InlineData("new C().Pages(stream).ToHashSet()")]
    public Task Collected(string pages) => Verify.VerifyAnalyzerAsync(Members($$"""
        IEnumerable<Memory<byte>> Pages(Stream stream)
        {
            using var owner = MemoryPool<byte>.Shared.Rent(4096);
            for (int read; (read = stream.Read(owner.Memory.Span)) > 0;)
            {
                yield return {|BUF5001:owner.Memory[..read]|};
            }
        }

        object All(Stream stream) => {{pages}};
        """));

    [Theory]
    [InlineData("Pages(stream)")]
    [InlineData("Pages(stream).ToList().Count")]
    [InlineData("Pages(stream).Sum(page => page.Length)")]
    [InlineData("Pages(stream).Select(page => page.ToArray()).ToList()")]
    [InlineData("Pages().ToList()")]
    public Task LookedAtInTurn(string pages) => Verify.VerifyAnalyzerAsync(Members($$"""
        IEnumerable<Memory<byte>> Pages(Stream stream)
        {
            using var owner = MemoryPool<byte>.Shared.Rent(4096);
            for (int read; (read = stream.Read(owner.Memory.Span)) > 0;)
            {
                yield return owner.Memory[..read];
            }
        }

        IEnumerable<Memory<byte>> Pages() => new[] { default(Memory<byte>) };

        object All(Stream stream) => {{pages}};
        """));

    [Fact]
    public Task CollectedByALoop() => Verify.VerifyAnalyzerAsync(Types("""
        class Reader
        {
            public IEnumerable<ArraySegment<byte>> Pages(Stream stream)
            {
                var page = ArrayPool<byte>.Shared.Rent(4096);
                try
                {
                    for (int read; (read = stream.Read(page)) > 0;)
                    {
                        yield return {|BUF5001:new ArraySegment<byte>(page, 0, read)|};
                    }
                }
                finally
                {
                    ArrayPool<byte>.Shared.Return(page);
                }
            }
        }

        class Asking
        {
            private readonly Queue<ArraySegment<byte>> _pages = new();

            void Load(Stream stream)
            {
                var reader = new Reader();
                foreach (var page in reader.Pages(stream))
                {
                    _pages.Enqueue(page);
                }
            }
        }
        """));

    [Fact]
    public Task LoopsThatKeepNothing() => Verify.VerifyAnalyzerAsync(Types("""
        class Reader
        {
            public IEnumerable<ArraySegment<byte>> Pages(Stream stream)
            {
                var page = ArrayPool<byte>.Shared.Rent(4096);
                try
                {
                    for (int read; (read = stream.Read(page)) > 0;)
                    {
                        yield return new ArraySegment<byte>(page, 0, read);
                    }
                }
                finally
                {
                    ArrayPool<byte>.Shared.Return(page);
                }
            }
        }

        class Sums
        {
            private int _sum;

            public void Add(ArraySegment<byte> bytes) => _sum += bytes.Count;
        }

        class Asking
        {
            void Copied(Reader reader, Stream stream, List<byte[]> copies)
            {
                foreach (var page in reader.Pages(stream))
                {
                    copies.Add(page.ToArray());
                }
            }

            void Emptied(Reader reader, Stream stream, List<ArraySegment<byte>> batch, Socket socket)
            {
                foreach (var page in reader.Pages(stream))
                {
                    batch.Add(page);
                    socket.Send(batch);
                    batch.Clear();
                }
            }

            void Counted(Reader reader, Stream stream, Sums sums)
            {
                foreach (var page in reader.Pages(stream))
                {
                    sums.Add(page);
                }
            }
        }

        abstract class Socket
        {
            public abstract void Send(List<ArraySegment<byte>> batch);
        }
        """));

    [Fact]
    public Task ALeaseATurn() => Verify.VerifyAnalyzerAsync(Members("""
        static async IAsyncEnumerable<(ReadOnlyMemory<byte> Data, int Number)> Pages(Stream stream)
        {
            for (var number = 0; ; number++)
            {
                var page = ArrayPool<byte>.Shared.Rent(4096);
                await stream.ReadExactlyAsync(page);
                yield return {|BUF5001:(page.AsMemory(), number)|};
                ArrayPool<byte>.Shared.Return(page);
            }
        }

        static async Task<List<(ReadOnlyMemory<byte>, int)>> All(Stream stream)
        {
            var all = new List<(ReadOnlyMemory<byte>, int)>();
            await foreach (var page in Pages(stream))
            {
                all.Add(page);
            }

            return all;
        }
        """));

    [Fact]
    public Task HandedOver() => Verify.VerifyAnalyzerAsync(Members("""
        static async IAsyncEnumerable<ReadOnlyMemory<byte>> ReturnedOnlyIfEmpty(Stream stream)
        {
            while (true)
            {
                var page = ArrayPool<byte>.Shared.Rent(4096);
                var read = await stream.ReadAsync(page);
                if (read == 0)
                {
                    ArrayPool<byte>.Shared.Return(page);
                    yield break;
                }

                yield return page.AsMemory(0, read);
            }
        }

        static IEnumerable<IMemoryOwner<byte>> SetToNullBehind(Stream stream)
        {
            IMemoryOwner<byte> owner = null;
            try
            {
                while (true)
                {
                    owner = MemoryPool<byte>.Shared.Rent(4096);
                    if (stream.Read(owner.Memory.Span) == 0)
                    {
                        yield break;
                    }

                    yield return owner;
                    owner = null;
                }
            }
            finally
            {
                owner?.Dispose();
            }
        }

        static List<IMemoryOwner<byte>> Owners(Stream stream) => SetToNullBehind(stream).ToList();

        static async Task Memories(Stream stream, List<ReadOnlyMemory<byte>> all)
        {
            await foreach (var page in ReturnedOnlyIfEmpty(stream))
            {
                all.Add(page);
            }
        }
        """));

    [Fact]
    public Task ElementsOfADocument() => Verify.VerifyAnalyzerAsync(Members("""
        static JsonElement[] All(string text)
        {
            return [.. Items()];

            IEnumerable<JsonElement> Items()
            {
                using var document = JsonDocument.Parse(text);
                foreach (var item in document.RootElement.EnumerateArray())
                {
                    yield return {|BUF5001:item|};
                }
            }
        }

        static IEnumerable<JsonElement> Clones(string text)
        {
            using var document = JsonDocument.Parse(text);
            foreach (var item in document.RootElement.EnumerateArray())
            {
                yield return item.Clone();
            }
        }

        static JsonElement[] AllClones(string text) => Clones(text).ToArray();
        """));
}
