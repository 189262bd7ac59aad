// The same, freed on every way out.
using System.Runtime.InteropServices;

static class BUF2003Silent
{
    internal static int First(int count)
    {
        var block = Marshal.AllocHGlobal(count);
        try
        {
            return count > 1024 ? -1 : Marshal.ReadInt32(block);
        }
        finally
        {
            Marshal.FreeHGlobal(block);
        }
    }
}
