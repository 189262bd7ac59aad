// BUF5004. Where a body ends: what it was lent and has not let go of.
using System;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Checks;

/// <inheritdoc cref="RuleIds.KeptLentMemory"/>
internal sealed class KeptLentMemoryCheck : ICheck
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.KeptLentMemory,
        "Memory lent for the call is kept beyond it",
        "{0} keeps {1}, which is lent for the call only: (1) {2}, (2) {3} at line {4}, (3) {5}",
        BufferLint.Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Whoever calls a handler gives it memory that belongs to somebody else as soon as the handler is done. A field, a collection or work that still has it then reads what others write there.",
        helpLinkUri: BufferLint.Rule.HelpLink(RuleIds.KeptLentMemory),
        customTags: new[] { "CWE-416" });

    public DiagnosticDescriptor Descriptor => Rule;

    public Signs Signs => Signs.KeptMemory;

    public void Run(SolvedBody body, Action<Finding> report)
    {
        if (body.Facts.Owner is not { } function || !function.Parameters.Any(parameter => MayLend(parameter, body)) || !WorkShape.EndsWithBody(function))
        {
            return;
        }

        foreach (var kept in body.Kept)
        {
            if (kept.Memory.Member is not null || body.Lent.Of(kept.Memory.Parameter, body.Facts.Handler?.Delegate) == Lending.Lent)
            {
                report(GivenMemory.FindingOf(Rule, kept));
            }
            else if (IsUndeclared(kept.Memory.Parameter, body) && body.LenderOf(kept.Memory.Parameter) is { } lender)
            {
                report(GivenMemory.FindingOf(Rule, kept with { Lender = lender }));
            }
        }
    }

    private static bool MayLend(IParameterSymbol parameter, SolvedBody body) =>
        LentMemory.IsMemory(parameter.Type) ? body.Lent.Of(parameter, body.Facts.Handler?.Delegate) != Lending.Kept : body.Lent.HasHolders && parameter.Type.SpecialType == SpecialType.None;

    private static bool IsUndeclared(IParameterSymbol parameter, SolvedBody body) => body.Lent.Of(parameter, body.Facts.Handler?.Delegate) == Lending.Undeclared;
}
