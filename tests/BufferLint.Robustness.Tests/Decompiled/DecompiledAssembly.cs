// An assembly of a shared framework as C#: one tree for each type that is not nested.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ICSharpCode.Decompiler;
using ICSharpCode.Decompiler.CSharp;
using ICSharpCode.Decompiler.Metadata;
using ICSharpCode.Decompiler.TypeSystem;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using LanguageVersion = Microsoft.CodeAnalysis.CSharp.LanguageVersion;

namespace BufferLint.Robustness.Decompiled;

/// <summary>Decompiled source; it need not compile without errors.</summary>
/// <param name="Compilation">The sources with the references of the assembly.</param>
/// <param name="Lines">How many lines there are.</param>
internal sealed record DecompiledAssembly(CSharpCompilation Compilation, int Lines)
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview);

    /// <summary>Decompiles an assembly in memory.</summary>
    /// <param name="path">The assembly.</param>
    /// <param name="isWanted">Chooses types by their full names; <see langword="null"/> for all.</param>
    public static DecompiledAssembly Read(string path, Func<string, bool>? isWanted)
    {
        var settings = new DecompilerSettings(ICSharpCode.Decompiler.CSharp.LanguageVersion.Latest)
        {
            ThrowOnAssemblyResolveErrors = false,
            ShowXmlDocumentation = false,
        };
        using var file = new PEFile(path, PEStreamOptions.PrefetchEntireImage);
        var resolver = new UniversalAssemblyResolver(path, throwOnError: false, ".NETCoreApp,Version=v" + Environment.Version.ToString(2), null, PEStreamOptions.PrefetchMetadata);
        foreach (var folder in SharedFrameworks.Assemblies.Select(static assembly => Path.GetDirectoryName(assembly)!).Distinct())
        {
            resolver.AddSearchDirectory(folder);
        }

        var system = new DecompilerTypeSystem(file, resolver, settings);
        var types = system.MainModule.TopLevelTypeDefinitions
            .Where(type => type.Name != "<Module>" && !type.Name.StartsWith("<PrivateImplementationDetails>", StringComparison.Ordinal) && isWanted?.Invoke(type.FullName) != false)
            .OrderBy(static type => type.ReflectionName, StringComparer.Ordinal)
            .ToArray();
        var trees = new SyntaxTree[types.Length];
        Parallel.For(0, types.Length, index => trees[index] = Parse(system, settings, types[index]));

        var name = Path.GetFileNameWithoutExtension(path);
        var compilation = CSharpCompilation.Create(
            name,
            trees,
            SharedFrameworks.ReferencesOf(path, isPart: isWanted is not null),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        return new DecompiledAssembly(compilation, trees.Sum(static tree => tree.GetText().Lines.Count));
    }

    private static SyntaxTree Parse(DecompilerTypeSystem system, DecompilerSettings settings, ITypeDefinition type)
    {
        var text = new CSharpDecompiler(system, settings).DecompileTypeAsString(type.FullTypeName);
        return CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), ParseOptions, type.ReflectionName + ".cs");
    }
}
