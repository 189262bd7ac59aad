// BUF5001: Returned view outlives its buffer.
using System;
using System.Buffers;
using System.IO;

namespace BufferLint.Samples;

/// <summary>Views that are returned past the release of their buffer.</summary>
public static class BUF5001
{
    /// <summary>The bug: the scope ends before the caller has its result.</summary>
    public static ReadOnlyMemory<byte> Bug(Stream stream)
    {
        using IMemoryOwner<byte> owner = MemoryPool<byte>.Shared.Rent(256);
        int read = stream.Read(owner.Memory.Span);
        return owner.Memory[..read]; // Reported here.
    }

    /// <summary>A near miss: a number is no view.</summary>
    public static int NearMiss(Stream stream)
    {
        using IMemoryOwner<byte> owner = MemoryPool<byte>.Shared.Rent(256);
        int read = stream.Read(owner.Memory.Span);
        return owner.Memory[..read].Length;
    }

    /// <summary>Fixed: the caller gets a copy.</summary>
    public static ReadOnlyMemory<byte> Fixed(Stream stream)
    {
        using IMemoryOwner<byte> owner = MemoryPool<byte>.Shared.Rent(256);
        int read = stream.Read(owner.Memory.Span);
        return owner.Memory[..read].ToArray();
    }

    /// <summary>Fixed in another way: the caller gets the owner, and disposes it.</summary>
    public static IMemoryOwner<byte> FixedByHandingOver(Stream stream, out int read)
    {
        IMemoryOwner<byte> owner = MemoryPool<byte>.Shared.Rent(256);
        read = stream.Read(owner.Memory.Span);
        return owner;
    }
}
