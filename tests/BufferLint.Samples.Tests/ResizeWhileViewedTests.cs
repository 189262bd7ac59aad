// Which changes a byte array refuses while a view is unreleased; each result is that of Python's bytearray.
using System;
using System.Collections.Generic;
using BufferLint.Samples.Buffers;
using Xunit;

namespace BufferLint.Samples.Tests;

public class ResizeWhileViewedTests
{
    private const string Refusal = "Existing exports of data: object cannot be re-sized";

    private static readonly Dictionary<string, Action<ByteArray>> s_changes = new()
    {
        ["resize 4"] = b => b.Resize(4),
        ["resize 5"] = b => b.Resize(5),
        ["resize 6"] = b => b.Resize(6),
        ["resize 0"] = b => b.Resize(0),
        ["append"] = b => b.Append(1),
        ["extend 2"] = b => b.Extend("xy"u8),
        ["extend 0"] = b => b.Extend([]),
        ["insert 0"] = b => b.Insert(0, 1),
        ["insert 99"] = b => b.Insert(99, 1),
        ["insert -99"] = b => b.Insert(^99, 1),
        ["del 0"] = b => b.RemoveAt(0),
        ["del -1"] = b => b.RemoveAt(^1),
        ["clear"] = b => b.Clear(),
    };

    [Theory]
    [InlineData("resize 4")]
    [InlineData("resize 6")]
    [InlineData("resize 0")]
    [InlineData("append")]
    [InlineData("extend 2")]
    [InlineData("insert 0")]
    [InlineData("insert 99")]
    [InlineData("insert -99")]
    [InlineData("del 0")]
    [InlineData("del -1")]
    [InlineData("clear")]
    public void A_change_of_length_is_refused_with_BufferError_and_changes_nothing(string change)
    {
        var bytes = new ByteArray("hello"u8);
        using var view = bytes.View();

        Assert.Equal(Refusal, Assert.Throws<BufferError>(() => s_changes[change](bytes)).Message);

        Assert.Equal("bytearray(b'hello')", bytes.ToString());
        Assert.Equal("hello"u8.ToArray(), view.ToArray());
    }

    [Theory]
    [InlineData("resize 5")]
    [InlineData("extend 0")]
    public void A_change_that_keeps_the_length_is_allowed(string change)
    {
        var bytes = new ByteArray("hello"u8);
        using var view = bytes.View();

        s_changes[change](bytes);

        Assert.Equal("bytearray(b'hello')", bytes.ToString());
    }

    [Theory]
    [InlineData("resize 0")]
    [InlineData("extend 0")]
    [InlineData("clear")]
    public void An_empty_viewed_array_may_be_left_empty(string change)
    {
        var bytes = new ByteArray();
        using var view = bytes.View();

        s_changes[change](bytes);

        Assert.Equal(0, bytes.Length);
    }

    [Theory]
    [InlineData("resize 4")]
    [InlineData("append")]
    [InlineData("extend 2")]
    [InlineData("insert 0")]
    public void A_view_of_nothing_holds_an_empty_array_too(string change)
    {
        var bytes = new ByteArray();
        using var view = bytes.View();

        Assert.Equal(Refusal, Assert.Throws<BufferError>(() => s_changes[change](bytes)).Message);
    }

    [Theory]
    [InlineData("resize 4", "bytearray(b'hell')")]
    [InlineData("resize 5", "bytearray(b'hello')")]
    [InlineData("resize 6", "bytearray(b'hello\\x00')")]
    [InlineData("resize 0", "bytearray(b'')")]
    [InlineData("append", "bytearray(b'hello\\x01')")]
    [InlineData("extend 2", "bytearray(b'helloxy')")]
    [InlineData("extend 0", "bytearray(b'hello')")]
    [InlineData("insert 0", "bytearray(b'\\x01hello')")]
    [InlineData("insert 99", "bytearray(b'hello\\x01')")]
    [InlineData("insert -99", "bytearray(b'\\x01hello')")]
    [InlineData("del 0", "bytearray(b'ello')")]
    [InlineData("del -1", "bytearray(b'hell')")]
    [InlineData("clear", "bytearray(b'')")]
    public void After_the_release_the_change_is_made(string change, string result)
    {
        var bytes = new ByteArray("hello"u8);
        bytes.View().Release();

        s_changes[change](bytes);

        Assert.Equal(result, bytes.ToString());
    }

    [Fact]
    public void A_wrong_index_is_reported_before_the_view_is_looked_at()
    {
        var bytes = new ByteArray("hello"u8);
        using var view = bytes.View();

        Assert.Throws<ArgumentOutOfRangeException>(() => bytes.RemoveAt(99));
        Assert.Throws<ArgumentOutOfRangeException>(() => bytes.RemoveAt(^6));
        Assert.Throws<ArgumentOutOfRangeException>(() => bytes.Resize(-1));
    }

    [Fact]
    public void The_content_may_be_set_and_the_views_see_it()
    {
        var bytes = new ByteArray("hello"u8);
        using var writable = bytes.View();
        using var readOnly = bytes.ViewReadOnly();

        writable[0] = (byte)'H';
        bytes[^1] = (byte)'O';

        Assert.Equal("HellO"u8.ToArray(), writable.ToArray());
        Assert.Equal("HellO"u8.ToArray(), readOnly.ToArray());
    }
}
