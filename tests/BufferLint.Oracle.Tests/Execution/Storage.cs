// The real storage of a real owner, asked by taking a view of it anew.
using System;
using System.Buffers;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace BufferLint.Oracle.Execution;

/// <summary>One event that really changed an owner's storage.</summary>
/// <param name="Time">When.</param>
/// <param name="Line">The statement.</param>
/// <param name="Moved">The storage was replaced.</param>
/// <param name="Removed">The keys that went.</param>
internal sealed record StorageEvent(int Time, int Line, bool Moved, ImmutableArray<int> Removed);

/// <summary>An owner and what has really happened to it.</summary>
internal abstract class Storage
{
    private object? _identity;
    private int[] _contents = [];

    public List<StorageEvent> Events { get; } = [];

    public static Storage Of(object owner) => owner switch
    {
        List<int> list => new OfList(list),
        Dictionary<int, int> map => new OfDictionary(map),
        MemoryStream stream => new OfStream(stream),
        ArrayBufferWriter<int> writer => new OfWriter(writer),
        int[] array => new OfArray(array),
        _ => throw new ArgumentOutOfRangeException(nameof(owner)),
    };

    /// <summary>Whether a reference that was taken earlier leads into the storage of now.</summary>
    public abstract bool Holds(ref byte held, int key);

    /// <summary>Remembers what is there before an operation.</summary>
    public void Before()
    {
        _identity = Identity();
        _contents = Contents();
    }

    /// <summary>Compares with what was there before it.</summary>
    public void After(object owner, int time, int line, bool writes)
    {
        Follow(owner);
        var contents = Contents();
        var moved = Identity() != _identity;
        ImmutableArray<int> removed = this is OfDictionary ? [.. _contents.Except(contents)] : [];
        if (moved || !writes && !contents.AsSpan().StartsWith(_contents))
        {
            Events.Add(new StorageEvent(time, line, moved, removed));
        }
    }

    /// <summary>Takes note that a variable may hold another owner now.</summary>
    protected virtual void Follow(object owner)
    {
    }

    /// <summary>The object that is the storage.</summary>
    protected abstract object Identity();

    /// <summary>The elements, or the keys, in their places.</summary>
    protected abstract int[] Contents();

    private static bool IsWithin(ref byte start, int bytes, ref byte held) => Unsafe.ByteOffset(ref start, ref held) is var offset && offset >= 0 && offset <= bytes;

    private static FieldInfo Field(Type type, string name) => type.GetField(name, BindingFlags.Instance | BindingFlags.NonPublic)!;

    private sealed class OfList(List<int> list) : Storage
    {
        private static readonly FieldInfo Items = Field(typeof(List<int>), "_items");

        public override bool Holds(ref byte held, int key) =>
            IsWithin(ref Unsafe.As<int, byte>(ref MemoryMarshal.GetReference(CollectionsMarshal.AsSpan(list))), list.Capacity * sizeof(int), ref held);

        protected override object Identity() => Items.GetValue(list)!;

        protected override int[] Contents() => [.. list];
    }

    private sealed class OfDictionary(Dictionary<int, int> map) : Storage
    {
        private static readonly FieldInfo Entries = Field(typeof(Dictionary<int, int>), "_entries");
        private static readonly object NoEntries = new();

        public override bool Holds(ref byte held, int key) => Unsafe.AreSame(ref Unsafe.As<int, byte>(ref CollectionsMarshal.GetValueRefOrNullRef(map, key)), ref held);

        protected override object Identity() => Entries.GetValue(map) ?? NoEntries;

        protected override int[] Contents() => [.. map.Keys];
    }

    private sealed class OfStream(MemoryStream stream) : Storage
    {
        public override bool Holds(ref byte held, int key) => IsWithin(ref MemoryMarshal.GetArrayDataReference(stream.GetBuffer()), stream.Capacity, ref held);

        protected override object Identity() => stream.GetBuffer();

        protected override int[] Contents() => [.. stream.GetBuffer().Take((int)stream.Length)];
    }

    private sealed class OfWriter(ArrayBufferWriter<int> writer) : Storage
    {
        public override bool Holds(ref byte held, int key) => IsWithin(ref Unsafe.As<int, byte>(ref MemoryMarshal.GetReference(writer.WrittenSpan)), writer.Capacity * sizeof(int), ref held);

        protected override object Identity() => MemoryMarshal.TryGetArray(writer.WrittenMemory, out var segment) ? segment.Array! : this;

        protected override int[] Contents() => writer.WrittenSpan.ToArray();
    }

    /// <summary>What an array variable holds: the variable is the owner.</summary>
    private sealed class OfArray(int[] array) : Storage
    {
        private int[] _array = array;

        public override bool Holds(ref byte held, int key) =>
            IsWithin(ref Unsafe.As<int, byte>(ref MemoryMarshal.GetArrayDataReference(_array)), _array.Length * sizeof(int), ref held);

        protected override void Follow(object owner) => _array = (int[])owner;

        protected override object Identity() => _array;

        protected override int[] Contents() => _array;
    }
}
