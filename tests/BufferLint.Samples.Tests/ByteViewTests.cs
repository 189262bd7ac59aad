// What a view shows and writes while it is alive; each result is that of Python's memoryview.
using System;
using BufferLint.Samples.Buffers;
using Xunit;

namespace BufferLint.Samples.Tests;

public sealed class ByteViewTests : IDisposable
{
    private const string ReadOnly = "cannot modify read-only memory";
    private const string Structures = "memoryview assignment: lvalue and rvalue have different structures";

    private readonly ByteArray _bytes = new("hello"u8);
    private readonly ByteView _view;

    public ByteViewTests() => _view = _bytes.View();

    public void Dispose() => _view.Dispose();

    [Fact]
    public void It_reads_and_writes_the_array_itself()
    {
        Assert.Equal(5, _view.Length);
        Assert.False(_view.IsReadOnly);
        Assert.Equal((byte)'o', _view[^1]);

        _view[0] = (byte)'H';

        Assert.Equal("bytearray(b'Hello')", _bytes.ToString());
    }

    [Fact]
    public void An_index_outside_throws()
    {
        using var slice = _view[1..3];

        Assert.StartsWith("index out of bounds on dimension 1", Assert.Throws<ArgumentOutOfRangeException>(() => _view[5]).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => _view[5] = 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => _view[-1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => slice[2]);
        Assert.Throws<ArgumentOutOfRangeException>(() => slice[-1]);
    }

    public static TheoryData<Range, string> Cuts => new()
    {
        { 1..3, "el" },
        { .., "hello" },
        { 2..99, "llo" },
        { 99.., "" },
        { 3..1, "" },
        { 3..3, "" },
        { ^2.., "lo" },
        { ^99..2, "he" },
        { ..^1, "hell" },
        { ..^99, "" },
    };

    [Theory]
    [MemberData(nameof(Cuts))]
    public void A_range_is_cut_off_at_the_ends(Range range, string expected)
    {
        using var slice = _view[range];

        Assert.Equal(expected, System.Text.Encoding.ASCII.GetString(slice.ToArray()));
    }

    [Fact]
    public void A_slice_of_a_slice_counts_from_the_slice()
    {
        using var outer = _view[1..];
        using var inner = outer[1..3];

        inner.Fill((byte)'-');

        Assert.Equal("bytearray(b'he--o')", _bytes.ToString());
    }

    [Fact]
    public void Slice_must_lie_within_the_view()
    {
        using var all = _view.Slice(0, 5);
        using var none = _view.Slice(5, 0);

        Assert.Equal(5, all.Length);
        Assert.Equal(0, none.Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => _view.Slice(4, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => _view.Slice(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => _view.Slice(0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => all.Slice(6, 0));
    }

    [Fact]
    public void A_slice_of_a_short_slice_cannot_reach_the_rest_of_the_array()
    {
        using var slice = _view[1..3];

        Assert.Throws<ArgumentOutOfRangeException>(() => slice.Slice(0, 3));
        using var cut = slice[..99];
        Assert.Equal(2, cut.Length);
    }

    [Fact]
    public void Assign_overwrites_a_part_of_the_same_length()
    {
        _view.Assign(0..2, "XY"u8);
        _view.Assign(3..99, "ZW"u8);
        _view.Assign(3..1, ""u8);

        Assert.Equal("bytearray(b'XYlZW')", _bytes.ToString());
    }

    [Fact]
    public void Assign_of_another_length_throws_and_writes_nothing()
    {
        Assert.Equal(Structures, Assert.Throws<ArgumentException>(() => _view.Assign(0..2, "XYZ"u8)).Message);
        Assert.Equal(Structures, Assert.Throws<ArgumentException>(() => _view.Assign(0..2, "X"u8)).Message);
        Assert.Equal(Structures, Assert.Throws<ArgumentException>(() => _view.Assign(3..99, "XYZ"u8)).Message);
        Assert.Equal("bytearray(b'hello')", _bytes.ToString());
    }

    [Theory]
    [InlineData(1, 0, "bytearray(b'hhell')")]
    [InlineData(0, 1, "bytearray(b'elloo')")]
    public void Assign_of_an_overlapping_view_copies_what_was_there(int to, int from, string expected)
    {
        using var source = _view.Slice(from, 4);

        _view.Assign(to..(to + 4), source);

        Assert.Equal(expected, _bytes.ToString());
    }

    [Fact]
    public void A_read_only_view_refuses_every_write()
    {
        using var view = _view.ToReadOnly();

        Assert.True(view.IsReadOnly);
        AssertRefused(() => view[0] = 1);
        AssertRefused(() => view[9] = 1);
        AssertRefused(() => view.Fill(1));
        AssertRefused(() => view.Assign(0..2, "xy"u8));
        AssertRefused(() => view.Assign(0..2, "xyz"u8));
        AssertRefused(() => view.Assign(0..0, ""u8));
        AssertRefused(() => view.Assign(.., _view));
        Assert.Equal("bytearray(b'hello')", _bytes.ToString());
    }

    [Fact]
    public void A_view_cut_from_a_read_only_one_is_read_only()
    {
        using var view = _bytes.ViewReadOnly();
        using var range = view[1..3];
        using var slice = view.Slice(1, 2);
        using var again = view.ToReadOnly();

        Assert.True(view.IsReadOnly);
        Assert.True(range.IsReadOnly);
        Assert.True(slice.IsReadOnly);
        Assert.True(again.IsReadOnly);
        AssertRefused(() => slice[0] = 1);
    }

    [Fact]
    public void A_read_only_part_starts_where_its_view_does()
    {
        using var slice = _view[1..3];
        using var readOnly = slice.ToReadOnly();

        Assert.Equal("el"u8.ToArray(), readOnly.ToArray());
    }

    [Fact]
    public void CopyTo_fills_the_start_of_the_target()
    {
        byte[] target = [1, 2, 3, 4];
        using var slice = _view[1..3];

        slice.CopyTo(target);

        Assert.Equal<byte[]>([(byte)'e', (byte)'l', 3, 4], target);
        Assert.Throws<ArgumentException>(() => _view.CopyTo(target));
    }

    private static void AssertRefused(Action write) =>
        Assert.Equal(ReadOnly, Assert.Throws<InvalidOperationException>(write).Message);
}
