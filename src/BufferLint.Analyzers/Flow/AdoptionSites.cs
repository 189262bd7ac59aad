// Where a lease of this body is given to an object that is made here: by an argument of its constructor or of a method, or
// through a member. Whether the object will release it nobody has asked yet.
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Graph;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Flow;

/// <summary>A lease is given to an object that is made here.</summary>
/// <param name="Made">What makes the object.</param>
/// <param name="Given">The argument of that, or of a method that is called on it; or an assignment to a member of it.</param>
/// <param name="Lease">What is given.</param>
/// <param name="Adopter">The object.</param>
internal sealed record Adoption(SyntaxNode Made, SyntaxNode Given, Created Lease, Create Adopter)
{
    /// <summary>The expression by which the object gets it.</summary>
    public SyntaxNode Call => Made.Span.Contains(Given.Span) ? Made : (Given as ArgumentSyntax)?.Parent?.Parent ?? Given;
}

/// <summary>All such places of one body.</summary>
internal sealed class AdoptionSites
{
    /// <summary>Bodies that make more of them are tables of objects.</summary>
    private const int MaxSites = 12;

    private readonly Resolution _resolution;
    private readonly List<Adoption> _all = new();
    private readonly Dictionary<(int Node, int Fact), List<int>> _at = new();
    private readonly HashSet<int> _leases = new();
    private readonly Dictionary<SyntaxNode, ValueSet> _given = new();
    private readonly Dictionary<SyntaxNode, Create> _called = new();
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

    /// <summary>Whether something is made that has to be given back: a lease, or a struct that may own one, of which everybody gets a copy.</summary>
    public static bool MayBeLease(Create made) => made.Lease is not null || (made.Target.IsTemporary && OwningStructs.Behind(made.Type) is not null);

    private static bool IsRepeated(Adoption adoption) => adoption.Call.Ancestors()
        .TakeWhile(around => !around.Span.Contains(adoption.Lease.Site.Syntax.Span) && around is not (MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .Any(static around => around is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax or LabeledStatementSyntax);

    private void Record(FlowNode node, Fact fact, HeldValues state)
    {
        if (_node != node.Ordinal)
        {
            _given.Clear();
            _called.Clear();
            _node = node.Ordinal;
        }

        switch (fact)
        {
            case Use { Syntax: ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax } argument } use:
                _given[argument] = _resolution.Loans.Holds(state, use.Origin);
                if (_called.TryGetValue(argument.Parent!.Parent!, out var told))
                {
                    Add(node, fact, told, argument, _given[argument]);
                }

                break;
            case Use { Syntax: InvocationExpressionSyntax call, Kind: UseKind.Pass } use when MadeHere(_resolution.Loans.Holds(state, use.Origin)) is { } made:
                _called[call] = made;
                break;
            case Create { Syntax: BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax, Lease: null } made:
                foreach (var given in _given.Where(given => given.Key.Parent!.Parent == made.Syntax).ToArray())
                {
                    Add(node, fact, made, given.Key, given.Value);
                }

                break;
            case OriginFlow { IsImplied: false, Target.Parent: { } whole, Syntax: { } syntax } flow when AssignmentOf(syntax) is { } assignment && MadeHere(_resolution.Loans.Holds(state, whole)) is { } made:
                Add(node, fact, made, assignment, flow.Sources.Aggregate(ValueSet.Empty, (all, source) => all.Union(_resolution.Loans.Holds(state, source))));
                break;
        }
    }

    private static AssignmentExpressionSyntax? AssignmentOf(SyntaxNode syntax) => syntax as AssignmentExpressionSyntax ?? syntax.Parent as AssignmentExpressionSyntax;

    /// <summary>The only object that values are, if an expression of this body makes it.</summary>
    private Create? MadeHere(ValueSet values) =>
        values.Count == 1 && _resolution.Values[values.Ids[0]] is Created { IsOlder: false, Site: { Lease: null, Syntax: BaseObjectCreationExpressionSyntax } made } ? made : null;

    private void Add(FlowNode node, Fact fact, Create adopter, SyntaxNode given, ValueSet held)
    {
        if (held.Count != 1 || _resolution.Values[held.Ids[0]] is not Created { IsOlder: false } lease || !MayBeLease(lease.Site))
        {
            return;
        }

        var number = _all.FindIndex(known => known.Given == given && known.Lease == lease && known.Adopter == adopter);
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
