// What a PipeReader read ends at AdvanceTo, Complete and CopyToAsync.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.StreamingSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1002;

public class ReaderLeases
{
    [Fact]
    public Task ReadAfterAdvance() => Verify.VerifyAnalyzerAsync(Members("""
        async Task<byte> M(PipeReader reader)
        {
            var result = await reader.ReadAsync();
            var buffer = result.Buffer;
            reader.AdvanceTo(buffer.End);
            return {|BUF1002:buffer.FirstSpan|}[0];
        }

        async Task<byte> ThroughTheResult(PipeReader reader)
        {
            var result = await reader.ReadAsync().ConfigureAwait(false);
            reader.AdvanceTo(result.Buffer.End);
            return {|BUF1002:result.Buffer|}.FirstSpan[0];
        }

        async Task<byte> CopiedFirst(PipeReader reader)
        {
            var result = await reader.ReadAsync();
            var buffer = result.Buffer;
            var first = buffer.FirstSpan[0];
            reader.AdvanceTo(buffer.End);
            return first;
        }
        """));

    [Fact]
    public Task TheUsualLoop() => Verify.VerifyAnalyzerAsync(Members("""
        async Task M(PipeReader reader)
        {
            while (true)
            {
                var result = await reader.ReadAsync();
                var buffer = result.Buffer;
                while (TryReadLine(ref buffer, out var line))
                {
                    Console.WriteLine(line.Length);
                }

                reader.AdvanceTo(buffer.Start, buffer.End);
                if (result.IsCompleted)
                {
                    break;
                }
            }

            await reader.CompleteAsync();
        }

        static bool TryReadLine(ref ReadOnlySequence<byte> buffer, out ReadOnlySequence<byte> line)
        {
            var position = buffer.PositionOf((byte)'\n');
            if (position is null)
            {
                line = default;
                return false;
            }

            line = buffer.Slice(0, position.Value);
            buffer = buffer.Slice(buffer.GetPosition(1, position.Value));
            return true;
        }
        """));

    [Fact]
    public Task AdvancedInFinally() => Verify.VerifyAnalyzerAsync(Members("""
        async Task<byte[]> M(PipeReader reader)
        {
            while (true)
            {
                var result = await reader.ReadAsync();
                var buffer = result.Buffer;
                var consumed = buffer.Start;
                var examined = buffer.End;
                try
                {
                    if (buffer.Length > 3)
                    {
                        consumed = buffer.GetPosition(3);
                        examined = consumed;
                        return buffer.Slice(0, 3).ToArray();
                    }

                    if (result.IsCompleted)
                    {
                        break;
                    }
                }
                finally
                {
                    reader.AdvanceTo(consumed, examined);
                }
            }

            return Array.Empty<byte>();
        }
        """));

    [Fact]
    public Task ReadersOverTheSequence() => Verify.VerifyAnalyzerAsync(Members("""
        async Task M(PipeReader pipe)
        {
            var result = await pipe.ReadAsync();
            var reader = new SequenceReader<byte>(result.Buffer);
            reader.TryReadTo(out ReadOnlySpan<byte> line, (byte)'\n');
            pipe.AdvanceTo(reader.Position);
            Console.WriteLine({|BUF1002:line[0]|});
        }

        long Consumed(PipeReader pipe)
        {
            pipe.TryRead(out var result);
            var reader = new SequenceReader<byte>(result.Buffer);
            reader.Advance(1);
            pipe.AdvanceTo(reader.Position);
            return reader.Consumed;
        }

        void Json(PipeReader pipe, JsonReaderState state)
        {
            pipe.TryRead(out var result);
            var reader = new Utf8JsonReader(result.Buffer, isFinalBlock: false, state);
            while (reader.Read())
            {
            }

            state = reader.CurrentState;
            pipe.AdvanceTo(reader.Position);
            {|BUF1002:reader.Read()|};
        }
        """));

    [Fact]
    public Task SegmentsOfALoop() => Verify.VerifyAnalyzerAsync(Members("""
        async Task M(PipeReader reader)
        {
            var result = await reader.ReadAsync();
            var buffer = result.Buffer;
            foreach (var segment in {|BUF1002:buffer|})
            {
                Console.WriteLine(segment.Span[0]);
                reader.AdvanceTo(buffer.Start);
            }
        }

        async Task N(PipeReader reader)
        {
            var result = await reader.ReadAsync();
            foreach (var segment in result.Buffer)
            {
                Console.WriteLine(segment.Span[0]);
            }

            reader.AdvanceTo(result.Buffer.End);
        }
        """));
}
