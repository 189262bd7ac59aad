// A read that lost a race, and whose array goes back.
using System.Buffers;
using System.IO;
using System.Threading.Tasks;

static class BUF4004Reported
{
    internal static async Task Receive(Stream stream, Task stop, int size)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(size);
        var read = stream.ReadAsync(buffer, 0, size);
        await Task.WhenAny(read, stop);
        ArrayPool<byte>.Shared.Return(buffer);
    }
}
