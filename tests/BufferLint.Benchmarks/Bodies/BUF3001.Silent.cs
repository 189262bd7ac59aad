// The same in a text that nobody else has yet.
using System;
using System.Runtime.InteropServices;

static class BUF3001Silent
{
    internal static string Masked(ReadOnlySpan<char> secret)
    {
        var shown = new string('*', 8);
        var letters = MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(shown.AsSpan()), shown.Length);
        for (var at = 0; at < letters.Length && at < secret.Length; at += 4)
        {
            letters[at] = secret[at];
        }

        return shown;
    }
}
