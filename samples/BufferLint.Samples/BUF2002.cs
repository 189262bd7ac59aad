// BUF2002: Buffer is released twice.
using System.Buffers;
using System.IO;

namespace BufferLint.Samples;

/// <summary>Arrays that go back to their pool a second time.</summary>
public static class BUF2002
{
    /// <summary>The bug: where the stream is short, the array is returned and then passes the finally block.</summary>
    public static int Bug(Stream stream)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(256);
        try
        {
            if (stream.Read(buffer, 0, 256) < 256)
            {
                ArrayPool<byte>.Shared.Return(buffer);
                return -1;
            }

            return buffer[0];
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer); // Reported here.
        }
    }

    /// <summary>A near miss: the name is emptied with the first release, and asked before the second.</summary>
    public static int NearMiss(Stream stream)
    {
        byte[]? buffer = ArrayPool<byte>.Shared.Rent(256);
        try
        {
            int read = stream.Read(buffer, 0, 256);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = null;
            return read;
        }
        finally
        {
            if (buffer is not null)
                ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Fixed: the finally block alone returns it.</summary>
    public static int Fixed(Stream stream)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(256);
        try
        {
            return stream.Read(buffer, 0, 256) < 256 ? -1 : buffer[0];
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>A near miss: an owner may be disposed as often as one likes.</summary>
    public static int NearMissOfAnOwner(Stream stream)
    {
        using IMemoryOwner<byte> owner = MemoryPool<byte>.Shared.Rent(256);
        int read = stream.Read(owner.Memory.Span);
        owner.Dispose();
        return read;
    }
}
