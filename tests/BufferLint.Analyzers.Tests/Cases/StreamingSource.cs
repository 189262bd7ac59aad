// Sources about readers and writers, with the usings they need.
namespace BufferLint.Tests.Cases;

internal static class StreamingSource
{
    private const string Usings = """
        using System;
        using System.Buffers;
        using System.IO;
        using System.IO.Pipelines;
        using System.Text;
        using System.Text.Json;
        using System.Threading;
        using System.Threading.Tasks;

        """;

    /// <summary>A compilation unit whose class <c>C</c> has the members.</summary>
    public static string Members(string members) => $"{Usings}\nclass C\n{{\n{members}\n}}\n";
}
