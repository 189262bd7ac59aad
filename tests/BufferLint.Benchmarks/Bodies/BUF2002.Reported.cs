// A short read returns the array, and the finally block returns it again.
using System.Buffers;
using System.IO;

static class BUF2002Reported
{
    internal static int Header(Stream stream, int size)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            if (stream.Read(buffer, 0, size) < size)
            {
                ArrayPool<byte>.Shared.Return(buffer);
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
