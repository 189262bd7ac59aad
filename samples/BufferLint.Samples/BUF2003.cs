// BUF2003: Lease of pinned or native memory is never released.
using System;
using System.Runtime.InteropServices;

namespace BufferLint.Samples;

/// <summary>Native memory and handles that nobody releases.</summary>
public static class BUF2003
{
    /// <summary>The bug: the way out for big counts leaves the block behind.</summary>
    public static int Bug(int count)
    {
        IntPtr block = Marshal.AllocHGlobal(count * sizeof(int)); // Reported here.
        if (count > 1024)
            return -1;
        Marshal.WriteInt32(block, count);
        int first = Marshal.ReadInt32(block);
        Marshal.FreeHGlobal(block);
        return first;
    }

    /// <summary>A near miss: the caller frees what it gets.</summary>
    public static IntPtr NearMiss(int count)
    {
        IntPtr block = Marshal.AllocHGlobal(count * sizeof(int));
        Marshal.WriteInt32(block, count);
        return block;
    }

    /// <summary>Fixed: freed on every way out.</summary>
    public static int Fixed(int count)
    {
        IntPtr block = Marshal.AllocHGlobal(count * sizeof(int));
        try
        {
            if (count > 1024)
                return -1;
            Marshal.WriteInt32(block, count);
            return Marshal.ReadInt32(block);
        }
        finally
        {
            Marshal.FreeHGlobal(block);
        }
    }

    /// <summary>Another bug: the array stays pinned for as long as the process runs.</summary>
    public static byte BugOfAPin(byte[] data)
    {
        GCHandle handle = GCHandle.Alloc(data, GCHandleType.Pinned); // Reported here.
        return Marshal.ReadByte(handle.AddrOfPinnedObject());
    }
}
