// A view that stays in a field when its owner is gone.
using System;
using System.Buffers;
using System.IO;

class BUF5002Reported
{
    private ReadOnlyMemory<byte> _last;

    internal int Read(Stream stream, int size)
    {
        using var owner = MemoryPool<byte>.Shared.Rent(size);
        var read = stream.Read(owner.Memory.Span);
        _last = owner.Memory[..read];
        return read + _last.Length;
    }
}
