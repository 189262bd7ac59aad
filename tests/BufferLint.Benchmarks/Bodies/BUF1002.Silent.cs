// The same, counted before.
using System.IO.Pipelines;
using System.Threading.Tasks;

static class BUF1002Silent
{
    internal static async Task<long> Count(PipeReader reader)
    {
        var total = 0L;
        while (true)
        {
            var result = await reader.ReadAsync();
            var buffer = result.Buffer;
            total += buffer.Length;
            reader.AdvanceTo(buffer.End);
            if (result.IsCompleted)
            {
                return total;
            }
        }
    }
}
