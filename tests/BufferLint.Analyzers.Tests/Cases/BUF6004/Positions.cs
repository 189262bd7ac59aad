// BUF6004: several writes that together are too much for a stream that never grows.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF6004.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF6004;

public class Positions
{
    [Theory]
    [InlineData("stream.Write(given, 0, 6); {|BUF6004:stream.Write(given, 0, 6)|};")]
    [InlineData("stream.Write(new byte[6]); {|BUF6004:stream.Write(new byte[3])|};")]
    [InlineData("stream.Write(given, 0, 8); {|BUF6004:stream.WriteByte(1)|};")]
    [InlineData("stream.Position = 6; {|BUF6004:stream.Write(given, 0, 3)|};")]
    [InlineData("stream.Seek(6, SeekOrigin.Begin); {|BUF6004:stream.Write(given, 0, 3)|};")]
    [InlineData("stream.Write(given, 0, 6); stream.Flush(); {|BUF6004:stream.Write(given, 0, 6)|}; stream.WriteByte(1);")]
    [InlineData("if (given.Length > 9) { stream.Write(given, 0, 6); } else { stream.Write(given, 0, 5); } {|BUF6004:stream.Write(given, 0, 4)|};")]
    public Task TooMuch(string code) => Verify.VerifyAnalyzerAsync(Members($$"""
        void M(byte[] given, int n)
        {
            using var stream = new MemoryStream(new byte[8]);
            {{code}}
        }
        """));

    [Theory]
    [InlineData("stream.Write(given, 0, 4); stream.Write(given, 0, 4);")]
    [InlineData("stream.Write(given, 0, 6); stream.Position = 0; stream.Write(given, 0, 6);")]
    [InlineData("stream.Write(given, 0, 6); stream.Position -= 6; stream.Write(given, 0, 6);")]
    [InlineData("stream.Write(given, 0, 6); stream.Seek(0, SeekOrigin.Begin); stream.Write(given, 0, 6);")]
    [InlineData("stream.Write(given, 0, 6); stream.Seek(-6, SeekOrigin.Current); stream.Write(given, 0, 6);")]
    [InlineData("stream.Write(given, 0, 6); Rewind(stream); stream.Write(given, 0, 6);")]
    [InlineData("stream.Write(given, 0, 6); stream.ToStart(); stream.Write(given, 0, 6);")]
    [InlineData("stream.Write(given, 0, 6); Action rewind = () => stream.Position = 0; rewind(); stream.Write(given, 0, 6);")]
    [InlineData("stream.Write(given, 0, 6); stream.SetLength(0); stream.Write(given, 0, 6);")]
    [InlineData("stream.Write(given, 0, n); stream.Write(given, 0, 6);")]
    [InlineData("if (n > 0) { stream.Write(given, 0, 6); } stream.Write(given, 0, 4);")]
    [InlineData("for (var i = 0; i < n; i++) { stream.WriteByte(1); }")]
    [InlineData("try { stream.Write(given, 0, 6); stream.Write(given, 0, 6); } catch (NotSupportedException) { }")]
    public Task Fits(string code) => Verify.VerifyAnalyzerAsync($$"""
        {{Members($$"""
        static void Rewind(Stream stream) => stream.Position = 0;

        void M(byte[] given, int n)
        {
            using var stream = new MemoryStream(new byte[8]);
            {{code}}
        }
        """)}}

        static class Streams
        {
            public static void ToStart(this Stream stream) => stream.Position = 0;
        }
        """);

    [Fact]
    public Task Capacity() => Verify.VerifyAnalyzerAsync(Members("""
        MemoryStream M() => new MemoryStream(new byte[4]) { {|BUF6004:Capacity = 9|} };

        MemoryStream N() => new MemoryStream(4) { Capacity = 9 };

        void O()
        {
            var stream = new MemoryStream(new byte[8]) { Position = 6 };
            stream.Write(new byte[2]);
        }
        """));

    /// <summary>The variable that the array came from may get another one.</summary>
    [Fact]
    public Task ArrayOfAVariable() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var page = new byte[8];
            var stream = new MemoryStream(page);
            page = new byte[2];
            stream.Write(new byte[4]);
            page[0] = 1;
        }
        """));
}
