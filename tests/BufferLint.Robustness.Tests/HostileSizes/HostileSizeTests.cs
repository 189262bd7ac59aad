// Bodies no person writes: the analysis either copes or leaves them alone, and never costs much more than binding them.
using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BufferLint.Robustness.Analysis;
using BufferLint.Screen;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Xunit;
using Xunit.Abstractions;

namespace BufferLint.Robustness.HostileSizes;

public class HostileSizeTests(ITestOutputHelper output)
{
    /// <summary>How often the binding of the same body, with the compiler's own graph of it, the analysis may cost; what is quadratic goes far beyond.</summary>
    private const int TimesBinding = 4;

    /// <summary>What a body may cost besides, however quick it is to bind: the work that the budgets allow.</summary>
    private static readonly TimeSpan Allowance = TimeSpan.FromSeconds(4);

    /// <summary>What is slow to bind.</summary>
    private static readonly TimeSpan SlowToBind = TimeSpan.FromSeconds(2);

    /// <summary>The size of the first run, which pays for loading and compiling.</summary>
    private const int WarmUp = 20;

    public enum Outcome
    {
        /// <summary>The bug at the end is found.</summary>
        Copes,

        /// <summary>The body is over a budget: nothing is said.</summary>
        GivesUp,
    }

    /// <param name="shape">The method of <see cref="Shapes"/>.</param>
    /// <param name="size">Its size.</param>
    /// <param name="outcome">What is to be seen of it.</param>
    /// <param name="guards">What must not grow faster than the body.</param>
    [Theory]
    [InlineData(nameof(Shapes.StraightLines), 10_000, Outcome.Copes, "facts of one block")]
    [InlineData(nameof(Shapes.StraightLines), 50_000, Outcome.GivesUp, "the budget of facts")]
    [InlineData(nameof(Shapes.ElementWrites), 50_000, Outcome.GivesUp, "the budget of facts, with a view in every line")]
    [InlineData(nameof(Shapes.Grows), 15_000, Outcome.Copes, "a lookup of loans at every growth")]
    [InlineData(nameof(Shapes.Locals), 10_000, Outcome.Copes, "state of one block with many variables")]
    [InlineData(nameof(Shapes.AliasChain), 10_000, Outcome.Copes, "names of one object")]
    [InlineData(nameof(Shapes.ViewsOfOneList), 10_000, Outcome.Copes, "loans of one object, one after the other")]
    [InlineData(nameof(Shapes.ViewsLiveTogether), 3_000, Outcome.GivesUp, "loans of one object, all live at every growth")]
    [InlineData(nameof(Shapes.NestedBlocks), 2_000, Outcome.Copes, "depth of syntax")]
    [InlineData(nameof(Shapes.NestedIfs), 1_000, Outcome.Copes, "depth of conditions")]
    [InlineData(nameof(Shapes.NestedLoops), 500, Outcome.Copes, "visits of an inner loop")]
    [InlineData(nameof(Shapes.NestedTryCatch), 200, Outcome.Copes, "handlers of one point")]
    [InlineData(nameof(Shapes.NestedTryFinally), 200, Outcome.Copes, "copies of finally blocks")]
    [InlineData(nameof(Shapes.NestedLambdas), 200, Outcome.Copes, "graphs within graphs")]
    [InlineData(nameof(Shapes.NestedLocalFunctions), 300, Outcome.Copes, "graphs within graphs, found by name")]
    [InlineData(nameof(Shapes.SiblingLambdas), 3_000, Outcome.Copes, "functions side by side")]
    [InlineData(nameof(Shapes.CapturingLambdas), 3_000, Outcome.Copes, "variables assigned inside functions")]
    [InlineData(nameof(Shapes.Ifs), 1_000, Outcome.Copes, "paths that part and meet")]
    [InlineData(nameof(Shapes.FlagIfs), 1_000, Outcome.GivesUp, "copies of blocks for flags, at most three flags")]
    [InlineData(nameof(Shapes.CapturedFlags), 600, Outcome.Copes, "the search for flags worth a split")]
    [InlineData(nameof(Shapes.ElseIfs), 1_000, Outcome.Copes, "a chain of conditions")]
    [InlineData(nameof(Shapes.SwitchStatement), 5_000, Outcome.GivesUp, "a switch of more sections than blocks: left before its graph is asked for")]
    [InlineData(nameof(Shapes.SwitchExpression), 10_000, Outcome.GivesUp, "a switch of 10,000 arms: left before its graph is asked for")]
    [InlineData(nameof(Shapes.SwitchOfGrowth), 1_000, Outcome.Copes, "a finding in every section")]
    [InlineData(nameof(Shapes.ArrayInitializer), 1_000_000, Outcome.Copes, "an initialiser of a million elements")]
    [InlineData(nameof(Shapes.FieldInitializer), 1_000_000, Outcome.Copes, "an initialiser of a million elements beside the body")]
    [InlineData(nameof(Shapes.CollectionExpression), 300_000, Outcome.Copes, "a long collection expression")]
    [InlineData(nameof(Shapes.ListInitializer), 200_000, Outcome.GivesUp, "the budget of facts within one statement")]
    [InlineData(nameof(Shapes.LongSum), 10_000, Outcome.GivesUp, "the stack, under a deep expression")]
    [InlineData(nameof(Shapes.LongCondition), 1_500, Outcome.Copes, "what is kept from block to block")]
    [InlineData(nameof(Shapes.NestedParentheses), 1_500, Outcome.Copes, "depth of expressions")]
    [InlineData(nameof(Shapes.NestedCalls), 1_500, Outcome.Copes, "depth of expressions, each with text of its own")]
    [InlineData(nameof(Shapes.CallChain), 1_500, Outcome.Copes, "text of expressions within expressions")]
    [InlineData(nameof(Shapes.Coalesces), 1_000, Outcome.Copes, "what is captured on the way through a condition")]
    [InlineData(nameof(Shapes.AliasCycle), 1_000, Outcome.GivesUp, "a loop that hands every object to every name")]
    [InlineData(nameof(Shapes.ViewCycle), 1_000, Outcome.GivesUp, "a loop that hands every view to every name")]
    [InlineData(nameof(Shapes.BranchesOverLocals), 1_900, Outcome.GivesUp, "blocks times variables")]
    [InlineData(nameof(Shapes.LoopsOverLocals), 1_900, Outcome.GivesUp, "blocks times variables, in loops")]
    [InlineData(nameof(Shapes.IndexedPaths), 10_000, Outcome.Copes, "paths under one origin")]
    [InlineData(nameof(Shapes.MovingIndex), 3_000, Outcome.Copes, "paths that go stale")]
    [InlineData(nameof(Shapes.CallsAfterFieldWrites), 200, Outcome.Copes, "fields that a call may replace")]
    [InlineData(nameof(Shapes.TryCatches), 700, Outcome.Copes, "a finding at every try")]
    [InlineData(nameof(Shapes.OneBigTry), 5_000, Outcome.Copes, "points that may throw")]
    [InlineData(nameof(Shapes.Gotos), 1_000, Outcome.Copes, "edges that no structure orders")]
    [InlineData(nameof(Shapes.Tuples), 3_000, Outcome.Copes, "elements of one tuple")]
    [InlineData(nameof(Shapes.Interpolation), 10_000, Outcome.Copes, "parts of one string")]
    [InlineData(nameof(Shapes.Methods), 2_000, Outcome.Copes, "bodies of one type")]
    public async Task CostsLittleMoreThanBinding(string shape, int size, Outcome outcome, string guards)
    {
        var small = Shapes.Of(shape, WarmUp);
        Bind(small);
        await AnalysisRun.OfWholeAsync(TestCompilation.Of(small));
        var source = Shapes.Of(shape, size);
        var (findings, own) = (0, TimeSpan.Zero);
        var analysis = await Work.OfAsync(async () =>
        {
            var (reported, time) = await AnalysisRun.OfWholeTimedAsync(TestCompilation.Of(source));
            (findings, own) = (reported.Length, time);
        });

        // What was not the analyzer's own time was the compiler's, so where that shows already how little the analyzer took, a
        // body that is slow to bind is not bound a second time.
        var isSlowToBind = analysis - own > SlowToBind;
        var binding = isSlowToBind && analysis < TimesBinding * (analysis - own) + Allowance ? analysis - own : Work.Of(() => Bind(source));
        output.WriteLine($"{shape} {size}: binding {binding.TotalSeconds:F2} s, analysis with binding {analysis.TotalSeconds:F2} s, {findings} findings");
        Assert.Equal(outcome == Outcome.Copes, findings > 0);
        Assert.True(analysis < TimesBinding * binding + Allowance, $"{guards}: {shape} of {size} took {analysis.TotalSeconds:F1} s, to bind it {binding.TotalSeconds:F1} s.");
    }

    /// <summary>What an analyzer costs that only asks for graphs. A body over the budget of blocks is not asked for its graph.</summary>
    private static void Bind(string source)
    {
        var compilation = TestCompilation.Of(source);
        Assert.DoesNotContain(compilation.GetDiagnostics(), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var model = compilation.GetSemanticModel(compilation.SyntaxTrees[0]);
        foreach (var method in compilation.SyntaxTrees[0].GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
        {
            if (!BodySize.Exceeds(method, AnalysisOptions.Default.MaxBlocks, CancellationToken.None))
            {
                ControlFlowGraph.Create(method, model);
            }
        }
    }
}
