// How what a release gets was acquired: in sight, or in another member that puts it into the same private field.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Graph;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Checks;

/// <summary>One thing that a release may get.</summary>
/// <param name="Value">What is released.</param>
/// <param name="Acquired">Where it was acquired.</param>
/// <param name="Lease">How; <see langword="null"/> for an array that no pool lent.</param>
internal sealed record ReleasedLease(Value Value, SyntaxNode Acquired, Effect? Lease);

internal static class ReleasedLeases
{
    /// <summary>The first lease that a release spoils, if it spoils all it may get, or the one that the code itself chose beside others.</summary>
    public static ReleasedLease? Mismatched(FlowNode node, Invalidate release, SolvedBody body)
    {
        // What a callee does to a field that only its own type fills is told there.
        if (release.Chain is not null && (release.Owner.Step?.Symbol ?? release.Owner.Symbol) is IFieldSymbol field && !FieldLeases.Of(field).IsEmpty)
        {
            return null;
        }

        var leases = new List<ReleasedLease>();
        foreach (var id in body.Resolution.OperandOf(node, release).ToArray())
        {
            var value = body.Resolution.Values[id];
            if (value is not (Loan or Released))
            {
                var known = Of(value, release.Effect, isHere: release.Chain is null);
                if (known.IsEmpty)
                {
                    return null;
                }

                leases.AddRange(known);
            }
        }

        var spoiled = leases.Where(lease => IsSpoiled(lease.Lease, release.Effect)).OrderBy(static lease => lease.Acquired.SpanStart).ToArray();
        return spoiled.Length == leases.Count ? spoiled.FirstOrDefault() : spoiled.FirstOrDefault(lease => IsMeantFor(lease, release, body));
    }

    /// <summary>How a value was acquired; nothing if nobody can say. Of a field the member that releases it itself is told.</summary>
    private static ImmutableArray<ReleasedLease> Of(Value value, Effect release, bool isHere) => value switch
    {
        Created { Site: { Lease: { } lease } site } => ImmutableArray.Create(new ReleasedLease(value, site.Syntax, lease)),
        Created { Site.Syntax: ArrayCreationExpressionSyntax { Type.RankSpecifiers: [{ Sizes: [not LiteralExpressionSyntax { Token.ValueText: "0" }] }, ..] } made } when release.Pool == KnownPools.Shared => ImmutableArray.Create(new ReleasedLease(value, made, null)),
        Placeholder { Origin.Symbol: IFieldSymbol field } when isHere => InField(value, field),
        Part { Step: { IsStale: false, Symbol: IFieldSymbol field } } when isHere => InField(value, field),
        _ => ImmutableArray<ReleasedLease>.Empty,
    };

    private static ImmutableArray<ReleasedLease> InField(Value value, IFieldSymbol field) =>
        ImmutableArray.CreateRange(FieldLeases.Of(field), lease => new ReleasedLease(value, lease.Acquired, lease.Lease));

    private static bool IsSpoiled(Effect? lease, Effect release) =>
        lease is null ||
        lease.Family!.IsSpoiledBy(release.Family!) ||
        (lease.Pool is { } from && release.Pool is { } to && from != to) ||
        (lease.CharacterSize > 0 && release.CharacterSize > 0 && lease.CharacterSize != release.CharacterSize);

    /// <summary>Whether a lease that is only one of several surely comes to this release: it has no other, and the release depends on nothing.</summary>
    private static bool IsMeantFor(ReleasedLease lease, Invalidate release, SolvedBody body) =>
        lease.Value is Created && !body.Graph.Nodes.Any(node => body.Facts.Of(node.Block).Any(fact =>
            fact is Invalidate { Effect.DemandsFamily: true } other && other.Syntax != release.Syntax && body.Resolution.OperandOf(node, other).Contains(lease.Value.Id))) &&
        !release.Syntax.Ancestors().TakeWhile(around => !around.Span.Contains(lease.Acquired.Span)).Any(static around =>
            around is IfStatementSyntax or ElseClauseSyntax or SwitchSectionSyntax or SwitchExpressionArmSyntax or ConditionalExpressionSyntax or ConditionalAccessExpressionSyntax or CatchClauseSyntax);
}
