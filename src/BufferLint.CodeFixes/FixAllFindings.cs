// Fix all, document by document: every finding is planned on the text as it is, then all plans are applied together.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BufferLint.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BufferLint.CodeFixes;

/// <summary>Mends all findings of a document, project or solution.</summary>
internal static class FixAllFindings
{
    /// <summary>A provider that asks one fix for its plans.</summary>
    public static FixAllProvider With(Func<Document, Diagnostic, CancellationToken, Task<FixPlan?>> plan) =>
        With((_, document, diagnostic, cancellation) => plan(document, diagnostic, cancellation));

    /// <summary>A provider that asks for plans, told which action was chosen.</summary>
    public static FixAllProvider With(Func<string?, Document, Diagnostic, CancellationToken, Task<FixPlan?>> plan) =>
        FixAllProvider.Create(async (context, document, diagnostics) =>
        {
            var plans = new List<FixPlan>();
            foreach (var diagnostic in InOrder(diagnostics))
            {
                if (await plan(context.CodeActionEquivalenceKey, document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } found)
                {
                    plans.Add(found);
                }
            }

            return plans.Count == 0 ? document : await ApplyAsync(document, plans, context.CancellationToken).ConfigureAwait(false);
        });

    private static IEnumerable<Diagnostic> InOrder(IEnumerable<Diagnostic> diagnostics) => diagnostics
        .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
        .ThenBy(diagnostic => diagnostic.AdditionalLocations.FirstOrDefault()?.SourceSpan.Start ?? 0);

    /// <summary>The document with several plans carried out.</summary>
    public static async Task<Document> ApplyAsync(Document document, IReadOnlyList<FixPlan> plans, CancellationToken cancellation)
    {
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return document.WithText(text.WithChanges(FixPlan.Merge(EarlyRelease.First(Reservation.Joined(plans)))));
    }
}
