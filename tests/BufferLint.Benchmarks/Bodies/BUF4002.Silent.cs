// The same, with the view taken again after the write.
using System.IO;
using System.Threading.Tasks;

static class BUF4002Silent
{
    internal static async Task<int> Append(MemoryStream stream, byte[] data, int turns)
    {
        var buffer = stream.GetBuffer();
        var sum = 0;
        for (var turn = 0; turn < turns; turn++)
        {
            if (turn % 3 == 0)
            {
                await stream.WriteAsync(data);
                buffer = stream.GetBuffer();
            }

            sum += buffer[turn];
        }

        return sum;
    }
}
