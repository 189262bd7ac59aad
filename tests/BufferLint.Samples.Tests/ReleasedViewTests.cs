// A released view: every use throws as in Python, a further release does nothing.
using System;
using System.Collections.Generic;
using BufferLint.Samples.Buffers;
using Xunit;

namespace BufferLint.Samples.Tests;

public sealed class ReleasedViewTests
{
    private const string Forbidden = "operation forbidden on released memoryview object";

    private static readonly Dictionary<string, Action<ByteView>> s_uses = new()
    {
        ["get"] = v => _ = v[0],
        ["get outside"] = v => _ = v[9],
        ["set"] = v => v[0] = 1,
        ["length"] = v => _ = v.Length,
        ["is read-only"] = v => _ = v.IsReadOnly,
        ["range"] = v => _ = v[1..2],
        ["slice"] = v => _ = v.Slice(1, 1),
        ["slice outside"] = v => _ = v.Slice(9, 1),
        ["to read-only"] = v => _ = v.ToReadOnly(),
        ["assign"] = v => v.Assign(0..1, "x"u8),
        ["assign of another length"] = v => v.Assign(0..1, "xyz"u8),
        ["fill"] = v => v.Fill(0),
        ["copy"] = v => v.CopyTo(new byte[5]),
        ["to array"] = v => _ = v.ToArray(),
    };

    public static TheoryData<string> Uses => [.. s_uses.Keys];

    [Theory]
    [MemberData(nameof(Uses))]
    public void Every_use_is_forbidden(string use)
    {
        var bytes = new ByteArray("hello"u8);
        var view = bytes.View();
        view.Release();

        Assert.Equal(Forbidden, Assert.Throws<ObjectDisposedException>(() => s_uses[use](view)).Message);
        bytes.Append(1);
    }

    [Theory]
    [MemberData(nameof(Uses))]
    public void Every_use_is_forbidden_after_Dispose_of_a_read_only_view(string use)
    {
        var view = new ByteArray("hello"u8).ViewReadOnly();
        view.Dispose();

        Assert.Equal(Forbidden, Assert.Throws<ObjectDisposedException>(() => s_uses[use](view)).Message);
    }

    [Fact]
    public void Release_and_Dispose_may_be_called_again()
    {
        var view = new ByteArray("hello"u8).View();

        view.Release();
        view.Release();
        view.Dispose();
        view.Dispose();
    }

    [Fact]
    public void It_cannot_be_the_source_of_an_assignment()
    {
        var bytes = new ByteArray("hello"u8);
        using var view = bytes.View();
        using var readOnly = bytes.ViewReadOnly();
        var source = bytes.View();
        source.Release();

        Assert.Equal(Forbidden, Assert.Throws<ObjectDisposedException>(() => view.Assign(0..2, source)).Message);
        Assert.Equal(
            "cannot modify read-only memory",
            Assert.Throws<InvalidOperationException>(() => readOnly.Assign(0..2, source)).Message);
    }

    [Fact]
    public void It_still_prints()
    {
        var view = new ByteArray("hello"u8).View();
        Assert.Equal("<memory>", view.ToString());

        view.Release();

        Assert.Equal("<released memory>", view.ToString());
    }
}
