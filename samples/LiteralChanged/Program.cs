// A literal is written through a span: from there on it is another text in code that never heard of it. A program of its own, as
// nothing in the process can be trusted afterwards.
using System;

namespace BufferLint.Samples.LiteralChanged;

/// <summary>Runs the bug of BUF3001, or what mends it.</summary>
public static class Program
{
    /// <summary>Prints what nobody touches, what is masked, and what nobody touches again.</summary>
    public static void Main(string[] args)
    {
        Console.WriteLine(Untouched());
        Console.WriteLine(args is ["fixed"] ? BUF3001.Fixed("nameless") : BUF3001.Bug("nameless"));
        Console.WriteLine(Untouched());
    }

    private static string Untouched() => "nameless";
}
