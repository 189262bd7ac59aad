// What was read is counted after the reader has been told that it is done with.
using System.IO.Pipelines;
using System.Threading.Tasks;

static class BUF1002Reported
{
    internal static async Task<long> Count(PipeReader reader)
    {
        var total = 0L;
        while (true)
        {
            var result = await reader.ReadAsync();
            var buffer = result.Buffer;
            reader.AdvanceTo(buffer.End);
            total += buffer.Length;
            if (result.IsCompleted)
            {
                return total;
            }
        }
    }
}
