// Several mistakes a line: one rule speaks.
using System;
using System.Buffers;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace Neighbours;

/// <summary>Lines that several rules have something to say about.</summary>
public static class Dense
{
    public static void UsedAndReturnedAgain()
    {
        var buffer = ArrayPool<byte>.Shared.Rent(16);
        ArrayPool<byte>.Shared.Return(buffer);
        Console.WriteLine(buffer[0]); ArrayPool<byte>.Shared.Return(buffer);
    }

    public static void PinnedAndForgotten()
    {
        var handle = GCHandle.Alloc(ArrayPool<byte>.Shared.Rent(16), GCHandleType.Pinned);
        Console.WriteLine(handle.AddrOfPinnedObject());
    }

    public static void AllOnOneLine(List<int> list)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(16); var view = CollectionsMarshal.AsSpan(list); list.Add(1); view[0] = 2; ArrayPool<byte>.Shared.Return(buffer); buffer[0] = 1; ArrayPool<byte>.Shared.Return(buffer);
    }
}
