// Asks a code fix provider for its actions and picks the one a test names.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit;

namespace BufferLint.Testing;

/// <summary>A diagnostic and the action chosen for it.</summary>
internal sealed record ChosenAction(Document Document, CodeAction Action);

/// <summary>How a test names an action; with neither given it is the first.</summary>
internal sealed record ActionChoice(CodeFixProvider Provider, int? Index, string? EquivalenceKey)
{
    /// <summary>The diagnostics the provider says it fixes, of those that stand in a source.</summary>
    internal ImmutableArray<Diagnostic> Fixable(ImmutableArray<Diagnostic> diagnostics) =>
        diagnostics.RemoveAll(diagnostic => !diagnostic.Location.IsInSource || !Provider.FixableDiagnosticIds.Contains(diagnostic.Id));

    /// <summary>The first diagnostic, in source order, for which the chosen action is offered.</summary>
    internal async Task<ChosenAction?> FirstAsync(Project project, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        foreach (var diagnostic in Fixable(diagnostics))
        {
            var document = project.GetDocument(diagnostic.Location.SourceTree)!;
            if (Choose(await OfferedAsync(document, diagnostic, cancellationToken).ConfigureAwait(false)) is { } action)
            {
                return new ChosenAction(document, action);
            }
        }

        return null;
    }

    /// <summary>The equivalence keys offered for any diagnostic, each once, in the order in which they are first offered.</summary>
    internal async Task<ImmutableArray<string?>> OfferedKeysAsync(Project project, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var keys = new List<string?>();
        foreach (var diagnostic in Fixable(diagnostics))
        {
            var document = project.GetDocument(diagnostic.Location.SourceTree)!;
            var offered = await OfferedAsync(document, diagnostic, cancellationToken).ConfigureAwait(false);
            keys.AddRange(offered.Select(static action => action.EquivalenceKey));
        }

        return [.. keys.Distinct()];
    }

    private static IEnumerable<CodeAction> Leaves(CodeAction action) =>
        action.NestedActions.IsDefaultOrEmpty ? [action] : action.NestedActions.SelectMany(Leaves);

    private async Task<ImmutableArray<CodeAction>> OfferedAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var actions = ImmutableArray.CreateBuilder<CodeAction>();
        var context = new CodeFixContext(document, diagnostic, (action, _) => actions.AddRange(Leaves(action)), cancellationToken);
        await Provider.RegisterCodeFixesAsync(context).ConfigureAwait(false);
        return actions.ToImmutable();
    }

    private CodeAction? Choose(ImmutableArray<CodeAction> offered)
    {
        if (Index is not { } index)
        {
            return offered.FirstOrDefault(action => EquivalenceKey is null || action.EquivalenceKey == EquivalenceKey);
        }

        var chosen = offered.ElementAtOrDefault(index);
        if (chosen is not null && EquivalenceKey is not null && chosen.EquivalenceKey != EquivalenceKey)
        {
            Assert.Fail($"The action at index {index} has the equivalence key \"{chosen.EquivalenceKey}\", not \"{EquivalenceKey}\".");
        }

        return chosen;
    }
}
