// A block that one way out leaves behind.
using System.Runtime.InteropServices;

static class BUF2003Reported
{
    internal static int First(int count)
    {
        var block = Marshal.AllocHGlobal(count);
        if (count > 1024)
        {
            return -1;
        }

        var first = Marshal.ReadInt32(block);
        Marshal.FreeHGlobal(block);
        return first;
    }
}
