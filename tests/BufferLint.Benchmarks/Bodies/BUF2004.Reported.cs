// Text that one allocator made and another frees.
using System;
using System.Runtime.InteropServices;

static class BUF2004Reported
{
    internal static int Length(string text)
    {
        var copy = Marshal.StringToCoTaskMemUTF8(text);
        var length = 0;
        while (Marshal.ReadByte(copy, length) != 0)
        {
            length++;
        }

        Marshal.FreeHGlobal(copy);
        return length;
    }
}
