// The one provider of a rule that hosts see. One and not one for each fix: `dotnet format` asks for one action a finding
// and then runs one fix all, so that with several providers the first by name would win, not the best.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BufferLint.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BufferLint.CodeFixes;

/// <summary>Offers the fixes of one rule, the preferred one first.</summary>
public abstract class RuleFixes : CodeFixProvider
{
    private readonly ImmutableArray<FindingFix> _fixes;

    private protected RuleFixes(ImmutableArray<FindingFix> fixes) => _fixes = fixes;

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds => _fixes[0].FixableDiagnosticIds;

    /// <summary>Mends every finding by the fix that was chosen, and where that is no way to mend it, by the preferred one that is.</summary>
    public sealed override FixAllProvider GetFixAllProvider() => FixAllFindings.With(PlanAsync);

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var fix in _fixes)
        {
            await fix.RegisterCodeFixesAsync(context).ConfigureAwait(false);
        }
    }

    private async Task<FixPlan?> PlanAsync(string? chosen, Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        foreach (var fix in ChosenFirst(chosen))
        {
            if (await fix.PlanAsync(document, diagnostic, cancellation).ConfigureAwait(false) is { } plan)
            {
                return plan;
            }
        }

        return null;
    }

    private IEnumerable<FindingFix> ChosenFirst(string? chosen) => _fixes.OrderBy(fix => fix.GetType().Name == chosen ? 0 : 1);
}
