// A buffer that is filled again while an operation still has it.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF4003;

public class Refilled
{
    private const string Page = "var page = new byte[8]; var write = to.WriteAsync(page, 0, 8);";
    private const string Part = "var page = new byte[8]; var write = to.WriteAsync(page.AsMemory(0, 4)).AsTask();";
    private const string Kept = "var write = to.WriteAsync(_page, 0, 8);";
    private const string Read = "var page = new byte[8]; var write = to.ReadAsync(page, 0, 8);";
    private const string Given = "var write = to.WriteAsync(given[..4]).AsTask();";

    [Theory]
    [InlineData(Page, "from.Read(page, 0, 4)")]
    [InlineData(Page, "await from.ReadAsync(page.AsMemory(0, 2))", "from.ReadAsync(page.AsMemory(0, 2))")]
    [InlineData(Page, "from.ReadExactly(page)")]
    [InlineData(Page, "await from.ReadAsync(new Memory<byte>(page, 0, 2))", "from.ReadAsync(new Memory<byte>(page, 0, 2))")]
    [InlineData(Page, "Encoding.UTF8.GetBytes(\"text\", page)")]
    [InlineData(Page, "Array.Clear(page)")]
    [InlineData(Page, "new byte[2].CopyTo(page, 0)")]
    [InlineData(Part, "from.Read(page, 0, 2)")]
    [InlineData(Part, "from.Read(page.AsSpan())")]
    [InlineData(Kept, "from.Read(_page, 0, 4)")]
    [InlineData(Read, "from.Read(page, 0, 4)")]
    [InlineData(Given, "from.ReadExactly(given[..2].Span)")]
    public async Task TheSamePart(string start, string fill, string? call = null)
    {
        await Verify.VerifyAnalyzerAsync(Copy(start, fill.Replace(call ?? fill, $"{{|BUF4003:{call ?? fill}|}}") + "; await write;"));
        await Verify.VerifyAnalyzerAsync(Copy(start, $"await write; {fill};"));
    }

    [Theory]
    [InlineData(Page, "from.Read(new byte[8], 0, 4);")]
    [InlineData(Page, "await from.ReadAsync(page, 0, 0);")]
    [InlineData(Page, "from.Write(page, 0, 4);")]
    [InlineData(Part, "from.Read(page, 4, 4);")]
    [InlineData(Part, "from.Read(new Span<byte>(page, 4, 4));")]
    [InlineData(Part, "from.Read(page.AsSpan(4));")]
    [InlineData(Kept, "from.Read(_other, 0, 4);")]
    [InlineData(Given, "from.ReadExactly(given[4..].Span);")]
    [InlineData(Given, "given = given[4..]; from.ReadExactly(given.Span);")]
    public Task AnotherPart(string start, string fill) => Verify.VerifyAnalyzerAsync(Copy(start, fill + " await write;"));

    [Fact]
    public Task TurnByTurn() => Verify.VerifyAnalyzerAsync(Members("""
        async Task OnePage(Stream from, Stream to)
        {
            var page = new byte[8];
            var sent = new List<Task>();
            for (var i = 0; i < 4; i++)
            {
                var n = {|BUF4003:from.Read(page, 0, 8)|};
                sent.Add(to.WriteAsync(page, 0, n));
            }

            await Task.WhenAll(sent);
        }

        async Task APageEach(Stream from, Stream to)
        {
            var sent = new List<Task>();
            for (var i = 0; i < 4; i++)
            {
                var page = new byte[8];
                var n = from.Read(page, 0, 8);
                sent.Add(to.WriteAsync(page, 0, n));
            }

            await Task.WhenAll(sent);
        }

        async Task TwoPages(Stream from, Stream to)
        {
            var (page, other) = (new byte[8], new byte[8]);
            var write = Task.CompletedTask;
            int n;
            while ((n = await from.ReadAsync(page, 0, 8)) > 0)
            {
                await write;
                write = to.WriteAsync(page, 0, n);
                (page, other) = (other, page);
            }

            await write;
        }

        async Task ReadAhead(Stream from)
        {
            var page = new byte[8];
            var next = from.ReadAsync(page, 0, 8);
            while (await next > 0)
            {
                Console.WriteLine(page[0]);
                next = from.ReadAsync(page, 0, 8);
            }
        }
        """));

    private static string Copy(string start, string code) => Members($$"""
        readonly byte[] _page = new byte[8];
        readonly byte[] _other = new byte[8];

        async Task M(Stream from, Stream to, Memory<byte> given)
        {
            {{start}}
            {{code}}
        }
        """);
}
