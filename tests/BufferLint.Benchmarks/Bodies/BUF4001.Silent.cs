// The same, waited for.
using System;
using System.Buffers;
using System.IO;
using System.Threading.Tasks;

class BUF4001Silent
{
    internal void Log(Stream log, ReadOnlySpan<byte> entry)
    {
        var count = entry.Length;
        var buffer = ArrayPool<byte>.Shared.Rent(count);
        entry.CopyTo(buffer);
        Task.Run(() => log.Write(buffer, 0, count)).Wait();
        ArrayPool<byte>.Shared.Return(buffer);
    }
}
