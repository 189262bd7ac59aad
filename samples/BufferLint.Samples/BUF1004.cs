// BUF1004: Pipe is read again without advancing.
using System.IO.Pipelines;
using System.Threading.Tasks;

namespace BufferLint.Samples;

/// <summary>Reads that are not answered by AdvanceTo.</summary>
public static class BUF1004
{
    /// <summary>The bug: where less than a header is there, the pipe is read again without giving the part back.</summary>
    public static async Task<int> Bug(PipeReader reader)
    {
        while (true)
        {
            ReadResult result = await reader.ReadAsync(); // Reported here.
            if (result.Buffer.Length < 4)
                continue;
            byte first = result.Buffer.FirstSpan[0];
            reader.AdvanceTo(result.Buffer.End);
            return first;
        }
    }

    /// <summary>A near miss: a read that was cancelled gave nothing.</summary>
    public static async Task<int> NearMiss(PipeReader reader)
    {
        while (true)
        {
            ReadResult result = await reader.ReadAsync();
            if (result.IsCanceled)
                continue;
            byte first = result.Buffer.FirstSpan[0];
            reader.AdvanceTo(result.Buffer.End);
            return first;
        }
    }

    /// <summary>Fixed: nothing is consumed, all is examined.</summary>
    public static async Task<int> Fixed(PipeReader reader)
    {
        while (true)
        {
            ReadResult result = await reader.ReadAsync();
            if (result.Buffer.Length < 4)
            {
                reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
                continue;
            }

            byte first = result.Buffer.FirstSpan[0];
            reader.AdvanceTo(result.Buffer.End);
            return first;
        }
    }

    /// <summary>Another bug: an attempt that succeeded is to be answered as well.</summary>
    public static async Task<long> BugAfterAnAttempt(PipeReader reader)
    {
        if (reader.TryRead(out ReadResult result))
            System.Console.WriteLine(result.Buffer.Length);
        result = await reader.ReadAsync(); // Reported here.
        long length = result.Buffer.Length;
        reader.AdvanceTo(result.Buffer.End);
        return length;
    }

    /// <summary>A near miss: where the attempt failed there is nothing to answer.</summary>
    public static async Task<long> NearMissAfterAnAttempt(PipeReader reader)
    {
        if (!reader.TryRead(out ReadResult result))
            result = await reader.ReadAsync();
        long length = result.Buffer.Length;
        reader.AdvanceTo(result.Buffer.End);
        return length;
    }
}
