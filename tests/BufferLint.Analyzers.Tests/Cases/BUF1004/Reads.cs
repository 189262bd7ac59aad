// A pipe that is read again before it advanced.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.StreamingSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1004;

public class Reads
{
    [Fact]
    public Task OnAPathOfALoop() => Verify.VerifyAnalyzerAsync(Members("""
        PipeReader input;

        async Task M(PipeReader reader)
        {
            while (true)
            {
                var result = await {|BUF1004:reader.ReadAsync()|};
                if (result.Buffer.Length < 4)
                {
                    continue;
                }

                reader.AdvanceTo(result.Buffer.End);
            }
        }

        async Task OfAField()
        {
            while (true)
            {
                var result = await {|BUF1004:input.ReadAsync()|};
                if (result.Buffer.IsEmpty)
                {
                    if (result.IsCompleted)
                    {
                        return;
                    }

                    continue;
                }

                input.AdvanceTo(result.Buffer.End);
            }
        }

        async Task Advanced(PipeReader reader)
        {
            while (true)
            {
                var result = await reader.ReadAsync();
                if (result.Buffer.Length < 4)
                {
                    reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
                    continue;
                }

                reader.AdvanceTo(result.Buffer.End);
            }
        }

        async Task Canceled(PipeReader reader)
        {
            while (true)
            {
                var result = await reader.ReadAsync();
                if (result.IsCanceled)
                {
                    continue;
                }

                reader.AdvanceTo(result.Buffer.End);
            }
        }
        """));

    [Fact]
    public Task AfterAnAttempt() => Verify.VerifyAnalyzerAsync(Members("""
        async Task M(PipeReader reader)
        {
            if (reader.TryRead(out var result))
            {
                Console.WriteLine(result.Buffer.Length);
            }

            result = await {|BUF1004:reader.ReadAsync()|};
            reader.AdvanceTo(result.Buffer.End);
        }

        async Task Failed(PipeReader reader)
        {
            if (!reader.TryRead(out var result))
            {
                result = await reader.ReadAsync();
            }

            reader.AdvanceTo(result.Buffer.End);
        }

        async Task FailedAsAFlagSays(PipeReader reader)
        {
            bool found = reader.TryRead(out var result);
            if (!found)
            {
                result = await reader.ReadAsync();
            }

            reader.AdvanceTo(result.Buffer.End);
        }
        """));

    [Fact]
    public Task AdvancedBySomebodyElse() => Verify.VerifyAnalyzerAsync(Members("""
        PipeReader input;

        async Task ByWhoGetsTheReader(PipeReader reader)
        {
            while (true)
            {
                var result = await reader.ReadAsync();
                if (Consume(reader, result))
                {
                    break;
                }
            }
        }

        async Task ByAMemberOfTheSameObject()
        {
            while (true)
            {
                var result = await input.ReadAsync();
                if (Consume(result))
                {
                    break;
                }
            }
        }

        async Task ByAnObjectThatKeepsTheReader(PipeReader reader)
        {
            var parser = new Parser(reader);
            while (true)
            {
                var result = await reader.ReadAsync();
                if (parser.Consume(result))
                {
                    break;
                }
            }
        }

        async Task ByALocalFunction(PipeReader reader)
        {
            void Consume(ReadResult result) => reader.AdvanceTo(result.Buffer.End);
            while (true)
            {
                var result = await reader.ReadAsync();
                Consume(result);
            }
        }

        static bool Consume(PipeReader reader, ReadResult result)
        {
            reader.AdvanceTo(result.Buffer.End);
            return result.IsCompleted;
        }

        bool Consume(ReadResult result) => Consume(input, result);

        class Parser(PipeReader reader)
        {
            public bool Consume(ReadResult result) => C.Consume(reader, result);
        }
        """));

    [Fact]
    public Task WhereAnExceptionIsCaught() => Verify.VerifyAnalyzerAsync(Members("""
        async Task M(PipeReader reader)
        {
            while (true)
            {
                try
                {
                    var result = await reader.ReadAsync();
                    Parse(result.Buffer);
                    reader.AdvanceTo(result.Buffer.End);
                }
                catch (FormatException)
                {
                }
            }
        }

        static void Parse(ReadOnlySequence<byte> buffer)
        {
        }
        """));

    [Fact]
    public Task TwiceInARow() => Verify.VerifyAnalyzerAsync(Members("""
        async Task M(PipeReader reader)
        {
            var first = await reader.ReadAsync();
            var second = await {|BUF1004:reader.ReadAsync()|};
        }

        async Task OfTwoReaders(PipeReader one, PipeReader other)
        {
            var first = await one.ReadAsync();
            var second = await other.ReadAsync();
        }
        """));
}
