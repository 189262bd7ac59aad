// An array that one way out forgets.
using System.Buffers;
using System.IO;

static class BUF2006Reported
{
    internal static int Count(Stream stream, int size)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(size);
        var read = stream.Read(buffer, 0, size);
        if (read == 0)
        {
            return -1;
        }

        ArrayPool<byte>.Shared.Return(buffer);
        return read;
    }
}
