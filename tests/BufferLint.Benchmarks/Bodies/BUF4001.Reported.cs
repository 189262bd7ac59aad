// Work that goes on with an array that was returned.
using System;
using System.Buffers;
using System.IO;
using System.Threading.Tasks;

class BUF4001Reported
{
    internal void Log(Stream log, ReadOnlySpan<byte> entry)
    {
        var count = entry.Length;
        var buffer = ArrayPool<byte>.Shared.Rent(count);
        entry.CopyTo(buffer);
        _ = Task.Run(() => log.Write(buffer, 0, count));
        ArrayPool<byte>.Shared.Return(buffer);
    }
}
