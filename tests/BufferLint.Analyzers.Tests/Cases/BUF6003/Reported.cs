// BUF6003: reads of whole buffers that must be reported.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF6003.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF6003;

public class Reported
{
    /// <summary>Everything that takes all of a buffer for data.</summary>
    [Theory]
    [InlineData("seen = SHA256.HashData({|BUF6003:page|})")]
    [InlineData("seen = MD5.Create().ComputeHash({|BUF6003:page|})")]
    [InlineData("seen = {|BUF6003:page|}.SequenceEqual(other)")]
    [InlineData("seen = {|BUF6003:page.AsSpan()|}.SequenceEqual(other)")]
    [InlineData("seen = other.AsSpan().SequenceEqual({|BUF6003:page|})")]
    [InlineData("seen = Encoding.UTF8.GetString({|BUF6003:page|})")]
    [InlineData("seen = Convert.ToBase64String({|BUF6003:page|})")]
    [InlineData("seen = Convert.ToHexString({|BUF6003:page|})")]
    [InlineData("target.Write({|BUF6003:page|})")]
    [InlineData("target.Write({|BUF6003:page|}, 0, page.Length)")]
    [InlineData("File.WriteAllBytes(path, {|BUF6003:page|})")]
    [InlineData("seen = new ByteArrayContent({|BUF6003:page|})")]
    [InlineData("seen = JsonSerializer.Deserialize<int>({|BUF6003:page|})")]
    [InlineData("Console.WriteLine({|BUF6003:page|}.ToArray())")]
    [InlineData("Console.WriteLine({|BUF6003:page|}.ToList())")]
    [InlineData("seen = {|BUF6003:page|}.Max()")]
    [InlineData("Console.WriteLine({|BUF6003:page|}.Clone())")]
    [InlineData("foreach (var item in {|BUF6003:page|}) { seen = item; }")]
    [InlineData("var whole = page.AsSpan(); seen = SHA256.HashData({|BUF6003:whole|})")]
    public Task Reads(string read) => Verify.VerifyAnalyzerAsync(Members($$"""
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

    /// <summary>Everything that fills a part of a buffer.</summary>
    [Theory]
    [InlineData("source.ReadExactly(page, 0, n)")]
    [InlineData("source.ReadExactly(page.AsSpan(0, n))")]
    [InlineData("_ = source.Read(page)")]
    [InlineData("_ = source.ReadAtLeast(page, 1)")]
    [InlineData("given.CopyTo(page, 0)")]
    [InlineData("given.AsSpan().CopyTo(page.AsSpan(0, n))")]
    [InlineData("given.AsSpan(0, n).CopyTo(page)")]
    [InlineData("given.AsSpan()[..n].CopyTo(page)")]
    [InlineData("Array.Copy(given, page, n)")]
    [InlineData("Buffer.BlockCopy(numbers, 0, page, 0, n)")]
    [InlineData("_ = Encoding.UTF8.GetBytes(text, page)")]
    [InlineData("_ = Encoding.UTF8.GetBytes(text, 0, text.Length, page, 0)")]
    [InlineData("RandomNumberGenerator.Fill(page.AsSpan(0, n))")]
    [InlineData("if (n > 5) { _ = source.Read(page); }")]
    [InlineData("while (source.Read(page) > 0) { }")]
    public Task Fills(string fill) => Verify.VerifyAnalyzerAsync(Members($$"""
        void M(Stream source, Stream target, int[] numbers, byte[] given, string text, int n)
        {
            byte[] page = ArrayPool<byte>.Shared.Rent(n);
            {{fill}};
            target.Write({|BUF6003:page|});
            ArrayPool<byte>.Shared.Return(page);
        }
        """));

    [Fact]
    public Task ConstantSize() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Stream source, Stream target)
        {
            byte[]? page = null;
            try
            {
                page = ArrayPool<byte>.Shared.Rent(4096);
                int read;
                while ((read = source.Read(page, 0, page.Length)) > 0)
                {
                    target.Write({|BUF6003:page|}, 0, page.Length);
                }
            }
            finally
            {
                if (page != null)
                {
                    ArrayPool<byte>.Shared.Return(page);
                }
            }
        }
        """));

    [Fact]
    public Task Memory() => Verify.VerifyAnalyzerAsync(Members("""
        async Task M(Stream source, Stream target, int n)
        {
            using var owner = MemoryPool<byte>.Shared.Rent(n);
            int read = await source.ReadAsync(owner.Memory);
            await target.WriteAsync({|BUF6003:owner.Memory|});
        }

        async Task N(Stream source, Stream target, int n)
        {
            using var owner = MemoryPool<byte>.Shared.Rent(n);
            var page = owner.Memory;
            int read = await source.ReadAsync(page);
            target.Write({|BUF6003:page.Span|});
        }
        """));

    [Fact]
    public Task Text() => Verify.VerifyAnalyzerAsync(Members("""
        string M(ReadOnlySpan<char> given)
        {
            char[] letters = ArrayPool<char>.Shared.Rent(given.Length);
            given.CopyTo(letters);
            var text = new string({|BUF6003:letters|});
            ArrayPool<char>.Shared.Return(letters);
            return text;
        }
        """));

    [Fact]
    public Task Streams() => Verify.VerifyAnalyzerAsync(Members("""
        private readonly MemoryStream _stream = new();

        void M(MemoryStream stream, string path) => File.WriteAllBytes(path, {|BUF6003:stream.GetBuffer()|});

        string N() => Convert.ToBase64String({|BUF6003:_stream.GetBuffer()|});

        byte[] O(byte item)
        {
            var stream = new MemoryStream();
            stream.WriteByte(item);
            var shown = stream.GetBuffer();
            return SHA256.HashData({|BUF6003:shown|});
        }
        """));

    /// <summary>A method of the program fills a part and says how much, as what it calls does.</summary>
    [Theory]
    [InlineData("static int Fill(Stream source, byte[] page) => source.Read(page);")]
    [InlineData("static int Fill(Stream source, byte[] page) { Console.WriteLine(); return source.Read(page, 0, page.Length); }")]
    public Task FilledElsewhere(string helper) => Verify.VerifyAnalyzerAsync(Members($$"""
        {{helper}}

        void M(Stream source, Stream target, int n)
        {
            byte[] page = ArrayPool<byte>.Shared.Rent(n);
            int read = Fill(source, page);
            target.Write({|BUF6003:page|});
            ArrayPool<byte>.Shared.Return(page);
        }
        """));
}
