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
}
