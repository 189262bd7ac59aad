// The buffer of a stream that shows it.
using System.IO;

static class BUF6004Silent
{
    internal static int Sum(byte[] page)
    {
        using var stream = new MemoryStream(page, 0, page.Length, true, true);
        var sum = 0;
        foreach (var item in stream.GetBuffer())
        {
            sum += item;
        }

        return sum;
    }
}
