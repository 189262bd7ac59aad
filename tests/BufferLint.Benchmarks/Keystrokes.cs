// An editing session: a project of many files whose methods call each other across files, and one body that is typed into.
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using BufferLint.Dev.Corpus.Measures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BufferLint.Benchmarks;

/// <summary>Types, and takes the time from each keystroke to the diagnostics of the edited file.</summary>
internal static class Keystrokes
{
    private const int Files = 500;
    private const int MethodsPerFile = 12;
    private const int ChainLength = 5;
    private const int WarmUp = 20;

    /// <summary>What is typed, letter by letter, at the marked place.</summary>
    private const string Typed = "for (var turn = 0; turn < 3; turn++) { var view = File7.View(list); File9.Put3(list); view[0] = turn; list.Add(view.Length); Console.WriteLine(view[0]); }";

    /// <summary>Prints median and 95th percentile, for the analyzer and for one that only receives each body.</summary>
    public static void Print(TextWriter output)
    {
        output.WriteLine($"{Files} files, {Files * MethodsPerFile} methods, {Typed.Length} keystrokes; milliseconds from the edit to the diagnostics of the edited file");
        output.WriteLine($"{"",-42}{"median",10}{"95 %",10}{"worst",10}");
        foreach (var (name, analyzer) in new (string Name, DiagnosticAnalyzer Analyzer)[]
        {
            ("analyzer that receives operation blocks", new OperationBlockAnalyzer()),
            ("BufferLint", new BufferLintAnalyzer()),
            ("BufferLint, calls not followed", new BufferLintAnalyzer()),
        })
        {
            var options = new AnalyzerOptions([], new OneOption("bufferlint.interprocedural", name.EndsWith("followed", StringComparison.Ordinal) ? "off" : "compilation"));
            var times = Session(analyzer, options).Skip(WarmUp).Order().ToArray();
            output.WriteLine($"{name,-42}{times[times.Length / 2],10:F1}{times[times.Length * 95 / 100],10:F1}{times[^1],10:F1}");
        }
    }

    private static List<double> Session(DiagnosticAnalyzer analyzer, AnalyzerOptions options)
    {
        var trees = Enumerable.Range(0, Files).Select(file => CSharpSyntaxTree.ParseText(Source(file), path: $"File{file}.cs")).ToArray();
        var compilation = CSharpCompilation.Create("Edited", trees, CompiledBody.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        _ = compilation.GetDiagnostics(CancellationToken.None);
        var times = new List<double>();
        var edited = trees[0];
        for (var length = 1; length <= Typed.Length; length++)
        {
            var next = (CSharpSyntaxTree)CSharpSyntaxTree.ParseText(Source(0).Replace("/*here*/", Typed[..length], StringComparison.Ordinal), path: "File0.cs");
            compilation = compilation.ReplaceSyntaxTree(edited, next);
            edited = next;
            var session = compilation.WithAnalyzers([analyzer], options);
            var watch = Stopwatch.StartNew();
            session.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(edited), null, CancellationToken.None).GetAwaiter().GetResult();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return times;
    }

    /// <summary>A file: methods that call others of other files, down a chain to one that grows a list or hands out a view.</summary>
    private static string Source(int file)
    {
        var text = new StringBuilder("using System;\nusing System.Collections.Generic;\nusing System.Runtime.InteropServices;\n");
        text.Append($"public static class File{file}\n{{\n");
        text.Append($"    public static Span<int> View(List<int> list) => {(file % ChainLength == 0 ? "CollectionsMarshal.AsSpan(list)" : $"File{(file + 1) % Files}.View(list)")};\n");
        for (var method = 0; method < MethodsPerFile; method++)
        {
            text.Append($"    public static void Put{method}(List<int> list)\n    {{\n        var sum = 0;\n        foreach (var item in list) {{ if (item > {method}) sum += item; }}\n");
            text.Append($"        {((file + method) % ChainLength == 0 ? "list.Add(sum)" : $"File{(file + 1) % Files}.Put{method}(list)")};\n        var view = View(list);\n        view[0] = sum;\n    }}\n");
        }

        text.Append("    public static void Edited(List<int> list)\n    {\n        /*here*/\n    }\n}\n");
        return text.ToString();
    }
}
