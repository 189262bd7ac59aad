// The same, with four bytes.
using System;
using System.IO;
using System.Runtime.InteropServices;

static class BUF6002Silent
{
    internal static int Sum(Stream stream, int count)
    {
        Span<byte> bytes = stackalloc byte[4];
        var sum = 0;
        for (var index = 0; index < count; index++)
        {
            stream.ReadExactly(bytes);
            sum += MemoryMarshal.Read<int>(bytes);
        }

        return sum;
    }
}
