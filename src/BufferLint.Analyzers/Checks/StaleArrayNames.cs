// BUF1001 for arrays under other names: Array.Resize gives one variable a new array, the others keep the old one. A bug
// only if the old one is written afterwards while the new one is in use.
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Graph;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Checks;

internal static class StaleArrayNames
{
    /// <summary>The names of an array that go stale when a variable is given a new one.</summary>
    public static IEnumerable<Finding> Of(DiagnosticDescriptor rule, SolvedBody body, FlowNode node, Invalidate resize, HeldValues held)
    {
        var live = body.LiveAfter(node, resize);
        var old = body.Resolution.OperandOf(node, resize);
        foreach (var entry in live.All.OrderBy(entry => entry.Key))
        {
            var origin = body.Facts.Origins.All[entry.Key];
            if (origin != resize.Owner && !origin.IsTemporary && entry.Value.Write is { } write && IsWrittenWhileRenewed(body, node, resize, entry.Value) &&
                body.Resolution.Loans.Holds(held, origin).Intersect(old).ToArray() is [var owner, ..] && body.Resolution.Values[owner] is not Loan and { IsAmbiguous: false } && !body.Breakage.Spares(node, resize, owner) &&
                NamedAt(body, resize, origin) is { } named && (named.Sources.Contains(resize.Owner) || IsWrittenWhileRenewed(body, node, resize, entry.Value, isUsedLater: true)) && !named.Sources.Any(source => IsKeptIn(body, held, source, resize, owner)))
            {
                yield return new Finding(rule, named.Syntax, body.Resolution.Values[owner], resize, origin, write);
            }
        }
    }

    /// <summary>Whether a use only clears what the old array held.</summary>
    public static bool IsWiped(Use use) => (use.Syntax as InvocationExpressionSyntax ?? use.Syntax.Parent?.Parent as InvocationExpressionSyntax)?.Expression
        is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Clear" or "ZeroMemory" };

    /// <summary>Whether the old array is still written, and the new one is in use too.</summary>
    /// <param name="body">The body.</param>
    /// <param name="node">Where the variable gets the new one.</param>
    /// <param name="resize">How.</param>
    /// <param name="old">How the old one is used afterwards.</param>
    /// <param name="isUsedLater">Whether a local struct that has the new one must be used after that write: it was made over the old one, which is the one that counts.</param>
    public static bool IsWrittenWhileRenewed(SolvedBody body, FlowNode node, Invalidate resize, Liveness old, bool isUsedLater = false)
    {
        if (old.Write is null)
        {
            return false;
        }

        var variable = VariableOf(resize.Owner);
        var outlivesTheBody = variable.IsTemporary || variable.Parent is not null ||
            variable.Symbol is IFieldSymbol or IParameterSymbol { RefKind: not RefKind.None } or ILocalSymbol { IsRef: true };
        return outlivesTheBody || IsStoredAfter(body, resize) ||
            (variable != resize.Owner && body.LiveAfter(node, resize)[variable.Id].IsLive && (!isUsedLater || IsUsedAfter(body, old.Write, variable))) ||
            body.Facts.Of(node.Block).OfType<Create>().FirstOrDefault(create => create.Id > resize.Id && create.Target == resize.Owner) is { } renewed &&
            body.LiveAfter(node, renewed)[resize.Owner.Id].IsLive;
    }

    /// <summary>Whether what holds the new array is used after a write to the old one: else nobody misses there what was written.</summary>
    private static bool IsUsedAfter(SolvedBody body, Use write, Origin holder)
    {
        var isUsed = false;
        body.Live.ReplayBackward(fact => fact == write, (_, _, after) => isUsed |= after[holder.Id].IsLive);
        return isUsed;
    }

    /// <summary>The variable that a field of a struct lies in: the struct may be a copy of what the body was given.</summary>
    private static Origin VariableOf(Origin place) => place.Parent is { } parent && (parent.Step?.Type ?? (parent.Symbol as ILocalSymbol)?.Type) is { IsValueType: true } ? VariableOf(parent) : place;

    /// <summary>Whether the new array is put where it outlives the body: into a field or an element.</summary>
    private static bool IsStoredAfter(SolvedBody body, Invalidate resize) => body.Graph.Nodes
        .SelectMany(node => body.Facts.Of(node.Block))
        .OfType<OriginFlow>()
        .Any(flow => flow.Id > resize.Id && flow.Sources.Contains(resize.Owner) && (flow.Target.Parent is not null || flow.Target.Symbol is IFieldSymbol));

    /// <summary>Whether a field that a name or view was taken of keeps the array, and is not the one that gets another: the two objects only shared it.</summary>
    public static bool IsKeptIn(SolvedBody body, HeldValues held, Origin field, Invalidate resize, int array) =>
        field.Parent is { } holder && resize.Owner.Parent is { } renewed && body.Resolution.Loans is var loans &&
        loans.Holds(held, field).Contains(array) && loans.Holds(held, holder).Intersect(loans.Holds(held, renewed)).IsEmpty;

    private static OriginFlow? NamedAt(SolvedBody body, Invalidate resize, Origin name) => body.Graph.Nodes
        .SelectMany(node => body.Facts.Of(node.Block))
        .OfType<OriginFlow>()
        .Where(flow => flow.Target == name && flow.Id < resize.Id)
        .OrderByDescending(flow => flow.Id)
        .FirstOrDefault();
}
