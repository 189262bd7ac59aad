// A test of a code fix: the states before and after, and which action leads from one to the other.
using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit;

namespace BufferLint.Testing;

/// <summary>Applies a code fix one by one and through fix all, and compares the texts, diagnostics and iterations.</summary>
/// <remarks>A fixed state equal to the test state, or none at all, says that the action is not offered.</remarks>
public abstract class CodeFixTest : AnalyzerTest
{
    /// <summary>Adds a source to <see cref="FixedState"/>.</summary>
    public string FixedCode
    {
        set => FixedState.Sources.Add(value);
    }

    /// <summary>Adds a source to <see cref="BatchFixedState"/>.</summary>
    public string BatchFixedCode
    {
        set => BatchFixedState.Sources.Add(value);
    }

    /// <summary>The state after the fix was applied until it is no longer offered. Markup names diagnostics that stay.</summary>
    public SolutionState FixedState { get; } = new();

    /// <summary>The state after fix all, where it is not <see cref="FixedState"/>.</summary>
    public SolutionState BatchFixedState { get; } = new();

    /// <summary>The place of the action among those offered for a diagnostic.</summary>
    public int? CodeActionIndex { get; set; }

    /// <summary>The equivalence key of the action.</summary>
    public string? CodeActionEquivalenceKey { get; set; }

    /// <summary>The equivalence keys of all actions offered in <see cref="AnalyzerTest.TestState"/>, in order, each once; null is not compared.</summary>
    public string[]? OfferedEquivalenceKeys { get; set; }

    /// <summary>How many single fixes lead to the fixed state; negative is an upper bound, null allows one for every diagnostic.</summary>
    public int? NumberOfIncrementalIterations { get; set; }

    /// <summary>How often fix all must run; negative is an upper bound, null is once.</summary>
    public int? NumberOfFixAllIterations { get; set; }

    /// <summary>The same in documents, where null allows one for every document.</summary>
    public int? NumberOfFixAllInDocumentIterations { get; set; }

    /// <summary>The same in projects, where null is <see cref="NumberOfFixAllIterations"/>.</summary>
    public int? NumberOfFixAllInProjectIterations { get; set; }

    /// <summary>Which parts are not run.</summary>
    public CodeFixTestBehaviors CodeFixTestBehaviors { get; set; }

    /// <summary>How closely the fix's tree is looked at.</summary>
    public CodeActionValidationMode CodeActionValidationMode { get; set; } = CodeActionValidationMode.SemanticStructure;

    /// <summary>The code fix provider under test.</summary>
    protected abstract CodeFixProvider GetCodeFixProvider();

    private protected override async Task RunCoreAsync(CancellationToken cancellationToken)
    {
        var before = Parse(TestState);
        var (project, diagnostics) = await VerifyAsync("of the test code", before, cancellationToken).ConfigureAwait(false);
        var choice = new ActionChoice(GetCodeFixProvider(), CodeActionIndex, CodeActionEquivalenceKey);
        var start = new FixState(project, diagnostics);
        await VerifyOfferedKeysAsync(choice, start, cancellationToken).ConfigureAwait(false);

        var after = After(before, FixedState) ?? before;
        if (after.HasSameSources(before) && After(before, BatchFixedState) is null)
        {
            await VerifyNothingOfferedAsync(choice, start, cancellationToken).ConfigureAwait(false);
            return;
        }

        var run = new FixRun(choice, CodeActionValidationMode, DiagnosticsAsync);
        var bound = Math.Max(1, choice.Fixable(diagnostics).Length);
        var count = CodeFixTestBehaviors.HasFlag(CodeFixTestBehaviors.FixOne)
            ? new IterationCount(1, IsExact: true)
            : IterationCount.Of(NumberOfIncrementalIterations, bound);
        await run.OneByOneAsync(start, after, count, CodeFixTestBehaviors.HasFlag(CodeFixTestBehaviors.FixOne), cancellationToken).ConfigureAwait(false);
        await RunFixAllAsync(run, start, After(before, BatchFixedState) ?? after, cancellationToken).ConfigureAwait(false);
    }

    private static async Task VerifyNothingOfferedAsync(ActionChoice choice, FixState start, CancellationToken cancellationToken)
    {
        if (await choice.FirstAsync(start.Project, start.Diagnostics, cancellationToken).ConfigureAwait(false) is { } offered)
        {
            Assert.Fail($"The fixed code is the test code, so no fix is expected, but \"{offered.Action.Title}\" (equivalence key \"{offered.Action.EquivalenceKey}\") is offered.");
        }
    }

    private async Task VerifyOfferedKeysAsync(ActionChoice choice, FixState start, CancellationToken cancellationToken)
    {
        if (OfferedEquivalenceKeys is { } expected)
        {
            var offered = await choice.OfferedKeysAsync(start.Project, start.Diagnostics, cancellationToken).ConfigureAwait(false);
            if (!offered.SequenceEqual(expected))
            {
                Assert.Fail($"Offered equivalence keys: expected [{string.Join(", ", expected)}], offered [{string.Join(", ", offered)}].");
            }
        }
    }

    private async Task RunFixAllAsync(FixRun run, FixState start, ParsedState after, CancellationToken cancellationToken)
    {
        if (run.FixAllProvider is null)
        {
            if (BatchFixedState.Sources.Count > 0)
            {
                Assert.Fail("BatchFixedCode is given, but the code fix has no fix-all provider.");
            }

            return;
        }

        var inProject = NumberOfFixAllInProjectIterations ?? NumberOfFixAllIterations;
        (FixAllScope Scope, CodeFixTestBehaviors Skip, IterationCount Count)[] scopes =
        [
            (FixAllScope.Document, CodeFixTestBehaviors.SkipFixAllInDocumentCheck, IterationCount.Of(NumberOfFixAllInDocumentIterations ?? NumberOfFixAllIterations, start.DocumentCount)),
            (FixAllScope.Project, CodeFixTestBehaviors.SkipFixAllInProjectCheck, IterationCount.Of(inProject, 1)),
            (FixAllScope.Solution, CodeFixTestBehaviors.SkipFixAllInSolutionCheck, IterationCount.Of(NumberOfFixAllIterations, 1)),
        ];
        foreach (var (scope, skip, count) in scopes)
        {
            if (!CodeFixTestBehaviors.HasFlag(skip))
            {
                await run.AllAsync(scope, start, after, count, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>A state after the fix; it has the configuration of the test state, and its expectations where the text is the same.</summary>
    private ParsedState? After(ParsedState before, SolutionState state)
    {
        if (state.Sources.Count == 0)
        {
            return null;
        }

        var parsed = Parse(state);
        return parsed.HasSameSources(before) && parsed.Expected.IsEmpty ? before : parsed;
    }
}
