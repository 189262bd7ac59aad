// The same, with what was read.
using System;
using System.Buffers;
using System.IO;

static class BUF6003Silent
{
    internal static int Copy(Stream stream, Stream target, int count)
    {
        var page = ArrayPool<byte>.Shared.Rent(count);
        var sum = 0;
        for (var index = 0; index < count; index++)
        {
            var read = stream.Read(page, 0, count);
            target.Write(page.AsSpan(0, read));
            sum += read;
        }

        ArrayPool<byte>.Shared.Return(page);
        return sum;
    }
}
