// What all fixes share: when they are asked, what they must not touch, and fix all. Each can stand alone; hosts see
// them through the provider of their rule.
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Guards;
using BufferLint.CodeFixes.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BufferLint.CodeFixes;

/// <summary>One way to mend the findings of one rule. A new one is a class with a rule, a title and a plan.</summary>
public abstract class FindingFix : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleId);

    /// <summary>Whose findings it mends.</summary>
    internal abstract string RuleId { get; }

    /// <summary>What the user reads.</summary>
    internal abstract string Title { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAllFindings.With(PlanAsync);

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await PlanAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } plan)
            {
                context.RegisterCodeFix(ActionFor(context.Document, plan), diagnostic);
            }
        }
    }

    /// <summary>The edits that mend a finding; <see langword="null"/> if this is no way to mend it.</summary>
    internal abstract FixPlan? Plan(FindingSite site, CancellationToken cancellation);

    /// <summary>The action that carries out a plan of this fix.</summary>
    internal CodeAction ActionFor(Document document, FixPlan plan) =>
        CodeAction.Create(Title, cancellation => FixAllFindings.ApplyAsync(document, new[] { plan }, cancellation), GetType().Name);

    /// <summary>The plan, tried on a copy of the document; <see langword="null"/> if a precondition fails.</summary>
    internal async Task<FixPlan?> PlanAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation) =>
        await FindingSite.FindAsync(document, diagnostic, cancellation).ConfigureAwait(false) is { } site &&
        !await OffLimits.CoverAsync(site, cancellation).ConfigureAwait(false) &&
        Plan(site, cancellation) is { } plan &&
        await Proof.HoldsAsync(plan, site, cancellation).ConfigureAwait(false)
            ? plan
            : null;
}
