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
}
