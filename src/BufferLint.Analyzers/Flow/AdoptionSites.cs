// Where a lease of this body is given to an object that is made with it: by an argument, or in an initialiser. Whether the
// object will release it nobody has asked yet.
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Graph;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Flow;

/// <summary>A lease is given to an object that is made with it.</summary>
/// <param name="Call">What makes the object.</param>
/// <param name="Given">The argument, or the assignment in the initialiser.</param>
/// <param name="Lease">What is given.</param>
/// <param name="Adopter">The object.</param>
internal sealed record Adoption(SyntaxNode Call, SyntaxNode Given, Created Lease, Create Adopter);

/// <summary>All such places of one body.</summary>
internal sealed class AdoptionSites
{
    /// <summary>Bodies that make more of them are tables of objects.</summary>
    private const int MaxSites = 32;

    private readonly Resolution _resolution;
    private readonly List<Adoption> _all = new();
    private readonly Dictionary<(int Node, int Fact), List<int>> _at = new();
    private readonly HashSet<int> _leases = new();
    private readonly Dictionary<SyntaxNode, ValueSet> _given = new();
    private int _node = -1;

    private AdoptionSites(Resolution resolution) => _resolution = resolution;

    public Adoption this[int number] => _all[number];

    /// <summary>Whether two objects may be made with one lease: at two places, or in a loop that does not acquire it.</summary>
    public bool MayShare => _all.Count <= MaxSites && _all.Any(one => IsRepeated(one) || _all.Any(other => other != one && other.Lease == one.Lease));

    /// <summary>Collects them.</summary>
    public static AdoptionSites In(FactTable facts, Resolution resolution)
    {
        var sites = new AdoptionSites(resolution);
        if (facts.All.Any(static fact => fact is Use { Syntax: ArgumentSyntax } or OriginFlow { Syntax: AssignmentExpressionSyntax }))
        {
            resolution.Solver.ReplayForward(sites.Record);
        }

        return sites;
    }

    /// <summary>The numbers of those at a fact.</summary>
    public IReadOnlyList<int> At(FlowNode node, Fact fact) => _at.TryGetValue((node.Ordinal, fact.Id), out var found) ? found : System.Array.Empty<int>();

    /// <summary>Whether a value is a lease that an object adopts.</summary>
    public bool IsLease(int value) => _leases.Contains(value);

    private static bool IsRepeated(Adoption adoption) => adoption.Call.Ancestors()
        .TakeWhile(around => !around.Span.Contains(adoption.Lease.Site.Syntax.Span) && around is not (MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .Any(static around => around is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax or LabeledStatementSyntax);

    private void Record(FlowNode node, Fact fact, HeldValues state)
    {
        if (_node != node.Ordinal)
        {
            _given.Clear();
            _node = node.Ordinal;
        }

        switch (fact)
        {
            case Use { Syntax: ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax } argument } use:
                _given[argument] = _resolution.Loans.Holds(state, use.Origin);
                break;
            case Create { Syntax: BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax, Lease: null } made:
                foreach (var given in _given.Where(given => given.Key.Parent!.Parent == made.Syntax).ToArray())
                {
                    Add(node, fact, made, given.Key, given.Value);
                }

                break;
            case OriginFlow { IsImplied: false, Target.Parent: { } whole, Syntax: { } syntax } flow when InitialiserAround(syntax) is { Parent: { Parent: BaseObjectCreationExpressionSyntax creation } } assignment:
                if (_resolution.Loans.Holds(state, whole) is { Count: 1 } held && _resolution.Values[held.Ids[0]] is Created { IsOlder: false, Site: var adopter } && adopter.Syntax == creation)
                {
                    Add(node, fact, adopter, assignment, flow.Sources.Aggregate(ValueSet.Empty, (all, source) => all.Union(_resolution.Loans.Holds(state, source))));
                }

                break;
        }
    }

    private static AssignmentExpressionSyntax? InitialiserAround(SyntaxNode syntax) =>
        (syntax as AssignmentExpressionSyntax ?? syntax.Parent as AssignmentExpressionSyntax) is { Parent: InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ObjectInitializerExpression } } assignment ? assignment : null;

    private void Add(FlowNode node, Fact fact, Create adopter, SyntaxNode given, ValueSet held)
    {
        if (held.Count != 1 || _resolution.Values[held.Ids[0]] is not Created { IsOlder: false, Site.Lease: not null } lease)
        {
            return;
        }

        var number = _all.FindIndex(known => known.Given == given && known.Lease == lease);
        if (number < 0)
        {
            number = _all.Count;
            _all.Add(new Adoption(adopter.Syntax, given, lease, adopter));
            _leases.Add(lease.Id);
        }

        if (!_at.TryGetValue((node.Ordinal, fact.Id), out var found))
        {
            _at.Add((node.Ordinal, fact.Id), found = new List<int>());
        }

        if (!found.Contains(number))
        {
            found.Add(number);
        }
    }
}
