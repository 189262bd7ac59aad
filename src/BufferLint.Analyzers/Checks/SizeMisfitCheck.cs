// BUF6001. At each copy, slice and count: what is asked for is surely more than there is.
using BufferLint.Facts;
using Microsoft.CodeAnalysis;

namespace BufferLint.Checks;

/// <inheritdoc cref="RuleIds.SizeMisfit"/>
internal sealed class SizeMisfitCheck : SizeCheck
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.SizeMisfit,
        "Copy, slice or count does not fit",
        "{0} {1}: (1) {2}, (2) {3}, (3) {4}",
        BufferLint.Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A copy into what is too short, a slice beyond the end or a count of more than there is throws whenever it is reached; where nothing is checked it reads or overwrites memory that belongs to somebody else.",
        helpLinkUri: BufferLint.Rule.HelpLink(RuleIds.SizeMisfit),
        customTags: new[] { "CWE-131" });

    public override DiagnosticDescriptor Descriptor => Rule;

    protected override bool IsOfRule(Demand demand) => !demand.Reinterprets && demand.Refusal == Refusal.None;
}
