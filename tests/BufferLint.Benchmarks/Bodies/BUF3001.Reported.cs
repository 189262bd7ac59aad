// A literal is written, and with it every literal of the same text in the process.
using System;
using System.Runtime.InteropServices;

static class BUF3001Reported
{
    internal static string Masked(ReadOnlySpan<char> secret)
    {
        var shown = "********";
        var letters = MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(shown.AsSpan()), shown.Length);
        for (var at = 0; at < letters.Length && at < secret.Length; at += 4)
        {
            letters[at] = secret[at];
        }

        return shown;
    }
}
