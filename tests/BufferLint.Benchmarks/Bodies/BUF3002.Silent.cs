// The same of memory that may be written anyway.
using System;
using System.Runtime.InteropServices;

static class BUF3002Silent
{
    internal static Memory<byte> Payload(Memory<byte> message)
    {
        ReadOnlyMemory<byte> read = message;
        var header = read.Span[0];
        return MemoryMarshal.AsMemory(read.Slice(header));
    }
}
