// Four bytes read where there are two.
using System;
using System.IO;
using System.Runtime.InteropServices;

static class BUF6002Reported
{
    internal static int Sum(Stream stream, int count)
    {
        Span<byte> bytes = stackalloc byte[2];
        var sum = 0;
        for (var index = 0; index < count; index++)
        {
            stream.ReadExactly(bytes);
            sum += MemoryMarshal.Read<int>(bytes);
        }

        return sum;
    }
}
