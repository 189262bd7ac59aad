// A view that leaves the scope of its owner.
using System;
using System.Buffers;
using System.IO;

static class BUF5001Reported
{
    internal static ReadOnlyMemory<byte> Read(Stream stream, int size)
    {
        using var owner = MemoryPool<byte>.Shared.Rent(size);
        var read = stream.Read(owner.Memory.Span);
        return owner.Memory[..read];
    }
}
