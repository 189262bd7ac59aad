// Views made of what a reader read or a writer lent.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.StreamingSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1002;

public class DerivedLeases
{
    [Theory]
    [InlineData("ReadOnlySequence<byte>", "buffer.Slice(1)", "Show(view)")]
    [InlineData("ReadOnlySequence<byte>", "buffer.Slice(buffer.Start, 2)", "Show(view)")]
    [InlineData("ReadOnlyMemory<byte>", "buffer.First", "Show(view)")]
    [InlineData("ReadOnlySpan<byte>", "buffer.FirstSpan", "Show(view)")]
    [InlineData("ReadOnlySpan<byte>", "buffer.First.Span.Slice(1)", "Show(view)")]
    [InlineData("ReadOnlySpan<byte>", "buffer.Slice(1).FirstSpan[..1]", "Show(view)")]
    public Task PartsOfASequence(string type, string part, string use) => Verify.VerifyAnalyzerAsync(Members($$"""
        void M(PipeReader reader)
        {
            reader.TryRead(out var result);
            var buffer = result.Buffer;
            {{type}} view = {{part}};
            reader.AdvanceTo(buffer.End);
            {{use.Replace("view", "{|BUF1002:view|}")}};
        }

        void Before(PipeReader reader)
        {
            reader.TryRead(out var result);
            var buffer = result.Buffer;
            {{type}} view = {{part}};
            {{use}};
            reader.AdvanceTo(buffer.End);
        }

        static void Show(ReadOnlySequence<byte> items) { }
        static void Show(ReadOnlyMemory<byte> items) { }
        static void Show(ReadOnlySpan<byte> items) { }
        """));

    [Theory]
    [InlineData("buffer.ToArray()")]
    [InlineData("Encoding.UTF8.GetString(buffer)")]
    [InlineData("buffer.Length")]
    [InlineData("buffer.IsEmpty")]
    [InlineData("buffer.FirstSpan[0]")]
    [InlineData("buffer.First.Span.ToArray()")]
    [InlineData("buffer.PositionOf((byte)10) is null")]
    [InlineData("new ReadOnlySequence<byte>(buffer.ToArray())")]
    [InlineData("JsonSerializer.Deserialize<int[]>(buffer.FirstSpan)!")]
    public Task Copies(string copy) => Verify.VerifyAnalyzerAsync(Members($$"""
        void M(PipeReader reader)
        {
            reader.TryRead(out var result);
            var buffer = result.Buffer;
            var copy = {{copy}};
            reader.AdvanceTo(buffer.End);
            Console.WriteLine(copy);
        }
        """));

    [Fact]
    public Task SegmentBySegment() => Verify.VerifyAnalyzerAsync(Members("""
        void M(PipeReader reader)
        {
            reader.TryRead(out var result);
            var position = result.Buffer.Start;
            ReadOnlyMemory<byte> last = default;
            while (result.Buffer.TryGet(ref position, out var segment))
            {
                last = segment;
            }

            reader.AdvanceTo(result.Buffer.End);
            Console.WriteLine({|BUF1002:last.Span|}[0]);
        }

        void N(PipeReader reader)
        {
            reader.TryRead(out var result);
            var position = result.Buffer.Start;
            while (result.Buffer.TryGet(ref position, out var segment))
            {
                Console.WriteLine(segment.Span[0]);
            }

            reader.AdvanceTo(result.Buffer.End);
        }
        """));

    [Fact]
    public Task Enumerators() => Verify.VerifyAnalyzerAsync(Members("""
        void M(PipeReader reader)
        {
            reader.TryRead(out var result);
            var segments = result.Buffer.GetEnumerator();
            reader.AdvanceTo(result.Buffer.End);
            {|BUF1002:segments.MoveNext()|};
        }

        void N(PipeReader reader)
        {
            reader.TryRead(out var result);
            var segments = result.Buffer.GetEnumerator();
            while (segments.MoveNext())
            {
                Console.WriteLine(segments.Current.Length);
            }

            reader.AdvanceTo(result.Buffer.End);
        }
        """));

    [Fact]
    public Task ReadersOverASequence() => Verify.VerifyAnalyzerAsync(Members("""
        void Lines(PipeReader pipe)
        {
            pipe.TryRead(out var result);
            var reader = new SequenceReader<byte>(result.Buffer);
            reader.TryReadTo(out ReadOnlySequence<byte> line, (byte)10);
            pipe.AdvanceTo(reader.Position);
            Console.WriteLine({|BUF1002:line.FirstSpan|}[0]);
        }

        void Unread(PipeReader pipe)
        {
            pipe.TryRead(out var result);
            var reader = new SequenceReader<byte>(result.Buffer);
            var rest = reader.UnreadSpan;
            pipe.AdvanceTo(reader.Position);
            Console.WriteLine({|BUF1002:rest[0]|});
        }

        int Number(PipeReader pipe)
        {
            pipe.TryRead(out var result);
            var reader = new SequenceReader<byte>(result.Buffer);
            var found = reader.TryRead(out var first);
            pipe.AdvanceTo(reader.Position);
            return found ? first : (int)reader.Consumed;
        }

        void Text(PipeReader pipe)
        {
            pipe.TryRead(out var result);
            var reader = new Utf8JsonReader(result.Buffer);
            reader.Read();
            var name = reader.ValueSpan;
            pipe.AdvanceTo(reader.Position);
            Console.WriteLine({|BUF1002:name[0]|});
        }

        string? TextCopied(PipeReader pipe)
        {
            pipe.TryRead(out var result);
            var reader = new Utf8JsonReader(result.Buffer);
            reader.Read();
            var name = reader.GetString();
            pipe.AdvanceTo(reader.Position, result.Buffer.End);
            return reader.TokenType == JsonTokenType.None ? null : name;
        }
        """));

    [Fact]
    public Task PartsOfALease() => Verify.VerifyAnalyzerAsync(Members("""
        void Slice(IBufferWriter<byte> writer)
        {
            var body = writer.GetSpan(8).Slice(4);
            writer.Advance(8);
            {|BUF1002:body[0]|} = 1;
        }

        void OfAMemory(IBufferWriter<byte> writer)
        {
            var span = writer.GetMemory(8).Span;
            writer.Advance(8);
            {|BUF1002:span[0]|} = 1;
        }

        void Reference(IBufferWriter<byte> writer)
        {
            ref var first = ref writer.GetSpan(8)[0];
            writer.Advance(8);
            {|BUF1002:first = 1|};
        }

        void ReferenceWrittenFirst(IBufferWriter<byte> writer)
        {
            ref var first = ref writer.GetSpan(8)[0];
            first = 1;
            writer.Advance(8);
        }

        void CutOff(IBufferWriter<byte> writer, byte[][] items)
        {
            var span = writer.GetSpan(64);
            foreach (var item in items)
            {
                item.CopyTo({|BUF1002:span|});
                span = span.Slice(item.Length);
                writer.Advance(item.Length);
            }
        }

        void CutOffAndAdvancedOnce(IBufferWriter<byte> writer, byte[][] items)
        {
            var span = writer.GetSpan(64);
            var written = 0;
            foreach (var item in items)
            {
                item.CopyTo(span);
                span = span.Slice(item.Length);
                written += item.Length;
            }

            writer.Advance(written);
        }
        """));
}
