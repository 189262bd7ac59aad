// BUF4003: Buffer is released, resized or reused while an operation on its view is running.
using System;
using System.Buffers;
using System.IO;
using System.Threading.Tasks;

namespace BufferLint.Samples;

/// <summary>Operations whose buffer ends before they do.</summary>
public static class BUF4003
{
    /// <summary>The bug: the owner is disposed when the write has only begun.</summary>
    public static Task Bug(Stream stream, byte[] message)
    {
        using IMemoryOwner<byte> owner = MemoryPool<byte>.Shared.Rent(message.Length); // Reported here.
        message.CopyTo(owner.Memory);
        return stream.WriteAsync(owner.Memory[..message.Length]).AsTask();
    }

    /// <summary>A near miss: what is written was copied.</summary>
    public static Task NearMiss(Stream stream, byte[] message)
    {
        using IMemoryOwner<byte> owner = MemoryPool<byte>.Shared.Rent(message.Length);
        message.CopyTo(owner.Memory);
        byte[] copy = owner.Memory[..message.Length].ToArray();
        return stream.WriteAsync(copy, 0, copy.Length);
    }

    /// <summary>Fixed: the write is awaited before the scope ends.</summary>
    public static async Task Fixed(Stream stream, byte[] message)
    {
        using IMemoryOwner<byte> owner = MemoryPool<byte>.Shared.Rent(message.Length);
        message.CopyTo(owner.Memory);
        await stream.WriteAsync(owner.Memory[..message.Length]);
    }
}
