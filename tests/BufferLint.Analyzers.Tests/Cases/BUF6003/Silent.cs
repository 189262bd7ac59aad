// BUF6003: uses of buffers that must stay silent.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF6003.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF6003;

public class Silent
{
    /// <summary>Parts, and buffers that may be data as a whole.</summary>
    [Theory]
    [InlineData("seen = SHA256.HashData(page.AsSpan(0, read))")]
    [InlineData("seen = MD5.Create().ComputeHash(page, 0, read)")]
    [InlineData("seen = page.AsSpan(0, read).SequenceEqual(other)")]
    [InlineData("seen = other.AsSpan().SequenceEqual(page.AsSpan()[..read])")]
    [InlineData("seen = Encoding.UTF8.GetString(page, 0, read)")]
    [InlineData("seen = Convert.ToBase64String(page, 0, read)")]
    [InlineData("seen = Convert.ToHexString(page, 0, read)")]
    [InlineData("target.Write(page, 0, read)")]
    [InlineData("target.Write(page[..read])")]
    [InlineData("seen = new ByteArrayContent(page, 0, read)")]
    [InlineData("seen = page.Take(read).ToList()")]
    [InlineData("foreach (var item in page) { if (seen is byte) { break; } seen = item; }")]
    [InlineData("foreach (var item in page.AsSpan(0, read)) { seen = item; }")]
    [InlineData("for (var index = 0; index < read; index++) { seen = page[index]; }")]
    [InlineData("seen = page.Length")]
    [InlineData("var copy = page.AsSpan().ToArray(); target.Write(copy, 0, read)")]
    [InlineData("target.Write(page.AsSpan().ToArray(), 0, read)")]
    [InlineData("seen = Seen(page.ToArray(), read)")]
    [InlineData("var copy = page.ToArray(); target.Write(copy, 0, read)")]
    [InlineData("var copy = (byte[])page.Clone(); target.Write(copy, 0, read)")]
    [InlineData("seen = new MemoryStream(page, 0, read)")]
    [InlineData("var whole = page.AsSpan(); seen = SHA256.HashData(whole.Slice(0, read))")]
    [InlineData("if (read == page.Length) { seen = SHA256.HashData(page); }")]
    [InlineData("page.AsSpan(read).Clear(); seen = SHA256.HashData(page)")]
    [InlineData("Array.Clear(page, read, page.Length - read); seen = SHA256.HashData(page)")]
    [InlineData("source.ReadExactly(page); seen = SHA256.HashData(page)")]
    [InlineData("RandomNumberGenerator.Fill(page); seen = SHA256.HashData(page)")]
    [InlineData("for (var index = read; index < page.Length; index++) { page[index] = 0; } seen = SHA256.HashData(page)")]
    [InlineData("Func<byte[]> hash = () => SHA256.HashData(page); seen = hash()")]
    [InlineData("var copy = new byte[page.Length]; page.CopyTo(copy, 0); seen = copy")]
    public Task Reads(string read) => Verify.VerifyAnalyzerAsync(Members($$"""
        static object Seen(byte[] copy, int count) => copy[count - 1];

        object? M(Stream source, Stream target, byte[] other, string path, int n)
        {
            byte[] page = ArrayPool<byte>.Shared.Rent(n);
            int read = source.Read(page, 0, n);
            object? seen = null;
            {{read}};
            ArrayPool<byte>.Shared.Return(page);
            return seen;
        }
        """));

    /// <summary>What fills all of a buffer, or nothing.</summary>
    [Theory]
    [InlineData("source.ReadExactly(page, 0, page.Length)")]
    [InlineData("source.ReadExactly(page)")]
    [InlineData("page.AsSpan().Fill(1)")]
    [InlineData("RandomNumberGenerator.Fill(page)")]
    [InlineData("Array.Fill(page, (byte)1)")]
    [InlineData("n++")]
    [InlineData("if (n > 5) { _ = source.Read(page); } else { source.ReadExactly(page); }")]
    [InlineData("Array.Copy(given, page, page.Length)")]
    [InlineData("given.AsSpan(0, page.Length).CopyTo(page)")]
    [InlineData("given.AsSpan(^page.Length..).CopyTo(page)")]
    [InlineData("new Random(n).NextBytes(page)")]
    [InlineData("page[0] = 1")]
    public Task Fills(string fill) => Verify.VerifyAnalyzerAsync(Members($$"""
        void M(Stream source, Stream target, int[] numbers, byte[] given, string text, int n)
        {
            byte[] page = ArrayPool<byte>.Shared.Rent(n);
            {{fill}};
            target.Write(page);
            ArrayPool<byte>.Shared.Return(page);
        }
        """));

