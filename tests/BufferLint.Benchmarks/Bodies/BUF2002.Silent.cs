// The same, returned by the finally block alone.
using System.Buffers;
using System.IO;

static class BUF2002Silent
{
    internal static int Header(Stream stream, int size)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            if (stream.Read(buffer, 0, size) < size)
            {
                return -1;
            }

            return buffer[0];
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
