// The C# that stands in the repository's tests and samples, most of it in string literals, as compilation units.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using BufferLint.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Robustness.HalfTyped;

/// <summary>One source.</summary>
/// <param name="Where">File and line it is written at.</param>
/// <param name="Usings">What goes before it, without any edit.</param>
/// <param name="Text">The source itself, with the class around it where it needs one.</param>
internal sealed record RepositoryCode(string Where, string Usings, string Text)
{
    private const string DefaultUsings = """
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
        using BufferLint.Annotations;

        """;

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview);

    private static readonly Lazy<ImmutableArray<RepositoryCode>> Found = new(static () => [.. Find()]);

    /// <summary>All of it, each text once, in the order of files and lines.</summary>
    public static ImmutableArray<RepositoryCode> All => Found.Value;

    /// <summary>The root of the source tree.</summary>
    private static string Root { get; } = FindRoot();

    private static IEnumerable<RepositoryCode> Find()
    {
        var seen = new HashSet<string>();
        foreach (var path in Files("tests"))
        {
            var tree = CSharpSyntaxTree.ParseText(File.ReadAllText(path), ParseOptions);
            foreach (var literal in tree.GetRoot().DescendantTokens().Where(static token => token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken)))
            {
                if (Code(literal.ValueText) is { } code && seen.Add(code))
                {
                    yield return new RepositoryCode($"{Path.GetRelativePath(Root, path)}:{literal.GetLocation().GetLineSpan().StartLinePosition.Line + 1}", DefaultUsings, code);
                }
            }
        }

        foreach (var path in Files("samples"))
        {
            yield return new RepositoryCode(Path.GetRelativePath(Root, path), "", File.ReadAllText(path));
        }
    }

    /// <summary>The text as a compilation unit; <see langword="null"/> if it is no C#, or none that parses.</summary>
    private static string? Code(string literal)
    {
        if (!literal.Contains(';'))
        {
            return null;
        }

        string text;
        try
        {
            text = MarkupText.Parse(literal).Text;
        }
        catch (FormatException)
        {
            return null;
        }

        var asMembers = $"class C\n{{\n{text}\n}}\n";
        var asStatements = $"class C\n{{\nvoid M(List<int> list)\n{{\n{text}\n}}\n}}\n";
        return new[] { text, asMembers, asStatements }.FirstOrDefault(static code => IsUnit(DefaultUsings + code));
    }

    private static bool IsUnit(string code)
    {
        var tree = CSharpSyntaxTree.ParseText(code, ParseOptions);
        return !tree.GetDiagnostics().Any() && ((CompilationUnitSyntax)tree.GetRoot()).Members.All(static member => member is not (GlobalStatementSyntax { Statement: LocalFunctionStatementSyntax }));
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(static path => !path.Split(Path.DirectorySeparatorChar).Any(static part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "BufferLint.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests do not run inside the source tree.");
    }
}
