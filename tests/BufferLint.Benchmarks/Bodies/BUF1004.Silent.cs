// The same, saying it.
using System.IO.Pipelines;
using System.Threading.Tasks;

static class BUF1004Silent
{
    internal static async Task<long> Header(PipeReader reader)
    {
        while (true)
        {
            var result = await reader.ReadAsync();
            if (result.Buffer.Length < 4)
            {
                reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
                continue;
            }

            var length = result.Buffer.Length;
            reader.AdvanceTo(result.Buffer.End);
            return length;
        }
    }
}
