// The same over the caller's variable.
using System;
using System.Runtime.InteropServices;

static class BUF5003Silent
{
    internal static ReadOnlySpan<byte> Bytes(ref long number)
    {
        number ^= -1;
        var span = MemoryMarshal.CreateReadOnlySpan(ref number, 1);
        return MemoryMarshal.AsBytes(span);
    }
}
