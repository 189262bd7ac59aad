// The same, awaited before.
using System.Buffers;
using System.IO;
using System.Threading.Tasks;

static class BUF4003Silent
{
    internal static async Task Send(Stream stream, int size)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(size);
        var write = stream.WriteAsync(buffer, 0, size);
        await write;
        ArrayPool<byte>.Shared.Return(buffer);
    }
}
