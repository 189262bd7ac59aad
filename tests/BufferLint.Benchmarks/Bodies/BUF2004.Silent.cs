// The same, freed by its own allocator.
using System;
using System.Runtime.InteropServices;

static class BUF2004Silent
{
    internal static int Length(string text)
    {
        var copy = Marshal.StringToCoTaskMemUTF8(text);
        var length = 0;
        while (Marshal.ReadByte(copy, length) != 0)
        {
            length++;
        }

        Marshal.FreeCoTaskMem(copy);
        return length;
    }
}
