// What stays in its place by other means than a fixed statement: a handle, an allocation among pinned objects, or a type
// that pins what its fields hold.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Checks;

internal sealed class PinnedObjects
{
    private static readonly ImmutableHashSet<string> Pinners = ImmutableHashSet.Create("Pinned", "Pin", "PinnedGCHandle", "MemoryHandle", "AllocateArray", "AllocateUninitializedArray");

    private readonly Dictionary<ISymbol, bool> _byType = new(SymbolEqualityComparer.Default);
    private readonly HashSet<int> _byHandle = new();

    private PinnedObjects()
    {
    }

    /// <summary>What a body pins, wherever in it.</summary>
    public static PinnedObjects Of(SolvedBody body)
    {
        var pinned = new PinnedObjects();
        var pins = new HashSet<SyntaxNode>(body.Facts.All
            .OfType<Create>()
            .Where(static made => made.Lease?.Family is { } family && (family == ReleaseFamily.Handle || family == ReleaseFamily.TypedHandle || family == ReleaseFamily.Pin))
            .Select(static made => made.Syntax));
        if (pins.Count > 0)
        {
            body.Resolution.Solver.ReplayForward<Use>(
                use => pins.Contains(use.Syntax) || (use.Syntax is ArgumentSyntax && pins.Contains(use.Syntax.Parent!.Parent!)),
                (_, use, state) => pinned.Add(body, body.Resolution.Loans.Holds(state, use.Origin)));
        }

        return pinned;
    }

    /// <summary>Whether what a value is, or is a view of, stays in its place.</summary>
    public bool Contains(Value value) => _byHandle.Contains(value.Id) || value switch
    {
        Loan loan => Contains(loan.Owner),
        Created made => IsAllocatedPinned(made.Site.Syntax),
        Part { Step.Symbol: { } member } part => IsByType(member.ContainingType) || Contains(part.Of),
        Placeholder { Origin.Symbol: (IFieldSymbol or IPropertySymbol) and { } member } => IsByType(member.ContainingType),
        _ => false,
    };

    /// <summary>Whether a type, or one that it derives from, pins something: what its fields hold is taken to be pinned.</summary>
    public bool IsByType(INamedTypeSymbol? type)
    {
        if (type is null)
        {
            return false;
        }

        if (!_byType.TryGetValue(type.OriginalDefinition, out var isPinned))
        {
            isPinned = type.DeclaringSyntaxReferences.Any(static declaration => declaration.GetSyntax().DescendantTokens().Any(static token => token.IsKind(SyntaxKind.IdentifierToken) && Pinners.Contains(token.ValueText))) || IsByType(type.BaseType);
            _byType.Add(type.OriginalDefinition, isPinned);
        }

        return isPinned;
    }

    /// <summary>Whether an object of a type pins itself, so that the addresses of its fields stay good.</summary>
    public static bool PinsItself(INamedTypeSymbol? type) => type is not null && type.DeclaringSyntaxReferences.Any(static declaration => declaration.GetSyntax().DescendantNodes().Any(static node =>
        node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Alloc" }, ArgumentList.Arguments: [{ Expression: ThisExpressionSyntax }, ..] }));

    private void Add(SolvedBody body, ValueSet values)
    {
        foreach (var id in values.ToArray())
        {
            for (var value = body.Resolution.Values[id]; _byHandle.Add(value.Id) && value is Loan loan;)
            {
                value = loan.Owner;
            }
        }
    }

    /// <summary><c>GC.AllocateArray&lt;byte&gt;(size, pinned: true)</c>.</summary>
    private static bool IsAllocatedPinned(SyntaxNode made) =>
        made is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AllocateArray" or "AllocateUninitializedArray" }, ArgumentList.Arguments: [_, var pinned] } && !pinned.Expression.IsKind(SyntaxKind.FalseLiteralExpression);
}
