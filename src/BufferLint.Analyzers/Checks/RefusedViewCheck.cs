// BUF6004. At each question for a buffer, growth and pin: the object surely refuses, or may and is not asked whether it did.
using BufferLint.Facts;
using Microsoft.CodeAnalysis;

namespace BufferLint.Checks;

/// <inheritdoc cref="RuleIds.RefusedView"/>
internal sealed class RefusedViewCheck : SizeCheck
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.RefusedView,
        "This object cannot give or grow that view",
        "{0} {1}: (1) {2}, (2) {3}, (3) {4}",
        BufferLint.Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A stream over an array does not show it unless it was told to, and never grows; an object that holds references cannot be pinned; a buffer that was asked for and not given is empty.",
        helpLinkUri: BufferLint.Rule.HelpLink(RuleIds.RefusedView),
        customTags: new[] { "CWE-754" });

    public override DiagnosticDescriptor Descriptor => Rule;

    protected override bool IsOfRule(Demand demand) => demand.Refusal != Refusal.None;
}
