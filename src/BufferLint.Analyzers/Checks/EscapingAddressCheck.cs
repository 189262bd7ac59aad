// BUF5003. Wherever something leaves the method for good: does it hold an address of what ends, or moves, before?
using System;
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Checks;

/// <inheritdoc cref="RuleIds.EscapingAddress"/>
internal sealed class EscapingAddressCheck : ICheck
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.EscapingAddress,
        "Address of stack or unpinned memory escapes",
        "{0} leaves the method and points into {1}: (1) {2}, (2) {3} at line {4}, (3) {5}",
        BufferLint.Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The stack frame of a method is gone when it returns, and what a fixed statement kept in its place may move when the statement ends. An address of either that is returned, stored, or kept by native code leads into memory that is something else's by then.",
        helpLinkUri: BufferLint.Rule.HelpLink(RuleIds.EscapingAddress),
        customTags: new[] { "CWE-562", "CWE-825" });

    public DiagnosticDescriptor Descriptor => Rule;

    public Signs Signs => Signs.Addresses;

    public void Run(SolvedBody body, Action<Finding> report)
    {
        if (!body.Facts.TakesAddresses)
        {
            return;
        }

        var ends = FrameAddresses.Of(body);
        var told = new HashSet<SyntaxNode>();
        foreach (var escape in AddressEscapes.Of(body))
        {
            var found = escape.Values.Select(value => ends.Of(value, escape.IsFollowed)).OfType<FrameAddress>().OrderBy(static address => address.End).FirstOrDefault();
            if (found is not null && !(escape.Fact is Use { IsKeptByNative: true, Syntax: var given } && NativeWaits.MayCome(given, found)) && told.Add(escape.Fact.Syntax))
            {
                report(ends.FindingOf(found, escape));
            }
        }
    }
}
