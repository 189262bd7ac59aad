// An editor makes a new compilation at every keystroke. What is remembered of unchanged files must say what a fresh look
// says, and unchanged files must not be looked into again.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using BufferLint.Robustness.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace BufferLint.Robustness.Determinism;

public class EditingSession
{
    private const int Edits = 400;
    private const int Seed = 23;

    private const string Usings = "using System; using System.Collections.Generic; using System.Runtime.InteropServices;\n";

    /// <summary>Each file in several versions: bodies that differ, and members that differ.</summary>
    private static readonly string[][] Files =
    [
        [
            "public static partial class Low { public static void Put(List<int> list) { list.Add(1); } }",
            "public static partial class Low { public static void Put(List<int> list) { list[0] = 1; } }",
            "public static partial class Low { public static void Put(List<int> list) { if (list.Count > 3) list.Clear(); } }",
            "public static partial class Low { public static void Put(List<int> list) { High.Round(list, 3); } }",
            "public static partial class Low { public static void Put(object list) { } }",
        ],
        [
            "public static class Middle { public static void Put(List<int> list) { Low.Put(list); } public static Span<int> View(List<int> list) { return CollectionsMarshal.AsSpan(list); } }",
            "public static class Middle { public static void Put(List<int> list) { } public static Span<int> View(List<int> list) { return CollectionsMarshal.AsSpan(list).Slice(1); } }",
            "public static class Middle { public static void Put(List<int> list) { Low.Put(new List<int>(list)); } public static Span<int> View(List<int> list) { return list.ToArray(); } }",
        ],
        [
            "public static class High { public static void Round(List<int> list, int left) { if (left > 0) Low.Put(list); } }",
            "public static class High { public static void Round(List<int> list, int left) { if (left > 0) Round(list, left - 1); else list.Add(1); } }",
        ],
        [
            "public sealed class Store { int[] _items = new int[4]; int _count; public Span<int> Items { get { return _items; } } public void Add(int item) { if (_count == _items.Length) Grow(); _items[_count++] = item; } void Grow() { Array.Resize(ref _items, _count * 2); } }",
            "public sealed class Store { int[] _items = new int[4]; int _count; public Span<int> Items { get { return _items; } } public void Add(int item) { if (_count == _items.Length) Grow(); _items[_count++] = item; } void Grow() { throw new InvalidOperationException(); } }",
            "public sealed class Store { readonly List<int> _items = new(); public Span<int> Items { get { return CollectionsMarshal.AsSpan(_items); } } public void Add(int item) { Low.Put(_items); } }",
        ],
        [
            "class User { void A(List<int> list) { var view = Middle.View(list); Middle.Put(list); view[0] = 1; } void B(Store store) { var view = store.Items; store.Add(1); view[0] = 1; } void C(List<int> list) { var view = CollectionsMarshal.AsSpan(list); High.Round(list, 2); view[0] = 1; } }",
            "class User { void A(List<int> list) { var view = Middle.View(list); Middle.Put(list); view = Middle.View(list); view[0] = 1; } void B(Store store) { ref var first = ref store.Items[0]; store.Add(1); first = 1; } void C(List<int> list) { list.Add(1); } }",
        ],
    ];

    [Fact]
    public async Task WhatIsRememberedSaysWhatAFreshLookSays()
    {
        var random = new Random(Seed);
        var versions = new int[Files.Length];
        var trees = Files.Select((_, file) => Parsed(file, 0)).ToArray();
        var said = new HashSet<string>();
        for (var edit = 0; edit < Edits; edit++)
        {
            var file = random.Next(Files.Length);
            versions[file] = random.Next(Files[file].Length);
            trees[file] = Parsed(file, versions[file]);

            var remembered = DiagnosticText.Of(await AnalysisRun.OfWholeAsync(TestCompilation.Of([.. trees])));
            var fresh = DiagnosticText.Of(await AnalysisRun.OfWholeAsync(TestCompilation.Of([.. trees.Select((_, other) => Parsed(other, versions[other]))])));
            Assert.Equal(fresh, remembered);
            said.Add(fresh);
        }

        Assert.InRange(said.Count, 10, int.MaxValue);
    }

    [Fact]
    public async Task UnchangedFilesAreNotLookedIntoAgain()
    {
        var seen = new Seen();
        var analyzer = new BufferLintAnalyzer(seen);
        var trees = Files.Select((_, file) => Parsed(file, 0)).ToArray();
        await Run(analyzer, trees);
        Assert.Contains("Low.Put", seen.Take());

        // A body of the user's changes, nobody else's.
        trees[4] = Parsed(4, 1);
        await Run(analyzer, trees);
        Assert.Empty(seen.Take());

        // The lowest callee changes: what calls it is made anew, what does not is not.
        trees[0] = Parsed(0, 2);
        await Run(analyzer, trees);
        var again = seen.Take();
        Assert.Contains("Low.Put", again);
        Assert.DoesNotContain("Store.Grow", again);
    }

    private static async Task Run(BufferLintAnalyzer analyzer, SyntaxTree[] trees)
    {
        var compilation = new CompilationWithAnalyzers(TestCompilation.Of([.. trees]), [analyzer], new AnalyzerOptions([]));
        Assert.NotEmpty(await compilation.GetAnalyzerDiagnosticsAsync());
    }

    private static SyntaxTree Parsed(int file, int version) => TestCompilation.Parse(Usings + Files[file][version], $"File{file}.cs");

    private sealed class Seen : IAnalysisObserver
    {
        private ConcurrentBag<string> _methods = [];

        public void Unmodelled(IOperation operation)
        {
        }

        public void LeftOut(IOperation body, string budget)
        {
        }

        public void Summarized(IMethodSymbol method) => _methods.Add($"{method.ContainingType.Name}.{method.Name}");

        public ImmutableHashSet<string> Take()
        {
            var methods = _methods.ToImmutableHashSet();
            _methods = [];
            return methods;
        }
    }
}
