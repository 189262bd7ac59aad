// BUF4004: A timed-out or abandoned operation may still use the buffer.
using System;
using System.Buffers;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace BufferLint.Samples;

/// <summary>Waits that end before the operation does.</summary>
public static class BUF4004
{
    /// <summary>The bug: after the time-out the read goes on, into somebody else's array.</summary>
    public static async Task Bug(Stream stream)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(256);
        try
        {
            await stream.ReadAsync(buffer, 0, 256).WaitAsync(TimeSpan.FromSeconds(5));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer); // Reported here.
        }
    }

    /// <summary>A near miss: the limit is the operation's own, which has ended when it throws.</summary>
    public static async Task NearMiss(Stream stream)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(256);
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(5));
        try
        {
            await stream.ReadExactlyAsync(buffer.AsMemory(0, 256), limit.Token);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Fixed: where the wait gives up, the array stays out of the pool.</summary>
    public static async Task Fixed(Stream stream)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(256);
        await stream.ReadAsync(buffer, 0, 256).WaitAsync(TimeSpan.FromSeconds(5));
        ArrayPool<byte>.Shared.Return(buffer);
    }

    /// <summary>The bug, with a limit that the caller sets.</summary>
    public static async Task Bug(Stream stream, TimeSpan limit)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(256);
        try
        {
            await stream.ReadAsync(buffer, 0, 256).WaitAsync(limit);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer); // Reported here.
        }
    }

    /// <summary>Fixed, with a limit that the caller sets.</summary>
    public static async Task Fixed(Stream stream, TimeSpan limit)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(256);
        await stream.ReadAsync(buffer, 0, 256).WaitAsync(limit);
        ArrayPool<byte>.Shared.Return(buffer);
    }
}
