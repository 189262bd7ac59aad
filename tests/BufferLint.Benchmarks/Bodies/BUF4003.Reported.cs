// A write that is awaited after its array went back.
using System.Buffers;
using System.IO;
using System.Threading.Tasks;

static class BUF4003Reported
{
    internal static async Task Send(Stream stream, int size)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(size);
        var write = stream.WriteAsync(buffer, 0, size);
        ArrayPool<byte>.Shared.Return(buffer);
        await write;
    }
}
