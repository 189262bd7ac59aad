// Many programs in one compilation: analysed as they are, and run with probes.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using BufferLint.Oracle.Execution;
using BufferLint.Oracle.Paths;
using BufferLint.Oracle.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BufferLint.Oracle.Comparison;

/// <summary>A finding of the engine, by lines within the program.</summary>
/// <param name="Taken">Where the view was taken.</param>
/// <param name="Broken">Where it was broken.</param>
/// <param name="Used">Where it is used after all.</param>
/// <param name="View">The variable; empty where no variable holds it.</param>
internal readonly record struct EngineFinding(int Taken, int Broken, int Used, string View)
{
    /// <summary>The number of the called method it stands in; 0 for the program itself.</summary>
    public int Method { get; init; }
}

/// <summary>Programs compiled together.</summary>
internal sealed partial class Batch
{
    private const string Usings = """
        using System; using System.Buffers; using System.Collections.Generic; using System.IO; using System.Linq;
        using System.Runtime.CompilerServices; using System.Runtime.InteropServices; using BufferLint.Oracle.Execution;
        static class P {
        """;

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. Directory.EnumerateFiles(System.IO.Path.Combine(AppContext.BaseDirectory, "ref", "net10.0"), "*.dll").Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(IWorld).Assembly.Location),
    ];

    private readonly ImmutableArray<ProgramTree> _programs;

    /// <summary>A batch of placed programs.</summary>
    public Batch(ImmutableArray<ProgramTree> programs) => _programs = programs;

    /// <summary>What the engine says of each.</summary>
    /// <param name="isHidden">Which statements of called methods it is not shown.</param>
    public async Task<ImmutableArray<ImmutableArray<EngineFinding>>> AnalyzeAsync(Func<Call, Statement, bool>? isHidden = null)
    {
        var (text, methods) = Text(hasProbes: false, isHidden);
        var starts = methods.Select(method => method.Start).ToArray();
        var compilation = Compile(text);
        var withAnalyzers = compilation.WithAnalyzers([new BufferLintAnalyzer()], new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        var findings = _programs.Select(_ => ImmutableArray.CreateBuilder<EngineFinding>()).ToArray();
        foreach (var diagnostic in await withAnalyzers.GetAnalyzerDiagnosticsAsync().ConfigureAwait(false))
        {
            // A slice that does not fit is told of by a rule of its own: such a program ends there.
            if (diagnostic.Id == "BUF6001")
            {
                continue;
            }

            if (diagnostic.Id != "BUF1001")
            {
                throw new InvalidOperationException(diagnostic.ToString());
            }

            var broken = LineOf(diagnostic.Location);
            var index = Array.BinarySearch(starts, broken);
            index = index < 0 ? ~index - 1 : index;
            var view = ViewName().Match(diagnostic.GetMessage(CultureInfo.InvariantCulture)).Groups[1].Value;
            findings[methods[index].Program].Add(new EngineFinding(
                LineOf(diagnostic.AdditionalLocations[0]) - starts[index],
                broken - starts[index],
                LineOf(diagnostic.AdditionalLocations[1]) - starts[index],
                view)
            { Method = methods[index].Method });
        }

        return [.. findings.Select(of => of.ToImmutable())];
    }

    /// <summary>What runs of each showed.</summary>
    /// <param name="inputs">The paths that each is to be run along.</param>
    public ImmutableArray<Witness> Run(IReadOnlyList<IEnumerable<Inputs>> inputs)
    {
        using var image = new MemoryStream();
        var emitted = Compile(Text(hasProbes: true).Text).Emit(image);
        if (!emitted.Success)
        {
            throw new InvalidOperationException(string.Join("\n", emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        }

        image.Position = 0;
        var context = new AssemblyLoadContext("programs", isCollectible: true);
        context.Resolving += static (_, _) => typeof(IWorld).Assembly;
        try
        {
            var type = context.LoadFromStream(image).GetType("P")!;
            return [.. _programs.Select((program, index) => ProgramRun.Of(program.Family, type.GetMethod("M" + index, System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!, inputs[index]))];
        }
        finally
        {
            context.Unload();
        }
    }

    private static CSharpCompilation Compile(string text)
    {
        var compilation = CSharpCompilation.Create(
            "Programs",
            [CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Latest))],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        return compilation;
    }

    private (string Text, IReadOnlyList<(int Start, int Program, int Method)> Methods) Text(bool hasProbes, Func<Call, Statement, bool>? isHidden = null)
    {
        var lines = new List<string>(Usings.ReplaceLineEndings("\n").Split('\n'));
        var methods = new List<(int Start, int Program, int Method)>();
        for (var index = 0; index < _programs.Length; index++)
        {
            methods.Add((lines.Count, index, 0));
            lines.AddRange(ProgramText.Of(_programs[index], "M" + index, hasProbes));
            foreach (var call in Call.In(_programs[index].Body))
            {
                methods.Add((lines.Count, index, call.Number));
                lines.AddRange(ProgramText.Of(_programs[index], call, $"M{index}_{call.Number}", hasProbes, isHidden));
            }

            lines.AddRange(ProgramText.After(_programs[index], "M" + index, hasProbes));
        }

        lines.Add("}");
        return (string.Join("\n", lines), methods);
    }

    private static int LineOf(Location location) => location.GetLineSpan().StartLinePosition.Line;

    [GeneratedRegex(@"its view '(\w+)' is")]
    private static partial Regex ViewName();
}
