// BUF3001: Write through a read-only view.
using System;
using System.Runtime.InteropServices;

namespace BufferLint.Samples;

/// <summary>Texts that are masked in their place.</summary>
public static class BUF3001
{
    /// <summary>The bug: the text may be a literal, which is one object for the whole process.</summary>
    public static string Bug(string name)
    {
        Span<char> letters = MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(name.AsSpan()), name.Length);
        letters.Slice(1).Fill('*'); // Reported here.
        return name;
    }

    /// <summary>The same with a frozen array: whoever reads it without a lock reads what is written.</summary>
    public static void BugInAFrozenArray(System.Collections.Immutable.ImmutableArray<int> prices)
    {
        int[] writable = ImmutableCollectionsMarshal.AsArray(prices)!;
        writable[0] = 0; // Reported here.
    }

    /// <summary>A near miss: the text is new, and nobody else has it yet.</summary>
    public static string NearMiss(int length)
    {
        var stars = new string(' ', length);
        MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(stars.AsSpan()), stars.Length).Fill('*');
        return stars;
    }

    /// <summary>Fixed: a copy is written.</summary>
    public static string Fixed(string name)
    {
        Span<char> letters = name.ToCharArray();
        letters.Slice(1).Fill('*');
        return letters.ToString();
    }
}
