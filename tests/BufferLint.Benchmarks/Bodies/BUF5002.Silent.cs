// The same, copied.
using System;
using System.Buffers;
using System.IO;

class BUF5002Silent
{
    private ReadOnlyMemory<byte> _last;

    internal int Read(Stream stream, int size)
    {
        using var owner = MemoryPool<byte>.Shared.Rent(size);
        var read = stream.Read(owner.Memory.Span);
        _last = owner.Memory[..read].ToArray();
        return read + _last.Length;
    }
}
