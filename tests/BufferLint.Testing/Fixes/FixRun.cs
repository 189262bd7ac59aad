// Applies a fix one by one, and through fix all, until it is no longer offered.
using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BufferLint.Testing;

internal sealed class FixRun(
    ActionChoice choice,
    CodeActionValidationMode validation,
    Func<Project, CancellationToken, Task<ImmutableArray<Diagnostic>>> diagnose)
{
    /// <summary>A state that was reached before and whose diagnostics were found to be the expected ones.</summary>
    private ParsedState? verified;

    internal FixAllProvider? FixAllProvider { get; } = choice.Provider.GetFixAllProvider();

    /// <summary>Applies single fixes, always at the first diagnostic they are offered for.</summary>
    internal Task OneByOneAsync(FixState start, ParsedState after, IterationCount count, bool onlyOne, CancellationToken cancellationToken) =>
        RepeatAsync("one by one", start, after, count, onlyOne, static (_, chosen) => Task.FromResult<CodeAction?>(chosen.Action), cancellationToken);

    /// <summary>Applies fix all in a scope, always begun at the first diagnostic the fix is offered for.</summary>
    internal Task AllAsync(FixAllScope scope, FixState start, ParsedState after, IterationCount count, CancellationToken cancellationToken)
    {
        if (!FixAllProvider!.GetSupportedFixAllScopes().Contains(scope))
        {
            return Task.CompletedTask;
        }

        var ids = choice.Provider.FixableDiagnosticIds.Intersect(FixAllProvider.GetSupportedFixAllDiagnosticIds(choice.Provider)).ToArray();
        return RepeatAsync($"of all in {scope}", start, after, count, onlyOne: false, Action, cancellationToken);

        Task<CodeAction?> Action(FixState state, ChosenAction chosen) => FixAllProvider.GetFixAsync(new FixAllContext(
            chosen.Document,
            choice.Provider,
            scope,
            chosen.Action.EquivalenceKey,
            ids,
            new FixAllDiagnosticSource(state.Diagnostics),
            cancellationToken));
    }

    private async Task RepeatAsync(
        string stage,
        FixState state,
        ParsedState after,
        IterationCount count,
        bool onlyOne,
        Func<FixState, ChosenAction, Task<CodeAction?>> makeAction,
        CancellationToken cancellationToken)
    {
        var expected = ProjectText.Of(after);
        var text = await ProjectText.OfAsync(state.Project, cancellationToken).ConfigureAwait(false);
        var iterations = 0;
        while (!(IsVerified(after) && text.IsSameAs(expected)) && !(onlyOne && iterations == 1) && iterations <= count.Most)
        {
            var chosen = await choice.FirstAsync(state.Project, state.Diagnostics, cancellationToken).ConfigureAwait(false);
            if (chosen is null || await makeAction(state, chosen).ConfigureAwait(false) is not { } action)
            {
                break;
            }

            var project = await AppliedAction.ApplyAsync(state.Project, action, validation, cancellationToken).ConfigureAwait(false);
            text = await ProjectText.OfAsync(project, cancellationToken).ConfigureAwait(false);
            iterations++;
            if (!(IsVerified(after) && text.IsSameAs(expected)))
            {
                state = new FixState(project, await diagnose(project, cancellationToken).ConfigureAwait(false));
            }
        }

        expected.Verify($"after the fix {stage} ({iterations} applied)", text);
        count.Verify(stage, iterations);
        if (!IsVerified(after))
        {
            DiagnosticComparison.Verify($"after the fix {stage}", after, state.Diagnostics);
            verified = after;
        }
    }

    private bool IsVerified(ParsedState after) => ReferenceEquals(verified, after);
}
