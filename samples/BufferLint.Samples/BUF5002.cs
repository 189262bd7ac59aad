// BUF5002: Stored view outlives its buffer.
using System;
using System.Buffers;
using System.IO;

namespace BufferLint.Samples;

/// <summary>Views that stay in a field when their buffer is gone.</summary>
public sealed class BUF5002
{
    private ReadOnlyMemory<byte> _last;
    private byte[]? _scratch;

    /// <summary>The last header that was read.</summary>
    public ReadOnlyMemory<byte> Last => _last;

    /// <summary>The bug: the scope ends, and the field still looks into the buffer.</summary>
    public int Bug(Stream stream)
    {
        using IMemoryOwner<byte> owner = MemoryPool<byte>.Shared.Rent(256);
        int read = stream.Read(owner.Memory.Span);
        _last = owner.Memory[..read]; // Reported here.
        return read;
    }

    /// <summary>A near miss: the field is emptied before the array goes back.</summary>
    public int NearMiss(Stream stream)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(256);
        _scratch = buffer;
        try
        {
            return Fill(stream);
        }
        finally
        {
            _scratch = null;
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Fixed: the field gets a copy.</summary>
    public int Fixed(Stream stream)
    {
        using IMemoryOwner<byte> owner = MemoryPool<byte>.Shared.Rent(256);
        int read = stream.Read(owner.Memory.Span);
        _last = owner.Memory[..read].ToArray();
        return read;
    }

    private int Fill(Stream stream) => _scratch is null ? 0 : stream.Read(_scratch);
}
