// BUF3002: Read-only view is handed out as writable.
using System;
using System.Runtime.InteropServices;

namespace BufferLint.Samples;

/// <summary>A message that others read too.</summary>
public static class BUF3002
{
    /// <summary>The bug: whoever gets the payload may write it, and writes the message of all others.</summary>
    public static Memory<byte> Bug(ReadOnlyMemory<byte> message) => MemoryMarshal.AsMemory(message.Slice(1)); // Reported here.

    /// <summary>A near miss: the message may be written anyway.</summary>
    public static Memory<byte> NearMiss(Memory<byte> message)
    {
        ReadOnlyMemory<byte> read = message;
        return MemoryMarshal.AsMemory(read.Slice(1));
    }

    /// <summary>Fixed: the payload says what it is.</summary>
    public static ReadOnlyMemory<byte> Fixed(ReadOnlyMemory<byte> message) => message.Slice(1);

    /// <summary>Fixed: or is the caller's own.</summary>
    public static Memory<byte> FixedByACopy(ReadOnlyMemory<byte> message) => message.Slice(1).ToArray();
}
