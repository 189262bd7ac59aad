// The walk of one value in docs/architecture.md: a program and what each stage makes of it, never out of date.
using System.Linq;
using BufferLint.Dev.Dump;
using Microsoft.CodeAnalysis.CSharp;

namespace BufferLint.Dev.Docs;

internal static class Walk
{
    private const string Usings = "using System.Collections.Generic;using System.Runtime.InteropServices;class Shop{";

    private const string Method = """
        static void Discount(List<int> prices)
        {
            var goods = CollectionsMarshal.AsSpan(prices);
            Restock(prices);  // BUF1001
            goods[0] -= 100;
        }

        static void Restock(List<int> stock) => stock.Add(499);

        """;

    /// <summary>The method and its dump, as Markdown.</summary>
    public static string Print()
    {
        var method = Method.ReplaceLineEndings("\n");
        var program = new SourceProgram(Usings + method + "}", "walk.cs", LanguageVersion.CSharp13);
        return $"```csharp reported\n{method}```\n\n```text\n{MemberDump.Print(program.Solve().ToList())}```\n";
    }
}
