// BUF6003: A rented or grown buffer is read as data past its valid part. The bug, its near-miss, the fix.
using System;
using System.Buffers;
using System.IO;

namespace BufferLint.Samples;

/// <summary>Buffers that are longer than their data.</summary>
public static class BUF6003
{
    /// <summary>The bug: a pool lends at least as much as it is asked for, and all of it is shown.</summary>
    public static string Bug(Stream stream, int length)
    {
        byte[] page = ArrayPool<byte>.Shared.Rent(length);
        int read = stream.Read(page, 0, length);
        string text = Convert.ToHexString(page); // Reported here.
        ArrayPool<byte>.Shared.Return(page);
        return read == 0 ? string.Empty : text;
    }

    /// <summary>The bug: the buffer of a stream is longer than the stream.</summary>
    public static string BugOfStream(byte item)
    {
        var stream = new MemoryStream();
        stream.WriteByte(item);
        return Convert.ToHexString(stream.GetBuffer()); // Reported here.
    }

    /// <summary>A near miss: all of the buffer is filled.</summary>
    public static int NearMiss(int length)
    {
        byte[] page = ArrayPool<byte>.Shared.Rent(length);
        page.AsSpan().Clear();
        int shown = Convert.ToHexString(page).Length;
        ArrayPool<byte>.Shared.Return(page);
        return shown;
    }

    /// <summary>Fixed: as much as was read.</summary>
    public static string Fixed(Stream stream, int length)
    {
        byte[] page = ArrayPool<byte>.Shared.Rent(length);
        int read = stream.Read(page, 0, length);
        string text = Convert.ToHexString(page.AsSpan(0, read));
        ArrayPool<byte>.Shared.Return(page);
        return text;
    }
}
