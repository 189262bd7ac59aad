// Views are counted one by one: each of them, slices and read-only ones included, holds the array until released.
using System;
using BufferLint.Samples.Buffers;
using Xunit;

namespace BufferLint.Samples.Tests;

public class ExportCountTests
{
    private readonly ByteArray _bytes = new("hello"u8);

    [Fact]
    public void One_unreleased_view_of_two_is_enough_to_refuse()
    {
        var first = _bytes.View();
        var second = _bytes.View();

        first.Release();
        AssertHeld();

        second.Release();
        AssertFree();
    }

    [Fact]
    public void A_second_release_counts_for_nothing()
    {
        var first = _bytes.View();
        first.Release();
        var second = _bytes.View();

        first.Release();
        first.Dispose();
        AssertHeld();

        second.Release();
        AssertFree();
    }

    [Fact]
    public void Leaving_a_using_block_releases()
    {
        using (_bytes.View())
            AssertHeld();

        AssertFree();
    }

    [Fact]
    public void A_using_block_left_by_an_exception_releases()
    {
        Assert.Throws<BufferError>(() =>
        {
            using var view = _bytes.View();
            _bytes.Append(1);
        });

        AssertFree();
    }

    [Fact]
    public void A_release_inside_a_using_block_is_harmless()
    {
        using (var view = _bytes.View())
        {
            view.Release();
            AssertFree();
        }

        AssertFree();
    }

    [Fact]
    public void A_slice_outlives_its_view_and_holds_the_array()
    {
        var view = _bytes.View();
        var slice = view[1..3];
        view.Release();

        Assert.Equal("el"u8.ToArray(), slice.ToArray());
        slice[0] = (byte)'E';
        Assert.Equal("bytearray(b'hEllo')", _bytes.ToString());
        AssertHeld();

        slice.Release();
        AssertFree();
    }

    [Fact]
    public void A_slice_of_a_slice_outlives_both()
    {
        var view = _bytes.View();
        var slice = view.Slice(1, 3);
        var inner = slice.Slice(1, 1);
        view.Release();
        slice.Release();

        AssertHeld();
        inner[0] = (byte)'L';
        Assert.Equal("bytearray(b'heLlo')", _bytes.ToString());

        inner.Release();
        AssertFree();
    }

    [Fact]
    public void A_released_slice_leaves_its_view_alive()
    {
        using var view = _bytes.View();
        view[1..3].Release();

        Assert.Equal(5, view.Length);
        AssertHeld();
    }

    [Fact]
    public void An_empty_slice_holds_the_array()
    {
        var view = _bytes.View();
        var nothing = view[3..3];
        view.Release();

        AssertHeld();
        nothing.Release();
        AssertFree();
    }

    [Fact]
    public void A_read_only_view_holds_the_array()
    {
        var view = _bytes.View();
        var readOnly = view.ToReadOnly();
        view.Release();
        AssertHeld();
        readOnly.Release();
        AssertFree();

        var direct = _bytes.ViewReadOnly();
        AssertHeld();
        direct.Release();
        AssertFree();
    }

    [Fact]
    public void A_refused_slice_counts_for_nothing()
    {
        var view = _bytes.View();
        Assert.Throws<ArgumentOutOfRangeException>(() => view.Slice(4, 2));
        view.Release();

        AssertFree();
    }

    [Fact]
    public void An_old_view_does_not_come_back_to_life_with_a_new_one()
    {
        var old = _bytes.View();
        old.Release();
        using var view = _bytes.View();

        Assert.Throws<ObjectDisposedException>(() => old[0]);
    }

    private void AssertHeld() => Assert.Throws<BufferError>(() => _bytes.Resize(_bytes.Length + 1));

    private void AssertFree()
    {
        _bytes.Resize(_bytes.Length + 1);
        _bytes.Resize(_bytes.Length - 1);
    }
}
