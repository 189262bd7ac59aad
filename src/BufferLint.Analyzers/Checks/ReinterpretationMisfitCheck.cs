// BUF6002. At each cast, and each read or write of memory as another type: there are surely fewer bytes than a value takes.
using BufferLint.Facts;
using Microsoft.CodeAnalysis;

namespace BufferLint.Checks;

/// <inheritdoc cref="RuleIds.ReinterpretationMisfit"/>
internal sealed class ReinterpretationMisfitCheck : SizeCheck
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ReinterpretationMisfit,
        "Reinterpretation does not fit",
        "{0} {1}: (1) {2}, (2) {3}, (3) {4}",
        BufferLint.Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Memory that is read or written as a type of which it does not hold one whole value throws, gives an empty span, or, where nothing is checked, reads or overwrites what lies beyond its end.",
        helpLinkUri: BufferLint.Rule.HelpLink(RuleIds.ReinterpretationMisfit),
        customTags: new[] { "CWE-126" });

    public override DiagnosticDescriptor Descriptor => Rule;

    protected override bool IsOfRule(Demand demand) => demand.Reinterprets;
}
