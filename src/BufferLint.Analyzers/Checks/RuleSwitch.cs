// Which rules are on where; a rule that is off costs nothing.
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BufferLint.Checks;

internal static class RuleSwitch
{
    /// <summary>The checks that are not switched off, for the whole compilation or for the tree of a body.</summary>
    public static ImmutableArray<ICheck> On(ImmutableArray<ICheck> checks, SemanticModelAnalysisContext context) =>
        checks.RemoveAll(check => IsOff(check.Descriptor, context));

    private static bool IsOff(DiagnosticDescriptor rule, SemanticModelAnalysisContext context)
    {
        var options = context.SemanticModel.Compilation.Options;
        var provider = options.SyntaxTreeOptionsProvider;
        if (provider is not null && provider.TryGetDiagnosticValue(context.SemanticModel.SyntaxTree, rule.Id, context.CancellationToken, out var inTree))
        {
            return inTree == ReportDiagnostic.Suppress;
        }

        return options.SpecificDiagnosticOptions.TryGetValue(rule.Id, out var everywhere)
            ? everywhere == ReportDiagnostic.Suppress
            : provider is not null && provider.TryGetGlobalDiagnosticValue(rule.Id, context.CancellationToken, out var global) && global == ReportDiagnostic.Suppress;
    }
}
