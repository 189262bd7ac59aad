// Streams and buffer writers, and what passes writes on to them.
using System;
using System.Buffers;
using System.IO;
using System.Runtime.InteropServices;
using CommunityToolkit.HighPerformance.Buffers;

namespace BufferLint.ExecutedFacts.Subjects;

internal sealed class MemoryStreamSubject(MemoryStream stream) : Subject
{
    public override object Owner => stream;

    /// <summary>Told by the buffer, which outlives the stream.</summary>
    public override int Count => stream.TryGetBuffer(out var buffer) ? buffer.Count : 0;

    public static MemoryStreamSubject WithRoom(int spare)
    {
        var stream = new MemoryStream(3 + spare);
        stream.Write([1, 2, 3]);
        return new MemoryStreamSubject(stream);
    }

    public override Outcome Watch(Action act)
    {
        var before = stream.GetBuffer();
        var contents = before.AsSpan(0, Count).ToArray();
        act();
        return Compare(before, contents, stream.GetBuffer(), Count);
    }

    public override void Add(int count) => stream.Write(new byte[count]);
}

/// <summary>A writer that hands out what was written as a memory over its array.</summary>
internal sealed class BufferWriterSubject<T>(IBufferWriter<T> writer, Func<ReadOnlyMemory<T>> written) : Subject
    where T : unmanaged
{
    public override object Owner => writer;

    public override int Count => written().Length;

    public override Type[] TypeArguments => [typeof(T)];

    public static BufferWriterSubject<T> Of(ArrayBufferWriter<T> writer) => new(writer, () => writer.WrittenMemory);

    public static BufferWriterSubject<T> Of(ArrayPoolBufferWriter<T> writer) => new(writer, () => writer.WrittenMemory);

    public static BufferWriterSubject<T> Of(MemoryBufferWriter<T> writer) => new(writer, () => writer.WrittenMemory);

    /// <summary>The same with so many elements written.</summary>
    public BufferWriterSubject<T> Filled(int count)
    {
        Add(count);
        return this;
    }

    public override Outcome Watch(Action act)
    {
        var before = Segment();
        var contents = before.AsSpan().ToArray();
        act();
        var after = Segment();
        return Compare(before.Array!, contents, after.Array!, after.Count);
    }

    public override void Add(int count)
    {
        writer.GetSpan(count)[..count].Fill((T)Convert.ChangeType(7, typeof(T), System.Globalization.CultureInfo.InvariantCulture));
        writer.Advance(count);
    }

    private ArraySegment<T> Segment() => MemoryMarshal.TryGetArray(written(), out var segment) ? segment : throw new InvalidOperationException("The writer has no array.");
}

/// <summary>A writer or stream over a full stream or writer; something is already gathered in it.</summary>
internal sealed class WrapperSubject(object wrapper, Subject below) : Subject
{
    public override object Owner => wrapper;

    public override int Patience => 20_000;

    public override int Count => below.Count;

    public override Type[] TypeArguments => below.TypeArguments;

    public override Outcome Watch(Action act) => below.Watch(act);
}
