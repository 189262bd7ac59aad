// The same, awaited in the end.
using System.Buffers;
using System.IO;
using System.Threading.Tasks;

static class BUF4004Silent
{
    internal static async Task Receive(Stream stream, Task stop, int size)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(size);
        var read = stream.ReadAsync(buffer, 0, size);
        await Task.WhenAny(read, stop);
        await read;
        ArrayPool<byte>.Shared.Return(buffer);
    }
}
