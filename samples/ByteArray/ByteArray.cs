// A growable array of bytes that counts the views it has handed out, as Python's bytearray does.
using System;
using BufferLint.Annotations;

namespace BufferLint.Samples.Buffers;

/// <summary>
/// A growable array of bytes. Its content can be written at any time; its length cannot change while a
/// <see cref="ByteView"/> of it is unreleased.
/// </summary>
/// <remarks>
/// <para>Behaves as Python's <c>bytearray</c>. A change that leaves the length as it is (<see cref="Resize"/> to the
/// same length, <see cref="Extend"/> with nothing, <see cref="Clear"/> of an empty array) is never refused. A refused
/// change leaves the array as it was.</para>
/// <para>Where Python counts from the end with a negative index, C# writes <c>^</c>: <c>bytes[^1]</c> is the last byte
/// and a negative index is out of range. Not safe for use by several threads at once.</para>
/// </remarks>
public sealed class ByteArray
{
    private byte[] _storage;
    private int _exports;

    /// <summary>An empty array.</summary>
    public ByteArray() => _storage = [];

    /// <summary>An array of zero bytes.</summary>
    /// <param name="length">The number of bytes, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative.</exception>
    public ByteArray(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        _storage = new byte[length];
        Length = length;
    }

    /// <summary>A copy of some bytes.</summary>
    /// <param name="items">The bytes to copy.</param>
    public ByteArray(ReadOnlySpan<byte> items)
    {
        _storage = items.ToArray();
        Length = items.Length;
    }

    /// <summary>The number of bytes.</summary>
    public int Length { get; private set; }

    /// <summary>One byte. It can be set while views are alive, and they see the new value.</summary>
    /// <param name="index">The place of the byte, from 0 to <see cref="Length"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no byte at <paramref name="index"/>.</exception>
    public byte this[int index]
    {
        get => _storage[Existing(index)];
        set => _storage[Existing(index)] = value;
    }

    /// <summary>A view of all bytes, to read and write. Until it is released the length cannot change.</summary>
    /// <returns>A new view; release it with <see cref="ByteView.Release"/> or a <c>using</c>.</returns>
    [ViewOf]
    public ByteView View() => new(this, 0, Length, isReadOnly: false);

    /// <summary>A view of all bytes, to read only. Until it is released the length cannot change.</summary>
    /// <returns>A new view; release it with <see cref="ByteView.Release"/> or a <c>using</c>.</returns>
    [ViewOf, ReadOnlyView]
    public ByteView ViewReadOnly() => new(this, 0, Length, isReadOnly: true);

    /// <summary>Cuts off bytes at the end, or adds zero bytes there.</summary>
    /// <param name="length">The new number of bytes, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative.</exception>
    /// <exception cref="BufferError">A view is unreleased and <paramref name="length"/> differs from
    /// <see cref="Length"/>.</exception>
    [Moves, RefusesWhileViewed(typeof(BufferError))]
    public void Resize(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        if (length == Length)
            return;
        if (_exports > 0)
            throw new BufferError();
        if (length > _storage.Length)
            Array.Resize(ref _storage, (int)Math.Min(Math.Max(length, 2L * _storage.Length), Array.MaxLength));
        if (length > Length)
            _storage.AsSpan(Length, length - Length).Clear();
        Length = length;
    }

    /// <summary>Adds one byte at the end.</summary>
    /// <param name="item">The byte to add.</param>
    /// <exception cref="BufferError">A view is unreleased.</exception>
    [Moves, RefusesWhileViewed(typeof(BufferError))]
    public void Append(byte item)
    {
        Resize(checked(Length + 1));
        _storage[Length - 1] = item;
    }

    /// <summary>Adds bytes at the end.</summary>
    /// <param name="items">The bytes to add, copied.</param>
    /// <exception cref="BufferError">A view is unreleased and <paramref name="items"/> is not empty.</exception>
    [Moves, RefusesWhileViewed(typeof(BufferError))]
    public void Extend(ReadOnlySpan<byte> items)
    {
        Resize(checked(Length + items.Length));
        items.CopyTo(_storage.AsSpan(Length - items.Length));
    }

    /// <summary>Adds one byte before another; those after it move up by one.</summary>
    /// <param name="index">Where the byte goes. As in Python a place past either end means that end.</param>
    /// <param name="item">The byte to add.</param>
    /// <exception cref="BufferError">A view is unreleased.</exception>
    [Moves, RefusesWhileViewed(typeof(BufferError))]
    public void Insert(Index index, byte item)
    {
        var place = Math.Clamp(index.GetOffset(Length), 0, Length);
        Resize(checked(Length + 1));
        _storage.AsSpan(place, Length - 1 - place).CopyTo(_storage.AsSpan(place + 1));
        _storage[place] = item;
    }

    /// <summary>Takes one byte out; those after it move down by one.</summary>
    /// <param name="index">The place of the byte.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no byte at <paramref name="index"/>. Checked first, as in
    /// Python.</exception>
    /// <exception cref="BufferError">A view is unreleased.</exception>
    [Moves, RefusesWhileViewed(typeof(BufferError))]
    public void RemoveAt(Index index)
    {
        var place = Existing(index.GetOffset(Length));
        if (_exports > 0)
            throw new BufferError();
        _storage.AsSpan(place + 1, Length - 1 - place).CopyTo(_storage.AsSpan(place));
        Resize(Length - 1);
    }

    /// <summary>Takes all bytes out.</summary>
    /// <exception cref="BufferError">A view is unreleased and the array is not empty.</exception>
    [Moves, RefusesWhileViewed(typeof(BufferError))]
    public void Clear() => Resize(0);

    /// <summary>A copy of the bytes, which stays as it is whatever becomes of this array.</summary>
    /// <returns>A new array of <see cref="Length"/> bytes.</returns>
    public byte[] ToArray() => Window(0, Length).ToArray();

    /// <summary>The array as Python prints it, such as <c>bytearray(b'hello')</c>.</summary>
    /// <returns>A Python expression for an array of the same bytes.</returns>
    public override string ToString() => $"bytearray({BytesLiteral.Of(Window(0, Length))})";

    internal void AddExport() => _exports++;

    internal void DropExport() => _exports--;

    [ViewOf]
    internal Span<byte> Window(int start, int length) => _storage.AsSpan(start, length);

    private int Existing(int index) => (uint)index < (uint)Length
        ? index
        : throw new ArgumentOutOfRangeException(nameof(index), "bytearray index out of range");
}
