// A writer and a pool that tell what is done to them.
using System;
using System.Buffers;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;

namespace BufferLint.ExecutedFacts.Subjects;

/// <summary>A buffer writer that counts how often it was asked for room or advanced.</summary>
internal sealed class CountingWriter<T> : IBufferWriter<T>
{
    private readonly ArrayBufferWriter<T> _writer = new();

    public int Calls { get; set; }

    public void Advance(int count)
    {
        Calls++;
        _writer.Advance(count);
    }

    public Memory<T> GetMemory(int sizeHint = 0)
    {
        Calls++;
        return _writer.GetMemory(sizeHint);
    }

    public Span<T> GetSpan(int sizeHint = 0)
    {
        Calls++;
        return _writer.GetSpan(sizeHint);
    }
}

/// <summary>A pool of small blocks that knows which were given back.</summary>
internal sealed class CountingPool : MemoryPool<byte>
{
    private readonly List<Block> _blocks = [];

    public override int MaxBufferSize => int.MaxValue;

    public override IMemoryOwner<byte> Rent(int minBufferSize = -1)
    {
        var block = new Block(new byte[Math.Max(minBufferSize, 16)]);
        _blocks.Add(block);
        return block;
    }

    /// <summary>Whether a memory is of a block that was rented here, given back or not.</summary>
    public bool Owns(ReadOnlyMemory<byte> memory) => BlockOf(memory) is not null;

    /// <summary>Whether the block of a memory was given back.</summary>
    public bool HasBack(ReadOnlyMemory<byte> memory) => BlockOf(memory) is { IsBack: true };

    protected override void Dispose(bool disposing)
    {
    }

    private Block? BlockOf(ReadOnlyMemory<byte> memory) =>
        MemoryMarshal.TryGetArray(memory, out var segment) ? _blocks.FirstOrDefault(block => ReferenceEquals(block.Array, segment.Array)) : null;

    private sealed class Block(byte[] array) : IMemoryOwner<byte>
    {
        public byte[] Array => array;

        public bool IsBack { get; private set; }

        public Memory<byte> Memory => array;

        public void Dispose() => IsBack = true;
    }
}

/// <summary>A writer under a counting one, for members that are given a buffer writer or something over one.</summary>
internal sealed class LeaseSubject<T>(object owner, CountingWriter<T> counted) : Subject
{
    public override object Owner => owner;

    public override int Count => counted.Calls;

    public override Type[] TypeArguments => [typeof(T)];

    public override Outcome Watch(Action act)
    {
        counted.Calls = 0;
        act();
        return counted.Calls > 0 ? Outcome.Advanced : Outcome.Stayed;
    }
}
