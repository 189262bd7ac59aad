// BUF6002: Reinterpretation does not fit. The bug, its near-miss, the fix.
using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace BufferLint.Samples;

/// <summary>Memory that is read as more than it is.</summary>
public static class BUF6002
{
    /// <summary>The bug: four bytes are read where there are two.</summary>
    public static int Bug()
    {
        byte[] port = [1, 2];
        return MemoryMarshal.Read<int>(port); // Reported here.
    }

    /// <summary>The bug: the array of bytes is as long as that of numbers was.</summary>
    public static int BugOfArrays(int[] items)
    {
        ReadOnlySpan<byte> bytes = Unsafe.As<byte[]>(items); // Reported here.
        return bytes.Length;
    }

    /// <summary>A near miss: two bytes are read.</summary>
    public static int NearMiss()
    {
        byte[] port = [1, 2];
        return MemoryMarshal.Read<ushort>(port);
    }

    /// <summary>Fixed: all bytes of all numbers.</summary>
    public static int Fixed(int[] items)
    {
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(items.AsSpan());
        return bytes.Length;
    }
}
