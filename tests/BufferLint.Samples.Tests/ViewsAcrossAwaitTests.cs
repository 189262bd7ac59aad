// What the samples of BUF4002 and BUF4005 do when they run: the corruption with the bug, none once it is fixed.
using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace BufferLint.Samples.Tests;

public sealed class ViewsAcrossAwaitTests
{
    private static readonly byte[] s_body = [.. Enumerable.Repeat((byte)7, 1001)];

    [Fact]
    public async Task Length_is_lost_where_the_stream_grew() => Assert.Equal(0, (await BUF4002.Bug(s_body))[0]);

    [Fact]
    public async Task Length_is_there_where_the_view_is_used_before() => Assert.Equal(unchecked((byte)s_body.Length), (await BUF4002.NearMiss(s_body))[0]);

    [Fact]
    public async Task Length_is_there_where_the_view_is_taken_again() => Assert.Equal(unchecked((byte)s_body.Length), (await BUF4002.Fixed(s_body))[0]);

    [Fact]
    public async Task Old_array_is_wiped_where_another_member_moved_it() => Assert.Equal([1, 2, 3, 4, 5], await SentWhileAddingAsync((sample, stream) => sample.Bug(stream)));

    [Fact]
    public async Task Array_in_the_field_is_wiped_where_the_view_is_taken_again() => Assert.Equal([0, 0, 0, 0, 5], await SentWhileAddingAsync((sample, stream) => sample.Fixed(stream)));

    /// <summary>What is pending once a fifth byte was added while four were being sent.</summary>
    private static async Task<byte[]> SentWhileAddingAsync(Func<BUF4005, Stream, Task> send)
    {
        var sample = new BUF4005();
        for (byte item = 1; item <= 4; item++)
        {
            sample.Add(item);
        }

        using var stream = new SlowStream();
        var sending = send(sample, stream);
        sample.Add(5);
        stream.GoOn();
        await sending.WaitAsync(TimeSpan.FromSeconds(30));
        return sample.Pending.ToArray();
    }
}
