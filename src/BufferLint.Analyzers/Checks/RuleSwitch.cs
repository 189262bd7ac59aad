// Which rules are on where. A rule that is off costs nothing: its check is not asked, and the screen looks for nothing on
// its behalf, so that a body which matters to it alone is left.
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Checks;

/// <summary>The rules that are on for a tree.</summary>
/// <param name="Checks">Their checks.</param>
/// <param name="Signs">What any of them looks for.</param>
internal sealed record RulesOn(ImmutableArray<ICheck> Checks, Signs Signs)
{
    public static RulesOn Of(ImmutableArray<ICheck> checks) => new(checks, checks.Aggregate(Signs.None, static (signs, check) => signs | check.Signs));

    /// <summary>Those of the checks that look for one of some signs.</summary>
    public ImmutableArray<ICheck> LookingFor(Signs signs) => Checks.RemoveAll(check => (check.Signs & signs) == 0);
}

/// <summary>The rules of one compilation, each tree's found once.</summary>
internal sealed class RuleSwitch
{
    private readonly ImmutableArray<ICheck> _checks;
    private readonly CompilationOptions _options;
    private readonly ConcurrentDictionary<SyntaxTree, RulesOn> _ofTrees = new();

    /// <summary>Makes the switch of a compilation.</summary>
    public RuleSwitch(ImmutableArray<ICheck> checks, CompilationOptions options)
    {
        _checks = checks;
        _options = options;
    }

    /// <summary>The rules that are not switched off, for the whole compilation or for a tree.</summary>
    public RulesOn In(SyntaxTree tree, CancellationToken cancellation) =>
        _ofTrees.TryGetValue(tree, out var rules) ? rules : _ofTrees.GetOrAdd(tree, RulesOn.Of(_checks.RemoveAll(check => IsOff(check.Descriptor, tree, cancellation))));

    private bool IsOff(DiagnosticDescriptor rule, SyntaxTree tree, CancellationToken cancellation)
    {
        var provider = _options.SyntaxTreeOptionsProvider;
        if (provider is not null && provider.TryGetDiagnosticValue(tree, rule.Id, cancellation, out var inTree))
        {
            return inTree == ReportDiagnostic.Suppress;
        }

        return _options.SpecificDiagnosticOptions.TryGetValue(rule.Id, out var everywhere)
            ? everywhere == ReportDiagnostic.Suppress
            : provider is not null && provider.TryGetGlobalDiagnosticValue(rule.Id, cancellation, out var global) && global == ReportDiagnostic.Suppress;
    }
}
