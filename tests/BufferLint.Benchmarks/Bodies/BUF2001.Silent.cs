// The same, summed up before.
using System.Buffers;
using System.IO;

static class BUF2001Silent
{
    internal static int Sum(Stream stream, int size)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(size);
        var read = stream.Read(buffer, 0, size);
        var sum = 0;
        for (var i = 0; i < read; i++)
        {
            sum += buffer[i];
        }

        ArrayPool<byte>.Shared.Return(buffer);
        return sum;
    }
}
