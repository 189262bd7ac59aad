// The same, returned on both ways.
using System.Buffers;
using System.IO;

static class BUF2006Silent
{
    internal static int Count(Stream stream, int size)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(size);
        var read = stream.Read(buffer, 0, size);
        if (read == 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            return -1;
        }

        ArrayPool<byte>.Shared.Return(buffer);
        return read;
    }
}