    /// <summary>A pool has arrays of just this size.</summary>
    [Theory]
    [InlineData("source.ReadExactly(page, 0, 4096)")]
    [InlineData("if (source.Read(page, 0, 4096) != 4096) { throw new IOException(); }")]
    [InlineData("if (source.Read(page, 0, 4096) is not 4096) { throw new IOException(); }")]
    public Task ConstantSize(string fill) => Verify.VerifyAnalyzerAsync(Members($$"""
        void M(Stream source, Stream target)
        {
            byte[] page = ArrayPool<byte>.Shared.Rent(4096);
            {{fill}};
            target.Write(page);
            ArrayPool<byte>.Shared.Return(page);
        }
        """));

    [Fact]
    public Task GivenAway() => Verify.VerifyAnalyzerAsync(Members("""
        static void Complete(byte[] page) => page.AsSpan().Clear();

        void M(Stream source, Stream target, int n)
        {
            byte[] page = ArrayPool<byte>.Shared.Rent(n);
            _ = source.Read(page, 0, n);
            Complete(page);
            target.Write(page);
            ArrayPool<byte>.Shared.Return(page);
        }
        """));

    [Fact]
    public Task AnotherArray() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Stream source, Stream target, byte[] given, int n)
        {
            byte[] page = ArrayPool<byte>.Shared.Rent(n);
            _ = source.Read(page, 0, n);
            ArrayPool<byte>.Shared.Return(page);
            page = given;
            target.Write(page);
        }
        """));

    [Fact]
    public Task Memory() => Verify.VerifyAnalyzerAsync(Members("""
        async Task M(Stream source, Stream target, int n)
        {
            using var owner = MemoryPool<byte>.Shared.Rent(n);
            var page = owner.Memory.Slice(0, n);
            await source.ReadExactlyAsync(page);
            await target.WriteAsync(page);
            await target.WriteAsync(owner.Memory[..n]);
        }
        """));

    [Fact]
    public Task Streams() => Verify.VerifyAnalyzerAsync(Members("""
        private readonly MemoryStream _stream;

        C(int n) => _stream = new MemoryStream(n);

        string M() => Convert.ToBase64String(_stream.GetBuffer());

        string N(MemoryStream stream) => Convert.ToBase64String(stream.GetBuffer(), 0, (int)stream.Length);

        byte[] O(MemoryStream stream) => stream.Length == stream.Capacity ? stream.GetBuffer() : stream.ToArray();

        string P(MemoryStream stream) => stream.Capacity == stream.Length ? Convert.ToHexString(stream.GetBuffer()) : Convert.ToHexString(stream.ToArray());

        byte[] Q(byte[] given)
        {
            var stream = new MemoryStream(given.Length);
            stream.Write(given);
            return SHA256.HashData(stream.GetBuffer());
        }

        byte[] R(int n)
        {
            var stream = new MemoryStream();
            stream.SetLength(n);
            return SHA256.HashData(stream.GetBuffer());
        }

        byte[] S(MemoryStream stream) => stream.TryGetBuffer(out var shown) ? SHA256.HashData(shown) : [];
        """));

    /// <summary>A method of the program may do more than fill a part.</summary>
    [Theory]
    [InlineData("static int Fill(Stream source, byte[] page) { page.AsSpan().Clear(); return source.Read(page); }")]
    [InlineData("static int Fill(Stream source, byte[] page) => source.Read(page, 4, 4);")]
    [InlineData("static int Fill(Stream source, byte[] page) { if (page.Length > 9) { return page.Length; } return source.Read(page); }")]
    [InlineData("static int Fill(Stream source, byte[] page) { source.ReadExactly(page); return page.Length; }")]
    public Task FilledElsewhere(string helper) => Verify.VerifyAnalyzerAsync(Members($$"""
        {{helper}}

        void M(Stream source, Stream target, int n)
        {
            byte[] page = ArrayPool<byte>.Shared.Rent(n);
            int read = Fill(source, page);
            target.Write(page);
            ArrayPool<byte>.Shared.Return(page);
        }
        """));
}
