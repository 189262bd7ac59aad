// BUF2006: Pooled buffer is never returned.
using System.Buffers;
using System.IO;

namespace BufferLint.Samples;

/// <summary>Arrays and owners that the pool never gets back.</summary>
public static class BUF2006
{
    /// <summary>The bug: where the stream is at its end the array is forgotten.</summary>
    public static int Bug(Stream stream)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(256); // Reported here.
        int read = stream.Read(buffer, 0, 256);
        if (read == 0)
            return 0;
        int first = buffer[0];
        ArrayPool<byte>.Shared.Return(buffer);
        return first;
    }

    /// <summary>A near miss: a way that leaves by an exception need not return it.</summary>
    public static int NearMiss(Stream stream)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(256);
        if (stream.Read(buffer, 0, 256) == 0)
            throw new EndOfStreamException();
        int first = buffer[0];
        ArrayPool<byte>.Shared.Return(buffer);
        return first;
    }

    /// <summary>Fixed: returned on both ways.</summary>
    public static int Fixed(Stream stream)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(256);
        int read = stream.Read(buffer, 0, 256);
        int first = read == 0 ? 0 : buffer[0];
        ArrayPool<byte>.Shared.Return(buffer);
        return first;
    }

    /// <summary>A near miss: the caller returns what it gets.</summary>
    public static byte[] NearMissHandedOver(Stream stream)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(256);
        stream.ReadExactly(buffer, 0, 256);
        return buffer;
    }
}
