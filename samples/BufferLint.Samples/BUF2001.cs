// BUF2001: Buffer or view is used after release.
using System;
using System.Buffers;
using System.IO;

namespace BufferLint.Samples;

/// <summary>Buffers that are used when the pool has them back.</summary>
public static class BUF2001
{
    /// <summary>The bug: the sum is made of what the next renter puts into the array.</summary>
    public static int Bug(Stream stream)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(256);
        int read = stream.Read(buffer, 0, 256);
        ArrayPool<byte>.Shared.Return(buffer);
        int sum = 0;
        for (int i = 0; i < read; i++)
            sum += buffer[i]; // Reported here.
        return sum;
    }

    /// <summary>A near miss: the array is returned when the result is made.</summary>
    public static int NearMiss(Stream stream)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(256);
        try
        {
            return stream.Read(buffer, 0, 256) + buffer[0];
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Fixed: returned after the last use.</summary>
    public static int Fixed(Stream stream)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(256);
        int read = stream.Read(buffer, 0, 256);
        int sum = 0;
        for (int i = 0; i < read; i++)
            sum += buffer[i];
        ArrayPool<byte>.Shared.Return(buffer);
        return sum;
    }

    /// <summary>Another bug: the span outlives the owner whose memory it views.</summary>
    public static int BugBehindAScope(Stream stream)
    {
        Span<byte> span;
        using (IMemoryOwner<byte> owner = MemoryPool<byte>.Shared.Rent(256))
        {
            span = owner.Memory.Span;
            stream.ReadExactly(span);
        }

        return span[0]; // Reported here.
    }

    /// <summary>A near miss: the lease is conditional, and so is its release.</summary>
    public static int NearMissOfAConditionalLease(int size)
    {
        byte[]? rented = null;
        Span<byte> span = size <= 256 ? stackalloc byte[256] : (rented = ArrayPool<byte>.Shared.Rent(size));
        span.Clear();
        int first = span[0];
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        return first;
    }
}
