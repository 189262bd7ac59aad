// What the samples of BUF6001 and its neighbours do when they run: the exception with the bug, none once it is fixed.
using System;
using Xunit;

namespace BufferLint.Samples.Tests;

public sealed class SizesThatCannotFitTests
{
    [Fact]
    public void Field_that_has_no_room_throws() => Assert.Throws<ArgumentOutOfRangeException>(() => BUF6001.Bug(1, 2));

    [Fact]
    public void Short_copy_throws() => Assert.Throws<ArgumentException>(() => BUF6001.BugOfCopies([1, 2, 3]));

    [Fact]
    public void Field_that_fits_is_written() => Assert.Equal([1, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0], BUF6001.NearMiss(1, 2));

    [Fact]
    public void Copy_that_fits_is_whole() => Assert.Equal([1, 2, 3], BUF6001.Fixed([1, 2, 3]));

    [Fact]
    public void Number_of_more_bytes_than_there_are_throws() => Assert.Throws<ArgumentOutOfRangeException>(() => BUF6002.Bug());

    [Fact]
    public void Number_of_as_many_bytes_is_read() => Assert.Equal(BitConverter.IsLittleEndian ? 0x0201 : 0x0102, BUF6002.NearMiss());

    [Fact]
    public void Array_keeps_its_count_under_another_type() => Assert.Equal(4, BUF6002.BugOfArrays([1, 2, 3, 4]));

    [Fact]
    public void View_as_bytes_has_them_all() => Assert.Equal(16, BUF6002.Fixed([1, 2, 3, 4]));

    [Fact]
    public void Stream_does_not_show_the_array() => Assert.Throws<UnauthorizedAccessException>(() => BUF6004.Bug([1]));

    [Fact]
    public void Stream_over_an_array_does_not_grow() => Assert.Throws<NotSupportedException>(BUF6004.BugOfGrowth);

    [Fact]
    public void Stream_shows_the_array_where_it_was_told_to() => Assert.Equal([1], BUF6004.NearMiss([1]));

    [Fact]
    public void Answer_is_no_where_the_array_is_hidden() => Assert.Equal(0, BUF6004.Fixed(new System.IO.MemoryStream(new byte[4])));

    [Fact]
    public void Rented_buffer_is_longer_than_what_was_read() => Assert.NotEqual("0102", BUF6003.Bug(new System.IO.MemoryStream([1, 2]), 2));

    [Fact]
    public void Buffer_of_a_stream_is_longer_than_the_stream() => Assert.Equal(512, BUF6003.BugOfStream(1).Length);

    [Fact]
    public void Cleared_buffer_is_data_as_a_whole() => Assert.True(BUF6003.NearMiss(2) >= 4);

    [Fact]
    public void As_much_as_was_read_is_shown() => Assert.Equal("0102", BUF6003.Fixed(new System.IO.MemoryStream([1, 2]), 2));
}
