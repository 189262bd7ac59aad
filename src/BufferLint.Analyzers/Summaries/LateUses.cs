// Views that came in as arguments and are used after something was broken: if the caller gave a view of that very thing,
// the bug is in the call.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Graph;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Summaries;

/// <summary>Gathers breaks, and uses of what parameters held on entry.</summary>
internal sealed class LateUses
{
    private readonly Resolution _resolution;
    private readonly IMethodSymbol? _function;
    private readonly List<(FlowNode Node, int Fact, Effect Effect, NamedPath Owner)> _breaks = new();
    private readonly List<(FlowNode Node, Use Use, ImmutableArray<int> Parameters)> _uses = new();
    private readonly Dictionary<FlowNode, HashSet<FlowNode>> _reached = new();

    public LateUses(Resolution resolution, IMethodSymbol? function)
    {
        _resolution = resolution;
        _function = function;
        TakesViews = function?.Parameters.Any(static parameter => IsView(parameter)) == true;
    }

    /// <summary>Whether there is any parameter whose uses are asked for.</summary>
    public bool TakesViews { get; }

    public void AddBreak(FlowNode node, int fact, Effect effect, NamedPath owner)
    {
        if (TakesViews)
        {
            _breaks.Add((node, fact, effect, owner));
        }
    }

    public void AddUse(FlowNode node, Use use, HeldValues state)
    {
        if (TakesViews && use.TouchesElements && ParametersIn(_resolution.Loans.Holds(state, use.Origin)) is { IsEmpty: false } parameters)
        {
            _uses.Add((node, use, parameters));
        }
    }

    /// <summary>
    /// The uses that come after a break and mind it. Storage that is only outgrown keeps its contents for as long as
    /// somebody looks at it: to read there is right, to write is lost. What was shifted, or freed, may not be read either.
    /// </summary>
    public ImmutableArray<LateUse> After(Effect effect, NamedPath owner) => _breaks
        .Where(broken => broken.Effect == effect && broken.Owner.Equals(owner))
        .SelectMany(broken => _uses.Where(used => !IsOfOwner(used.Use, effect, owner) && IsAfter(broken.Node, broken.Fact, used.Node, used.Use) && (used.Use.Kind == UseKind.Write || effect.EndsNames || effect.Kind == EffectKind.Shifts)))
        .SelectMany(static used => used.Parameters.Select(parameter => new LateUse(parameter, used.Use.Kind)))
        .Distinct()
        .OrderBy(static late => (late.Parameter, late.Kind))
        .ToImmutableArray();

    /// <summary>Whether it is the very variable whose storage moved, and which has got what replaces it.</summary>
    private static bool IsOfOwner(Use use, Effect effect, NamedPath owner) =>
        (effect.EndsNames || effect.RenewsVariable) && owner.Steps.IsEmpty && SymbolEqualityComparer.Default.Equals(use.Origin.Symbol, owner.Root);

    private static bool IsView(IParameterSymbol parameter) => parameter.RefKind == RefKind.Ref || (parameter.RefKind != RefKind.Out && ViewTypes.IsView(parameter.Type));

    private bool IsAfter(FlowNode from, int fact, FlowNode node, Use use) => (from == node && use.Id > fact) || ReachedFrom(from).Contains(node);

    private HashSet<FlowNode> ReachedFrom(FlowNode from)
    {
        if (_reached.TryGetValue(from, out var reached))
        {
            return reached;
        }

        _reached.Add(from, reached = new HashSet<FlowNode>());
        var open = new Stack<FlowNode>();
        open.Push(from);
        while (open.Count > 0)
        {
            foreach (var edge in open.Pop().Successors)
            {
                if (reached.Add(edge.To))
                {
                    open.Push(edge.To);
                }
            }
        }

        return reached;
    }

    /// <summary>The parameters whose views are among values, or that a view among them was derived from.</summary>
    private ImmutableArray<int> ParametersIn(ValueSet held)
    {
        var found = ImmutableArray.CreateBuilder<int>();
        foreach (var id in held.Ids)
        {
            if ((_resolution.Values[id] is Loan loan ? loan.Owner : _resolution.Values[id]) is Placeholder { Origin.Symbol: IParameterSymbol parameter } &&
                SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, _function) && IsView(parameter))
            {
                found.Add(parameter.Ordinal);
            }
        }

        return found.ToImmutable();
    }
}
