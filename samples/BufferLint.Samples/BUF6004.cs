// BUF6004: This object cannot give or grow that view. The bug, its near-miss, the fix.
using System;
using System.IO;

namespace BufferLint.Samples;

/// <summary>Streams over an array that are asked for too much.</summary>
public static class BUF6004
{
    /// <summary>The bug: the stream does not show its array.</summary>
    public static byte[] Bug(byte[] page)
    {
        using MemoryStream stream = new MemoryStream(page);
        return stream.GetBuffer(); // Reported here.
    }

    /// <summary>The bug: the array has no room for one more.</summary>
    public static void BugOfGrowth()
    {
        using MemoryStream stream = new MemoryStream(new byte[4]);
        stream.SetLength(5); // Reported here.
    }

    /// <summary>A near miss: the stream was told to show it.</summary>
    public static byte[] NearMiss(byte[] page)
    {
        using MemoryStream stream = new MemoryStream(page, 0, page.Length, writable: true, publiclyVisible: true);
        return stream.GetBuffer();
    }

    /// <summary>Fixed: who asks looks at the answer.</summary>
    public static int Fixed(MemoryStream stream) => stream.TryGetBuffer(out ArraySegment<byte> segment) ? segment.Count : 0;
}
