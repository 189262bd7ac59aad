// Readers over given data: what they show is that data, what they count is their own.
using System;
using System.Buffers;
using System.Collections.Generic;
using System.IO.Pipelines;
using System.Text.Json;

namespace BufferLint.ExecutedFacts.Experiments;

internal static class ReaderExperiments
{
    private const string Json = "System.Text.Json.Utf8JsonReader.";
    private const string Constructor = "M:" + Json + "#ctor(";
    private const string Reader = "M:System.IO.Pipelines.PipeReader.";
    private const string Writer = "M:System.IO.Pipelines.PipeWriter.";
    private const string Token = "System.Threading.CancellationToken)";

    private delegate Utf8JsonReader MakesReader(byte[] data);

    private delegate bool Asked(Utf8JsonReader reader, byte[] data);

    /// <summary>Whether a change of the data shows.</summary>
    public static Dictionary<string, Func<bool>> Views { get; } = new()
    {
        [Constructor + "System.ReadOnlySpan{System.Byte},System.Boolean,System.Text.Json.JsonReaderState)"] = () => Shows(data => new Utf8JsonReader(data, true, default)),
        [Constructor + "System.ReadOnlySpan{System.Byte},System.Text.Json.JsonReaderOptions)"] = () => Shows(data => new Utf8JsonReader(data)),
        [Constructor + "System.Buffers.ReadOnlySequence{System.Byte},System.Boolean,System.Text.Json.JsonReaderState)"] = () => Shows(data => new Utf8JsonReader(new ReadOnlySequence<byte>(data), true, default)),
        [Constructor + "System.Buffers.ReadOnlySequence{System.Byte},System.Text.Json.JsonReaderOptions)"] = () => Shows(data => new Utf8JsonReader(new ReadOnlySequence<byte>(data))),
        ["P:" + Json + "ValueSpan"] = () => Shows(data => new Utf8JsonReader(data)),
        ["P:" + Json + "ValueSequence"] = static () =>
        {
            var (first, second) = ("12"u8.ToArray(), "34"u8.ToArray());
            var reader = new Utf8JsonReader(Segment.Sequence(first, second));
            reader.Read();
            second[1] = (byte)'5';
            return reader.ValueSequence.ToArray()[3] == '5';
        },
        ["P:" + Json + "Position"] = () => Asks((reader, data) => ReferenceEquals(reader.Position.GetObject(), data)),
        ["P:System.IO.Pipelines.ReadResult.Buffer"] = () => InSequence((data, sequence) => ReferenceEquals(new ReadResult(sequence, false, false).Buffer.Start.GetObject(), data)),
        ["P:System.Buffers.ReadOnlySequence`1.Start"] = () => InSequence((data, sequence) => ReferenceEquals(sequence.Start.GetObject(), data)),
        ["P:System.Buffers.ReadOnlySequence`1.End"] = () => InSequence((data, sequence) => ReferenceEquals(sequence.End.GetObject(), data)),
        [Reader + "ReadAsync(" + Token] = () => PipeExperiments.IsOfThePool(Reader + "ReadAsync(" + Token),
        [Reader + "ReadAtLeastAsync(System.Int32," + Token] = () => PipeExperiments.IsOfThePool(Reader + "ReadAtLeastAsync(System.Int32," + Token),
        [Reader + "TryRead(System.IO.Pipelines.ReadResult@)"] = () => PipeExperiments.IsOfThePool(Reader + "TryRead(System.IO.Pipelines.ReadResult@)"),
        [Writer + "GetSpan(System.Int32)"] = () => PipeExperiments.IsReadBack(writer =>
        {
            var memory = writer.GetMemory(1);
            return writer.GetSpan(1).Overlaps(memory.Span) ? memory : new byte[1];
        }),
        [Writer + "GetMemory(System.Int32)"] = () => PipeExperiments.IsReadBack(writer => writer.GetMemory(1)),
    };

    /// <summary>Whether the answer stays the same whatever becomes of the data, or nothing is touched.</summary>
    public static Dictionary<string, Func<bool>> Snapshots { get; } = new()
    {
        ["P:" + Json + "BytesConsumed"] = () => Asks((reader, _) => reader.BytesConsumed == 4),
        ["P:" + Json + "TokenType"] = () => Asks((reader, _) => reader.TokenType == JsonTokenType.Number),
        ["P:" + Json + "CurrentDepth"] = () => Asks((reader, _) => reader.CurrentDepth == 0),
        ["P:" + Json + "CurrentState"] = () => Asks((reader, _) => reader.CurrentState.Options.MaxDepth == 64),
        ["P:" + Json + "Position"] = () => Asks((reader, _) => reader.Position.GetInteger() == 4),
        ["P:System.IO.Pipelines.ReadResult.IsCanceled"] = () => InSequence((_, sequence) => new ReadResult(sequence, isCanceled: true, false).IsCanceled),
        ["P:System.IO.Pipelines.ReadResult.IsCompleted"] = () => InSequence((_, sequence) => new ReadResult(sequence, false, isCompleted: true).IsCompleted),
        ["P:System.Buffers.ReadOnlySequence`1.Start"] = () => InSequence((_, sequence) => sequence.Start.GetInteger() == 0),
        ["P:System.Buffers.ReadOnlySequence`1.End"] = () => InSequence((data, sequence) => sequence.End.GetInteger() == data.Length),
        ["P:System.Buffers.SequenceReader`1.Consumed"] = () => InSequence((_, sequence) => new SequenceReader<byte>(sequence).Consumed == 0),
        ["P:System.Buffers.SequenceReader`1.End"] = () => InSequence((_, sequence) => !new SequenceReader<byte>(sequence).End),
        [Reader + "AdvanceTo(System.SequencePosition)"] = () => Advances(reader => reader.AdvanceTo(default)),
        [Reader + "AdvanceTo(System.SequencePosition,System.SequencePosition)"] = () => Advances(reader => reader.AdvanceTo(default, default)),
    };

    private static bool Shows(MakesReader make)
    {
        var data = "1234"u8.ToArray();
        var reader = make(data);
        reader.Read();
        data[0] = (byte)'9';
        return reader.ValueSpan[0] == '9';
    }

    /// <summary>A reader that has read its number, of which nothing is left.</summary>
    private static bool Asks(Asked ask)
    {
        var data = "1234"u8.ToArray();
        var reader = new Utf8JsonReader(new ReadOnlySequence<byte>(data));
        reader.Read();
        data.AsSpan().Clear();
        return ask(reader, data);
    }

    private static bool InSequence(Func<byte[], ReadOnlySequence<byte>, bool> ask)
    {
        var data = new byte[4];
        return ask(data, new ReadOnlySequence<byte>(data));
    }

    /// <summary>A position that points nowhere is taken: it is compared, not followed.</summary>
    private static bool Advances(Action<PipeReader> advance)
    {
        var pipe = new Pipe();
        pipe.Writer.WriteAsync(new byte[4]).AsTask().Wait();
        pipe.Reader.TryRead(out _);
        advance(pipe.Reader);
        return pipe.Reader.TryRead(out var again) && again.Buffer.Length == 4;
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public static ReadOnlySequence<byte> Sequence(byte[] first, byte[] second)
        {
            var end = new Segment { Memory = second, RunningIndex = first.Length };
            var start = new Segment { Memory = first, Next = end };
            return new ReadOnlySequence<byte>(start, 0, end, second.Length);
        }
    }
}
