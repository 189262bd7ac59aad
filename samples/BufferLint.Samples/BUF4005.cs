// BUF4005: View is held across an await while other members can change its buffer.
using System;
using System.IO;
using System.Threading.Tasks;

namespace BufferLint.Samples;

/// <summary>Messages that are collected while they are sent.</summary>
public sealed class BUF4005
{
    private byte[] _pending = new byte[4];
    private int _count;

    /// <summary>What is there to send.</summary>
    public ReadOnlySpan<byte> Pending => _pending.AsSpan(0, _count);

    /// <summary>Adds a byte, and makes room for it.</summary>
    public void Add(byte item)
    {
        if (_count == _pending.Length)
        {
            Array.Resize(ref _pending, 2 * _count);
        }

        _pending[_count++] = item;
    }

    /// <summary>The bug: whoever adds a byte meanwhile moves the array, and the old one is wiped.</summary>
    public async Task Bug(Stream stream)
    {
        Memory<byte> pending = _pending.AsMemory(0, 4);
        await stream.WriteAsync(pending); // Reported here.
        pending.Span.Clear();
    }

    /// <summary>A near miss: the view is given to the write and not used afterwards.</summary>
    public async Task NearMiss(Stream stream)
    {
        Memory<byte> pending = _pending.AsMemory(0, 4);
        await stream.WriteAsync(pending);
    }

    /// <summary>Fixed: the view is taken again after the await.</summary>
    public async Task Fixed(Stream stream)
    {
        Memory<byte> pending = _pending.AsMemory(0, 4);
        await stream.WriteAsync(pending);
        pending = _pending.AsMemory(0, 4);
        pending.Span.Clear();
    }
}
