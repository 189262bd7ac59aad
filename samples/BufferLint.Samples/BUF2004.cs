// BUF2004: Release does not match the acquire.
using System;
using System.Buffers;
using System.Runtime.InteropServices;

namespace BufferLint.Samples;

/// <summary>Leases that go back to somebody who never had them.</summary>
public static class BUF2004
{
    private static readonly ArrayPool<byte> s_large = ArrayPool<byte>.Create(16 * 1024 * 1024, 4);

    /// <summary>The bug: text of the COM allocator is freed as if it were of the local heap.</summary>
    public static int Bug(string text)
    {
        IntPtr copy = Marshal.StringToCoTaskMemUTF8(text);
        int first = Marshal.ReadByte(copy);
        Marshal.FreeHGlobal(copy); // Reported here.
        return first;
    }

    /// <summary>The bug: an array of one pool is given to another.</summary>
    public static void BugOfPools(int size)
    {
        byte[] buffer = s_large.Rent(size);
        Array.Clear(buffer);
        ArrayPool<byte>.Shared.Return(buffer); // Reported here.
    }

    /// <summary>A near miss: each is freed as it was allocated.</summary>
    public static int NearMiss(string text, bool wide)
    {
        IntPtr copy = wide ? Marshal.StringToHGlobalUni(text) : Marshal.StringToCoTaskMemUTF8(text);
        int first = Marshal.ReadByte(copy);
        if (wide)
            Marshal.FreeHGlobal(copy);
        else
            Marshal.FreeCoTaskMem(copy);
        return first;
    }

    /// <summary>Fixed: the matching call.</summary>
    public static int Fixed(string text)
    {
        IntPtr copy = Marshal.StringToCoTaskMemUTF8(text);
        int first = Marshal.ReadByte(copy);
        Marshal.FreeCoTaskMem(copy);
        return first;
    }
}
