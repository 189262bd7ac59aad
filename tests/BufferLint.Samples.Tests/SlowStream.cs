// A stream that a test holds up, so that what happens meanwhile happens in one order only.
using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace BufferLint.Samples.Tests;

/// <summary>A stream whose reads and writes touch their buffer when the test says so.</summary>
internal sealed class SlowStream : MemoryStream
{
    /// <summary>How long anything waits before the test has failed.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A stream from which content can be read.</summary>
    public SlowStream(params byte[] content)
    {
        base.Write(content, 0, content.Length);
        Position = 0;
    }

    /// <summary>Done when an operation has touched its buffer, whoever waits for the operation.</summary>
    public Task Done => _done.Task.WaitAsync(Limit);

    /// <summary>Lets what has begun, and what will begin, touch its buffer.</summary>
    public void GoOn() => _goOn.SetResult();

    public override void Write(byte[] buffer, int offset, int count)
    {
        Assert.True(_goOn.Task.Wait(Limit));
        base.Write(buffer, offset, count);
        _done.TrySetResult();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await _goOn.Task.WaitAsync(Limit, cancellationToken);
        base.Write(buffer.ToArray(), 0, buffer.Length);
        _done.TrySetResult();
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        await _goOn.Task.WaitAsync(Limit, cancellationToken);
        int read = base.Read(buffer, offset, count);
        _done.TrySetResult();
        return read;
    }
}
