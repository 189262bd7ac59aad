// What most cases leave out: the usings and the class around the members that a case is about.
namespace BufferLint.Tests.Cases.BUF1001;

internal static class Source
{
    private const string Usings = """
        using System;
        using System.Buffers;
        using System.Collections;
        using System.Collections.Generic;
        using System.Diagnostics.CodeAnalysis;
        using System.IO;
        using System.Linq;
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        using System.Threading.Tasks;

        """;

    /// <summary>A compilation unit whose class <c>C</c> has the members.</summary>
    public static string Members(string members) => $"{Usings}\nclass C\n{{\n{members}\n}}\n";

    /// <summary>A compilation unit with the types.</summary>
    public static string Types(string types) => $"{Usings}\n{types}\n";
}
