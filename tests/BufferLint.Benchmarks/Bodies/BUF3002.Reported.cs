// What came in to be read goes out to be written.
using System;
using System.Runtime.InteropServices;

static class BUF3002Reported
{
    internal static Memory<byte> Payload(ReadOnlyMemory<byte> message)
    {
        var header = message.Span[0];
        return MemoryMarshal.AsMemory(message.Slice(header));
    }
}
