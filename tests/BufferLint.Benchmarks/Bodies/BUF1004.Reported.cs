// A reader that waits for more reads again without saying what it looked at.
using System.IO.Pipelines;
using System.Threading.Tasks;

static class BUF1004Reported
{
    internal static async Task<long> Header(PipeReader reader)
    {
        while (true)
        {
            var result = await reader.ReadAsync();
            if (result.Buffer.Length < 4)
            {
                continue;
            }

            var length = result.Buffer.Length;
            reader.AdvanceTo(result.Buffer.End);
            return length;
        }
    }
}
