// The one provider that hosts see for BUF1001. One and not four: `dotnet format` asks for one action a finding and then
// runs one fix all, so that with four providers the first by name would win, not the best.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BufferLint.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BufferLint.CodeFixes;

/// <summary>Offers the fixes of BUF1001, the preferred one first.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ResizeUnderViewFixes)), Shared]
public sealed class ResizeUnderViewFixes : CodeFixProvider
{
    /// <summary>The fixes in order of preference; a new fix is added here.</summary>
    public static ImmutableArray<ResizeFix> InOrder { get; } = ImmutableArray.Create<ResizeFix>(
        new ReacquireViewFix(),
        new ReleaseViewFix(),
        new ReserveCapacityFix(),
        new CopyViewFix());

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.ResizeUnderView);

    /// <summary>Mends every finding by the fix that was chosen, and where that is no way to mend it, by the preferred one that is.</summary>
    public override FixAllProvider GetFixAllProvider() => FixAllFindings.With(PlanAsync);

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var fix in InOrder)
        {
            await fix.RegisterCodeFixesAsync(context).ConfigureAwait(false);
        }
    }

    private static async Task<FixPlan?> PlanAsync(string? chosen, Document document, Diagnostic diagnostic, CancellationToken cancellation)
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

    private static IEnumerable<ResizeFix> ChosenFirst(string? chosen) => InOrder.OrderBy(fix => fix.GetType().Name == chosen ? 0 : 1);
}
