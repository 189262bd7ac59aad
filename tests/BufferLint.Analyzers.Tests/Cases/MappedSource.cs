// Sources about mapped files, with the usings they need.
namespace BufferLint.Tests.Cases;

internal static class MappedSource
{
    private const string Usings = """
        using System;
        using System.IO;
        using System.IO.MemoryMappedFiles;
        using System.Runtime.InteropServices;

        """;

    /// <summary>A compilation unit whose class <c>C</c> has the members.</summary>
    public static string Mapped(string members) => $"{Usings}\nunsafe class C\n{{\n{members}\n}}\n";

    /// <summary>A compilation unit with the types.</summary>
    public static string MappedTypes(string types) => $"{Usings}\n{types}\n";
}
