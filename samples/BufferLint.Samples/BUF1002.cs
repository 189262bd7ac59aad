// BUF1002: View is used after its reader or writer advanced.
using System;
using System.Buffers;
using System.IO.Pipelines;
using System.Threading.Tasks;

namespace BufferLint.Samples;

/// <summary>Leases of readers and writers that are used after they have ended.</summary>
public static class BUF1002
{
    /// <summary>The bug: the writer may hand out other memory after Advance, and the length goes nowhere.</summary>
    public static void Bug(IBufferWriter<byte> writer, byte kind, byte length)
    {
        Span<byte> header = writer.GetSpan(2);
        header[0] = kind;
        writer.Advance(1);
        header[1] = length; // Reported here.
        writer.Advance(1);
    }

    /// <summary>The same with a reader: the memory is in the pool again when it is read.</summary>
    public static async Task<byte> BugInReader(PipeReader reader)
    {
        ReadResult result = await reader.ReadAsync();
        ReadOnlySequence<byte> buffer = result.Buffer;
        reader.AdvanceTo(buffer.End);
        return buffer.FirstSpan[0]; // Reported here.
    }

    /// <summary>The same once more: the length of a sequence is asked of its segments, which are emptied by then.</summary>
    public static async Task<long> BugInCount(PipeReader reader)
    {
        ReadResult result = await reader.ReadAsync();
        reader.AdvanceTo(result.Buffer.End);
        return result.Buffer.Length; // Reported here.
    }

    /// <summary>A near miss: an ArrayBufferWriter keeps its array when it advances.</summary>
    public static void NearMiss(ArrayBufferWriter<byte> writer, byte kind, byte length)
    {
        Span<byte> header = writer.GetSpan(2);
        header[0] = kind;
        writer.Advance(1);
        header[1] = length;
        writer.Advance(1);
    }

    /// <summary>Fixed: the writer advances after the last use.</summary>
    public static void Fixed(IBufferWriter<byte> writer, byte kind, byte length)
    {
        Span<byte> header = writer.GetSpan(2);
        header[0] = kind;
        header[1] = length;
        writer.Advance(2);
    }

    /// <summary>Fixed: what is needed longer is copied first.</summary>
    public static async Task<ReadOnlySequence<byte>> FixedByACopy(PipeReader reader)
    {
        ReadResult result = await reader.ReadAsync();
        ReadOnlySequence<byte> buffer = result.Buffer;
        var bufferCopy = new ReadOnlySequence<byte>(buffer.ToArray());
        reader.AdvanceTo(buffer.End);
        return bufferCopy;
    }

    /// <summary>Fixed: the writer is asked for memory again; each turn begins at the start of the new one.</summary>
    public static void FixedByTakingAgain(IBufferWriter<byte> writer, System.IO.Stream stream)
    {
        Span<byte> room = writer.GetSpan(512);
        for (int read = stream.Read(room); read > 0; read = stream.Read(room))
        {
            writer.Advance(read);
            room = writer.GetSpan(512);
        }
    }
}
