// BUF5003: Address of stack or unpinned memory escapes.
using System;
using System.Runtime.InteropServices;

namespace BufferLint.Samples;

/// <summary>Addresses and spans that leave the method whose memory they point into.</summary>
public static class BUF5003
{
    /// <summary>The bug: the span is over a variable that is gone when the caller has it.</summary>
    public static ReadOnlySpan<byte> Bug(long number)
    {
        long shown = number ^ -1;
        return MemoryMarshal.AsBytes(MemoryMarshal.CreateReadOnlySpan(ref shown, 1)); // Reported here.
    }

    /// <summary>A near miss: the variable is the caller's.</summary>
    public static ReadOnlySpan<byte> NearMiss(ref long number)
    {
        number ^= -1;
        return MemoryMarshal.AsBytes(MemoryMarshal.CreateReadOnlySpan(ref number, 1));
    }

    /// <summary>Fixed: the caller gets a copy.</summary>
    public static ReadOnlySpan<byte> Fixed(long number)
    {
        long shown = number ^ -1;
        return MemoryMarshal.AsBytes(MemoryMarshal.CreateReadOnlySpan(ref shown, 1)).ToArray();
    }
}
