// BUF5005. Where a public method ends: what it was given, and keeps though nothing says so.
using System;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Checks;

/// <inheritdoc cref="RuleIds.KeptMemoryParameter"/>
internal sealed class KeptMemoryParameterCheck : ICheck
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.KeptMemoryParameter,
        "Memory parameter is kept beyond the call",
        "{0} keeps {1} beyond the call, and nothing says so: (1) {2}, (2) {3} at line {4}, (3) {5}",
        BufferLint.Rule.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Who passes memory to a method takes it for its own again when the method has returned, or its task is done. What the method keeps of it is then overwritten, or given back to a pool.",
        helpLinkUri: BufferLint.Rule.HelpLink(RuleIds.KeptMemoryParameter),
        customTags: new[] { "CWE-416" });

    public DiagnosticDescriptor Descriptor => Rule;

    public Signs Signs => Signs.KeptMemory;

    public void Run(SolvedBody body, Action<Finding> report)
    {
        if (body.Facts.Owner is not { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public } method ||
            !method.Parameters.Any(parameter => IsUndeclared(parameter, body)) || KeepingByPurpose.Says(method) || !WorkShape.EndsWithBody(method))
        {
            return;
        }

        foreach (var kept in body.Kept.Where(kept => kept is { IsInGivenObject: false, Memory.Member: null } && IsUndeclared(kept.Memory.Parameter, body)))
        {
            report(GivenMemory.FindingOf(Rule, kept));
        }
    }

    /// <summary>Segments are mostly values to their users: arrays with an offset.</summary>
    private static bool IsUndeclared(IParameterSymbol parameter, SolvedBody body) =>
        LentMemory.IsMemory(parameter.Type) && parameter.Type.Name != nameof(ArraySegment<byte>) && body.Lent.Of(parameter, handler: null) == Lending.Undeclared;
}
