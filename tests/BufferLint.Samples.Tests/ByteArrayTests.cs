// A byte array with no view alive: what it holds after each change, and how Python would print it.
using System;
using System.Linq;
using BufferLint.Samples.Buffers;
using Xunit;

namespace BufferLint.Samples.Tests;

public class ByteArrayTests
{
    [Fact]
    public void A_new_array_is_empty_or_zeros_or_a_copy()
    {
        byte[] source = [1, 2, 3];
        var copy = new ByteArray(source);
        source[0] = 9;

        Assert.Equal("bytearray(b'')", new ByteArray().ToString());
        Assert.Equal("bytearray(b'\\x00\\x00\\x00')", new ByteArray(3).ToString());
        Assert.Equal<byte[]>([1, 2, 3], copy.ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => new ByteArray(-1));
    }

    [Fact]
    public void An_index_outside_throws()
    {
        var bytes = new ByteArray("hello"u8);

        Assert.Equal((byte)'o', bytes[^1]);
        Assert.StartsWith("bytearray index out of range", Assert.Throws<ArgumentOutOfRangeException>(() => bytes[5]).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => bytes[-1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => bytes[5] = 1);
    }

    [Fact]
    public void Spare_storage_is_no_part_of_the_array()
    {
        var bytes = new ByteArray("hello"u8);
        bytes.Resize(2);

        Assert.Equal(2, bytes.Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => bytes[2]);
        Assert.Throws<ArgumentOutOfRangeException>(() => bytes.RemoveAt(2));
        using var view = bytes.View();
        Assert.Equal(2, view.Length);
    }

    [Fact]
    public void Shrunk_and_grown_again_it_shows_zeros_not_the_old_bytes()
    {
        var bytes = new ByteArray("hello"u8);

        bytes.Resize(2);
        bytes.Resize(5);

        Assert.Equal("bytearray(b'he\\x00\\x00\\x00')", bytes.ToString());
    }

    [Fact]
    public void Insert_and_RemoveAt_move_the_bytes_after()
    {
        var bytes = new ByteArray("abc"u8);

        bytes.Insert(1, (byte)'X');
        Assert.Equal("bytearray(b'aXbc')", bytes.ToString());
        bytes.RemoveAt(0);
        Assert.Equal("bytearray(b'Xbc')", bytes.ToString());
        bytes.RemoveAt(^1);
        Assert.Equal("bytearray(b'Xb')", bytes.ToString());
    }

    [Fact]
    public void Insert_before_the_last_byte_is_Pythons_minus_one()
    {
        var bytes = new ByteArray("hello"u8);

        bytes.Insert(^1, (byte)'!');

        Assert.Equal("bytearray(b'hell!o')", bytes.ToString());
    }

    [Fact]
    public void RemoveAt_outside_throws()
    {
        var bytes = new ByteArray("abc"u8);

        Assert.Throws<ArgumentOutOfRangeException>(() => bytes.RemoveAt(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => bytes.RemoveAt(^4));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ByteArray().RemoveAt(0));
    }

    [Fact]
    public void A_thousand_appends_keep_every_byte()
    {
        var bytes = new ByteArray();
        for (var i = 0; i < 1000; i++)
            bytes.Append((byte)i);

        Assert.Equal(Enumerable.Range(0, 1000).Select(i => (byte)i), bytes.ToArray());
    }

    [Fact]
    public void Random_changes_agree_with_a_list()
    {
        var random = new Random(20240229);
        var bytes = new ByteArray();
        var list = new System.Collections.Generic.List<byte>();
        for (var step = 0; step < 5000; step++)
        {
            var item = (byte)step;
            var place = random.Next(list.Count + 1);
            switch (random.Next(6))
            {
                case 0: bytes.Append(item); list.Add(item); break;
                case 1: bytes.Insert(place, item); list.Insert(place, item); break;
                case 2: bytes.Extend([item, 7]); list.AddRange([item, 7]); break;
                case 3 when place < list.Count: bytes.RemoveAt(place); list.RemoveAt(place); break;
                case 4: bytes.Resize(place); list.RemoveRange(place, list.Count - place); break;
                case 5: bytes.Resize(list.Count + 2); list.AddRange([0, 0]); break;
                default: break;
            }

            Assert.Equal(list, bytes.ToArray());
        }
    }

    [Fact]
    public void ToArray_is_a_copy()
    {
        var bytes = new ByteArray("abc"u8);
        var copy = bytes.ToArray();

        bytes[0] = 0;

        Assert.Equal("abc"u8.ToArray(), copy);
    }

    [Theory]
    [InlineData("a'b", """bytearray(b"a\'b")""")]
    [InlineData("a\"b", """bytearray(b'a"b')""")]
    [InlineData("a'\"b", """bytearray(b'a\'"b')""")]
    [InlineData("\0\t\n\r\\\x1f ~\x7f\x80\xff", """bytearray(b'\x00\t\n\r\\\x1f ~\x7f\x80\xff')""")]
    public void It_prints_as_in_Python(string characters, string text) =>
        Assert.Equal(text, new ByteArray(characters.Select(c => (byte)c).ToArray()).ToString());

    [Fact]
    public void BufferError_is_a_direct_child_of_Exception_as_in_Python() =>
        Assert.Equal(typeof(Exception), typeof(BufferError).BaseType);
}
