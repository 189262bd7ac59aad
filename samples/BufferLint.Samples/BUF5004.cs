// BUF5004: Memory lent for the call is kept beyond it.
using System;
using System.Buffers;
using System.Collections.Generic;
using System.IO;
using BufferLint.Annotations;

namespace BufferLint.Samples;

/// <summary>Messages that are read into one buffer after the other, and handlers that are lent them.</summary>
public sealed class BUF5004
{
    private readonly List<ReadOnlyMemory<byte>> _received = new();

    /// <summary>What handlers kept.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Received => _received;

    /// <summary>Reads messages of one size, and lends each to the handler; the buffer goes back to the pool at the end.</summary>
    public static void Pump(Stream stream, int size, Handler handler)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(size);
        while (stream.ReadAtLeast(buffer.AsSpan(0, size), size, throwOnEndOfStream: false) == size)
        {
            handler(buffer.AsMemory(0, size));
        }

        ArrayPool<byte>.Shared.Return(buffer);
    }

    /// <summary>The bug: all that is kept looks into the same buffer, which shows the last message, or somebody else's.</summary>
    public void Bug([Lent] ReadOnlyMemory<byte> body) => _received.Add(body); // Reported here.

    /// <summary>A near miss: what is kept for the time of the call only.</summary>
    public int NearMiss([Lent] ReadOnlyMemory<byte> body)
    {
        var parts = new List<ReadOnlyMemory<byte>> { body[..1], body[1..] };
        return parts[0].Length + parts[1].Length;
    }

    /// <summary>Fixed: a copy is kept.</summary>
    public void Fixed([Lent] ReadOnlyMemory<byte> body) => _received.Add(body.ToArray());

    /// <summary>Handles one message.</summary>
    /// <param name="body">The message, for the time of the call.</param>
    public delegate void Handler([Lent] ReadOnlyMemory<byte> body);
}
