// BUF2005. At each release: the field still has what was released when the member is left, and another call falls for it.
using System;
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Checks;

/// <inheritdoc cref="RuleIds.KeptReleasedField"/>
internal sealed class KeptReleasedFieldCheck : ICheck
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.KeptReleasedField,
        "A field keeps a buffer that was released",
        "{0} leaves what it releases in {1}: (1) {2}, (2) {3}, (3) {4}",
        BufferLint.Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "What a member returned to a pool, freed or disposed belongs to somebody else. A field that still has it lets the next call release it again, or read and write what another one rents by then.",
        helpLinkUri: BufferLint.Rule.HelpLink(RuleIds.KeptReleasedField),
        customTags: new[] { "CWE-415", "CWE-416" });

    public DiagnosticDescriptor Descriptor => Rule;

    public Signs Signs => Signs.KeptFields;

    public void Run(SolvedBody body, Action<Finding> report)
    {
        if (body.Facts.Owner is not { MethodKind: not (MethodKind.LambdaMethod or MethodKind.LocalFunction) })
        {
            return;
        }

        foreach (var kept in body.KeptReleases)
        {
            var view = body.Facts.Origins.All.FirstOrDefault(origin => origin.Step is { IsStale: false } step && SymbolEqualityComparer.Default.Equals(step.Symbol, kept.Field)) ?? body.Facts.Origins.This;
            var released = new Invalidate(kept.Release, view, kept.Effect, null, null, 1);
            report(new Finding(Rule, kept.Acquired ?? kept.Release, body.Resolution.Values.Placeholder(view), released, view, null) { Acquired = kept.Acquired, KeptRelease = kept, Properties = PropertiesOf(kept) });
        }
    }

    private static ImmutableDictionary<string, string?> PropertiesOf(KeptRelease kept)
    {
        if (kept.IsSameCall)
        {
            // Which of the two fields should have had another lease nobody can say for the author.
            return ImmutableDictionary<string, string?>.Empty;
        }

        var told = ImmutableDictionary<string, string?>.Empty
            .Add(FindingProperties.Ending, kept.Effect.Kind.ToString())
            .Add(FindingProperties.KeptField, kept.Field.Name);
        return kept.IsRelease ? told.Add(FindingProperties.ReleasedAgain, bool.TrueString) : told;
    }
}
