// BUF6003. At each read of all of a buffer: only a part of it was filled, on every way that leads there.
using System;
using BufferLint.Facts;
using Microsoft.CodeAnalysis;

namespace BufferLint.Checks;

/// <inheritdoc cref="RuleIds.PartialRead"/>
internal sealed class PartialReadCheck : SizeCheck
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.PartialRead,
        "A rented or grown buffer is read as data past its valid part",
        "{0} is read to its end, which lies behind its data: (1) {1}, (2) {2}, (3) {3}",
        BufferLint.Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A pool lends at least as much as it is asked for, and a stream's buffer is longer than the stream: behind the data lies what somebody else left there, which is hashed, compared, decoded or written out with it.",
        helpLinkUri: BufferLint.Rule.HelpLink(RuleIds.PartialRead),
        customTags: new[] { "CWE-226" });

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Run(SizedBody body, Action<Finding> report)
    {
        foreach (var read in body.PartialReads)
        {
            report(read.ToFinding(Descriptor));
        }
    }

    protected override bool IsOfRule(Demand demand) => false;
}
