// Chunks of a StringBuilder: appending leaves them alone, everything that moves characters does not.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class StringBuilderChunks
{
    private const string Usings = "using System.Text;\n";

    private static Task VerifyAsync(string members) => Verify.VerifyAnalyzerAsync(Usings + Members(members));

    [Fact]
    public Task ChunkReadAfterInsert() => VerifyAsync("""
        char M(StringBuilder builder)
        {
            foreach (var chunk in builder.GetChunks())
            {
                {|BUF1001:builder.Insert(0, "x")|};
                return chunk.Span[0];
            }

            return ' ';
        }

        char N(StringBuilder builder)
        {
            foreach (var chunk in builder.GetChunks())
            {
                builder.Append("x").AppendLine().Append(1);
                return chunk.Span[0];
            }

            return ' ';
        }
        """);

    [Fact]
    public Task ChunkKeptAfterClear() => VerifyAsync("""
        char M(StringBuilder builder)
        {
            ReadOnlyMemory<char> first = default;
            foreach (var chunk in builder.GetChunks())
            {
                first = chunk;
                break;
            }

            {|BUF1001:builder.Clear()|};
            return first.Span[0];
        }

        string N(StringBuilder builder)
        {
            var text = "";
            foreach (var chunk in builder.GetChunks())
            {
                text += chunk.ToString();
            }

            builder.Clear();
            return text;
        }
        """);

    [Fact]
    public Task LengthCut() => VerifyAsync("""
        char M(StringBuilder builder)
        {
            var chunks = builder.GetChunks();
            chunks.MoveNext();
            var chunk = chunks.Current;
            {|BUF1001:builder.Length = 0|};
            return chunk.Span[0];
        }

        int N(StringBuilder builder)
        {
            var chunks = builder.GetChunks();
            chunks.MoveNext();
            var chunk = chunks.Current;
            return builder.Length + chunk.Span[0];
        }
        """);

    [Fact]
    public Task CapacityRaised() => VerifyAsync("""
        char M(StringBuilder builder, int capacity)
        {
            var chunks = builder.GetChunks();
            chunks.MoveNext();
            var chunk = chunks.Current;
            {|BUF1001:builder.EnsureCapacity(capacity)|};
            return chunk.Span[0];
        }

        char N(StringBuilder builder, int capacity)
        {
            builder.EnsureCapacity(capacity);
            var chunks = builder.GetChunks();
            chunks.MoveNext();
            return chunks.Current.Span[0];
        }
        """);

    [Fact]
    public Task ReplacedInPlace() => VerifyAsync("""
        char M(StringBuilder builder)
        {
            foreach (var chunk in builder.GetChunks())
            {
                {|BUF1001:builder.Replace("ab", "c")|};
                return chunk.Span[0];
            }

            return ' ';
        }

        char N(StringBuilder builder)
        {
            foreach (var chunk in builder.GetChunks())
            {
                builder.Replace('a', 'b');
                builder[0] = 'c';
                return chunk.Span[0];
            }

            return ' ';
        }
        """);

    [Fact]
    public Task OtherBuilder() => VerifyAsync("""
        void M(StringBuilder source, StringBuilder target)
        {
            foreach (var chunk in source.GetChunks())
            {
                target.Insert(0, chunk.Span);
                target.Length = 3;
            }
        }
        """);
}
