// BUF4001: View escapes into work that can outlive its buffer.
using System;
using System.Buffers;
using System.IO;
using System.Threading.Tasks;

namespace BufferLint.Samples;

/// <summary>Work that runs on when its buffer is gone.</summary>
public static class BUF4001
{
    /// <summary>The bug: the array goes back to the pool, and the task may not even have begun.</summary>
    public static void Bug(Stream log, ReadOnlySpan<byte> entry)
    {
        int count = entry.Length;
        byte[] buffer = ArrayPool<byte>.Shared.Rent(count);
        entry.CopyTo(buffer);
        _ = Task.Run(() => log.Write(buffer, 0, count)); // Reported here.
        ArrayPool<byte>.Shared.Return(buffer);
    }

    /// <summary>A near miss: the work gives the array back itself.</summary>
    public static void NearMiss(Stream log, ReadOnlySpan<byte> entry)
    {
        int count = entry.Length;
        byte[] buffer = ArrayPool<byte>.Shared.Rent(count);
        entry.CopyTo(buffer);
        _ = Task.Run(() =>
        {
            log.Write(buffer, 0, count);
            ArrayPool<byte>.Shared.Return(buffer);
        });
    }

    /// <summary>Fixed: the work gets a copy.</summary>
    public static void Fixed(Stream log, ReadOnlySpan<byte> entry)
    {
        int count = entry.Length;
        byte[] buffer = ArrayPool<byte>.Shared.Rent(count);
        entry.CopyTo(buffer);
        byte[] bufferCopy = buffer.AsSpan().ToArray();
        _ = Task.Run(() => log.Write(bufferCopy, 0, count));
        ArrayPool<byte>.Shared.Return(buffer);
    }
}
