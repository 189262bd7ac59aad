// The buffer of a stream that does not show it.
using System.IO;

static class BUF6004Reported
{
    internal static int Sum(byte[] page)
    {
        using var stream = new MemoryStream(page);
        var sum = 0;
        foreach (var item in stream.GetBuffer())
        {
            sum += item;
        }

        return sum;
    }
}
