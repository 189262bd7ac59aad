// What the samples of BUF4001, BUF4003, BUF4004 and BUF5004 do when they run: the corruption with the bug, none once it is fixed.
using System;
using System.Buffers;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace BufferLint.Samples.Tests;

public sealed class BuffersUnderWorkTests
{
    private static readonly byte[] s_message = [1, 2, 3, 4];
    private static readonly byte[] s_ofTheNextRenter = [9, 9, 9, 9];

    [Fact]
    public async Task Log_gets_what_the_next_renter_wrote() => Assert.Equal(s_ofTheNextRenter, await LoggedAsync(BUF4001.Bug));

    [Fact]
    public async Task Log_gets_the_entry_where_the_work_returns_the_array() => Assert.Equal(s_message, await LoggedAsync(BUF4001.NearMiss));

    [Fact]
    public async Task Log_gets_the_entry_where_the_work_has_a_copy() => Assert.Equal(s_message, await LoggedAsync(BUF4001.Fixed));

    [Fact]
    public async Task Receiver_gets_what_the_next_renter_wrote() => Assert.Equal(s_ofTheNextRenter, await SentAsync(BUF4003.Bug));

    [Fact]
    public async Task Receiver_gets_the_message_where_a_copy_is_written() => Assert.Equal(s_message, await SentAsync(BUF4003.NearMiss));

    [Fact]
    public async Task Receiver_gets_the_message_where_the_write_is_awaited() => Assert.Equal(s_message, await SentAsync(BUF4003.Fixed));

    [Fact]
    public async Task Next_renter_finds_the_late_read_in_its_array() => Assert.Equal(s_message, await FoundAfterTimeOutAsync(BUF4004.Bug));

    [Fact]
    public async Task Next_renter_has_an_array_of_its_own_where_the_timed_out_one_stays_out() => Assert.Equal(s_ofTheNextRenter, await FoundAfterTimeOutAsync(BUF4004.Fixed));

    [Fact]
    public void Kept_messages_all_show_the_last_one() => Assert.Equal([[5, 6], [5, 6], [5, 6]], Received(sample => sample.Bug));

    [Fact]
    public void Kept_copies_show_each_its_own() => Assert.Equal([[1, 2], [3, 4], [5, 6]], Received(sample => sample.Fixed));

    /// <summary>What comes into a log that is written when the array was rented again, if it was given back.</summary>
    private static async Task<byte[]> LoggedAsync(Action<Stream, ReadOnlySpan<byte>> log)
    {
        using var stream = new SlowStream();
        log(stream, s_message);
        var next = RentNext(s_message.Length);
        stream.GoOn();
        await stream.Done;
        ArrayPool<byte>.Shared.Return(next);
        return stream.ToArray();
    }

    /// <summary>What is written to a stream that gets to it when the array was rented again, if it was given back.</summary>
    private static async Task<byte[]> SentAsync(Func<Stream, byte[], Task> send)
    {
        using var stream = new SlowStream();
        var sending = send(stream, s_message);
        var next = RentNext(s_message.Length);
        stream.GoOn();
        await sending.WaitAsync(SlowStream.Limit);
        ArrayPool<byte>.Shared.Return(next);
        return stream.ToArray();
    }

    /// <summary>What the next renter finds where it had written, once the read that was given up has come to its end.</summary>
    private static async Task<byte[]> FoundAfterTimeOutAsync(Func<Stream, TimeSpan, Task> receive)
    {
        using var stream = new SlowStream(s_message);
        var receiving = receive(stream, TimeSpan.Zero);
        Assert.IsType<TimeoutException>(receiving.Exception?.InnerException);
        var next = RentNext(256);
        stream.GoOn();
        await stream.Done;
        var found = next[..s_message.Length];
        ArrayPool<byte>.Shared.Return(next);
        return found;
    }

    /// <summary>Three messages of two bytes, as they look when all have been handled.</summary>
    private static byte[][] Received(Func<BUF5004, BUF5004.Handler> handler)
    {
        var sample = new BUF5004();
        using var stream = new MemoryStream([1, 2, 3, 4, 5, 6]);
        BUF5004.Pump(stream, 2, handler(sample));
        return [.. sample.Received.Select(body => body.ToArray())];
    }

    /// <summary>The pool gives a thread what that thread gave back last: before any await, the next renter is sure to get it.</summary>
    private static byte[] RentNext(int size)
    {
        var next = ArrayPool<byte>.Shared.Rent(size);
        s_ofTheNextRenter.CopyTo(next, 0);
        return next;
    }
}
