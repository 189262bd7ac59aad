// What was read is summed up when the array is back in its pool.
using System.Buffers;
using System.IO;

static class BUF2001Reported
{
    internal static int Sum(Stream stream, int size)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(size);
        var read = stream.Read(buffer, 0, size);
        ArrayPool<byte>.Shared.Return(buffer);
        var sum = 0;
        for (var i = 0; i < read; i++)
        {
            sum += buffer[i];
        }

        return sum;
    }
}
