// A view of a byte array's storage that holds the array at its length until it is released, as Python's memoryview.
using System;
using BufferLint.Annotations;

namespace BufferLint.Samples.Buffers;

/// <summary>
/// A window on the bytes of a <see cref="ByteArray"/>, without a copy. Until it is released the array cannot change its
/// length.
/// </summary>
/// <remarks>
/// <para>Behaves as Python's <c>memoryview</c>. Every view counts for itself: a slice outlives the view it was cut from
/// and holds the array until it too is released. Python also releases a view that nobody refers to any more; here one
/// that is never released holds its array for good.</para>
/// <para>Once released, every member but <see cref="Release"/>, <see cref="Dispose"/> and <see cref="ToString"/> throws
/// <see cref="ObjectDisposedException"/> with Python's message <c>operation forbidden on released memoryview
/// object</c>. Not safe for use by several threads at once.</para>
/// </remarks>
public sealed class ByteView : IDisposable
{
    private readonly int _start;
    private readonly int _length;
    private readonly bool _isReadOnly;
    private ByteArray? _owner;

    internal ByteView(ByteArray owner, int start, int length, bool isReadOnly)
    {
        _owner = owner;
        _start = start;
        _length = length;
        _isReadOnly = isReadOnly;
        owner.AddExport();
    }

    /// <summary>The number of bytes in view.</summary>
    /// <exception cref="ObjectDisposedException">The view is released.</exception>
    public int Length => Bytes.Length;

    /// <summary>Whether a write is refused.</summary>
    /// <exception cref="ObjectDisposedException">The view is released.</exception>
    public bool IsReadOnly => Owner is not null && _isReadOnly;

    /// <summary>One byte; setting it writes to the array.</summary>
    /// <param name="index">The place of the byte, from 0 to <see cref="Length"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no byte at <paramref name="index"/>.</exception>
    /// <exception cref="InvalidOperationException">A byte is set and the view is read-only.</exception>
    /// <exception cref="ObjectDisposedException">The view is released.</exception>
    public byte this[int index]
    {
        get => Bytes[Existing(index)];
        set => WritableBytes[Existing(index)] = value;
    }

    /// <summary>A view of a part of these bytes, cut as Python's <c>view[start:end]</c>.</summary>
    /// <param name="range">The part. What reaches past either end is cut off; an end before the start gives an empty
    /// view.</param>
    /// <returns>A new view, to be released for itself; read-only if this one is.</returns>
    /// <exception cref="ObjectDisposedException">The view is released.</exception>
    [ViewOf]
    public ByteView this[Range range]
    {
        get
        {
            var (start, length) = Cut(range);
            return Slice(start, length);
        }
    }

    /// <summary>A view of a part of these bytes, which must lie within them.</summary>
    /// <param name="start">The place of the first byte, from 0 to <see cref="Length"/>.</param>
    /// <param name="length">The number of bytes, from 0 to <see cref="Length"/> - <paramref name="start"/>.</param>
    /// <returns>A new view, to be released for itself; read-only if this one is.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The part reaches past an end.</exception>
    /// <exception cref="ObjectDisposedException">The view is released.</exception>
    [ViewOf]
    public ByteView Slice(int start, int length)
    {
        _ = Bytes.Slice(start, length);
        return new ByteView(Owner, _start + start, length, _isReadOnly);
    }

    /// <summary>A view of the same bytes, to read only.</summary>
    /// <returns>A new view, to be released for itself.</returns>
    /// <exception cref="ObjectDisposedException">The view is released.</exception>
    [ViewOf, ReadOnlyView]
    public ByteView ToReadOnly() => new(Owner, _start, _length, isReadOnly: true);

    /// <summary>Overwrites a part of these bytes with as many others: Python's <c>view[start:end] = source</c>.</summary>
    /// <param name="range">The part, cut as by <see cref="this[Range]"/>.</param>
    /// <param name="source">The new bytes, copied.</param>
    /// <exception cref="InvalidOperationException">The view is read-only. Checked before the lengths.</exception>
    /// <exception cref="ArgumentException"><paramref name="source"/> is longer or shorter than the part.</exception>
    /// <exception cref="ObjectDisposedException">The view is released.</exception>
    public void Assign(Range range, ReadOnlySpan<byte> source)
    {
        var target = WritableBytes;
        var (start, length) = Cut(range);
        if (source.Length != length)
            throw new ArgumentException("memoryview assignment: lvalue and rvalue have different structures");
        source.CopyTo(target[start..]);
    }

    /// <summary>Overwrites a part of these bytes with those of another view, which may overlap it.</summary>
    /// <param name="range">The part, cut as by <see cref="this[Range]"/>.</param>
    /// <param name="source">The view of the new bytes, which are copied.</param>
    /// <exception cref="InvalidOperationException">This view is read-only. Checked before the lengths.</exception>
    /// <exception cref="ArgumentException"><paramref name="source"/> is longer or shorter than the part.</exception>
    /// <exception cref="ObjectDisposedException">One of the views is released.</exception>
    public void Assign(Range range, ByteView source)
    {
        _ = WritableBytes;
        Assign(range, source.Bytes);
    }

    /// <summary>Sets all bytes in view to one value.</summary>
    /// <param name="item">The value.</param>
    /// <exception cref="InvalidOperationException">The view is read-only.</exception>
    /// <exception cref="ObjectDisposedException">The view is released.</exception>
    public void Fill(byte item) => WritableBytes.Fill(item);

    /// <summary>Copies the bytes in view to the start of <paramref name="target"/>.</summary>
    /// <param name="target">Where they go; at least <see cref="Length"/> bytes long.</param>
    /// <exception cref="ArgumentException"><paramref name="target"/> is too short; nothing is copied.</exception>
    /// <exception cref="ObjectDisposedException">The view is released.</exception>
    public void CopyTo(Span<byte> target) => Bytes.CopyTo(target);

    /// <summary>A copy of the bytes in view.</summary>
    /// <returns>A new array of <see cref="Length"/> bytes, which needs no release.</returns>
    /// <exception cref="ObjectDisposedException">The view is released.</exception>
    public byte[] ToArray() => Bytes.ToArray();

    /// <summary>Gives up the view, so that it no longer holds the array. A second call does nothing.</summary>
    [Releases]
    public void Release()
    {
        _owner?.DropExport();
        _owner = null;
    }

    /// <summary>The same as <see cref="Release"/>, as Python's <c>with</c> does at its end.</summary>
    [Releases]
    public void Dispose() => Release();

    /// <summary>Says what this is, not what it shows: <c>&lt;memory&gt;</c> or <c>&lt;released memory&gt;</c>.</summary>
    /// <returns>Python's text without the address.</returns>
    public override string ToString() => _owner is null ? "<released memory>" : "<memory>";

    private ByteArray Owner => _owner
        ?? throw new ObjectDisposedException(null, "operation forbidden on released memoryview object");

    [ViewOf]
    private ReadOnlySpan<byte> Bytes => Owner.Window(_start, _length);

    [ViewOf]
    private Span<byte> WritableBytes => !IsReadOnly
        ? Owner.Window(_start, _length)
        : throw new InvalidOperationException("cannot modify read-only memory");

    private int Existing(int index) => (uint)index < (uint)_length
        ? index
        : throw new ArgumentOutOfRangeException(nameof(index), "index out of bounds on dimension 1");

    private (int Start, int Length) Cut(Range range)
    {
        var length = Length;
        var start = Math.Clamp(range.Start.GetOffset(length), 0, length);
        var end = Math.Clamp(range.End.GetOffset(length), start, length);
        return (start, end - start);
    }
}
