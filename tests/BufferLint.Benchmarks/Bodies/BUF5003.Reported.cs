// A span over a variable that is gone when the caller has it.
using System;
using System.Runtime.InteropServices;

static class BUF5003Reported
{
    internal static ReadOnlySpan<byte> Bytes(long number)
    {
        var shown = number ^ -1;
        var span = MemoryMarshal.CreateReadOnlySpan(ref shown, 1);
        return MemoryMarshal.AsBytes(span);
    }
}
