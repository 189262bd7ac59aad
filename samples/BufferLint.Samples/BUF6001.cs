// BUF6001: Copy, slice or count does not fit. The bug, its near-miss, the fix.
using System;
using System.Buffers.Binary;

namespace BufferLint.Samples;

/// <summary>A header that has no room for its last field, and a copy that is one short.</summary>
public static class BUF6001
{
    /// <summary>The bug: eight bytes go where four are left.</summary>
    public static byte[] Bug(long id, long length)
    {
        byte[] header = new byte[12];
        BinaryPrimitives.WriteInt64LittleEndian(header, id);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(8), length); // Reported here.
        return header;
    }

    /// <summary>The bug: the text without its terminator is copied with it.</summary>
    public static byte[] BugOfCopies(byte[] text)
    {
        byte[] copy = new byte[text.Length - 1];
        text.CopyTo(copy, 0); // Reported here.
        return copy;
    }

    /// <summary>A near miss: the last field is as long as the room that is left.</summary>
    public static byte[] NearMiss(long id, int length)
    {
        byte[] header = new byte[12];
        BinaryPrimitives.WriteInt64LittleEndian(header, id);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(8), length);
        return header;
    }

    /// <summary>Fixed: there is room for all of it.</summary>
    public static byte[] Fixed(byte[] text)
    {
        byte[] copy = new byte[text.Length];
        text.CopyTo(copy, 0);
        return copy;
    }
}
