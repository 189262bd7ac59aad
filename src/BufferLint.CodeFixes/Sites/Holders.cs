// Which variables may hold a lease or a view of its storage, as far as names in the source show it.
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes.Sites;

/// <summary>Follows a lease from variable to variable, generously: whatever is made with it may hold it.</summary>
internal static class Holders
{
    private static readonly string[] Copies = { "ToArray", "ToList", "ToString", "Clone" };

    /// <summary>A variable, and the locals that were made with it, or with each other, or that it was copied from.</summary>
    public static IReadOnlyList<ISymbol> Of(ISymbol variable, SyntaxNode function, SemanticModel model, CancellationToken cancellation)
    {
        var holders = new List<ISymbol> { variable };
        for (var index = 0; index < holders.Count; index++)
        {
            foreach (var mention in Writes.Mentions(function, holders[index], model, cancellation))
            {
                foreach (var local in MadeWith(mention, model, cancellation))
                {
                    if (!holders.Any(known => SymbolEqualityComparer.Default.Equals(known, local)))
                    {
                        holders.Add(local);
                    }
                }
            }
        }

        return holders;
    }

    /// <summary>Whether a node names a holder other than to give it another value.</summary>
    public static bool AreUsedIn(SyntaxNode node, IReadOnlyList<ISymbol> holders, SemanticModel model, CancellationToken cancellation) =>
        holders.Any(holder => Writes.Mentions(node, holder, model, cancellation).Any(name => Writes.Whole(name).Parent is not AssignmentExpressionSyntax assignment ||
            assignment.Left != Writes.Whole(name) || !assignment.IsKind(SyntaxKind.SimpleAssignmentExpression)));

    /// <summary>Whether the value of an expression has nothing of what it was made with.</summary>
    public static bool IsIndependent(ExpressionSyntax value, ITypeSymbol type) => IsCopy(value) || !CanHold(type);

    /// <summary>The locals that get something from the expression a mention stands in.</summary>
    private static IEnumerable<ISymbol> MadeWith(SimpleNameSyntax mention, SemanticModel model, CancellationToken cancellation)
    {
        foreach (var ancestor in mention.Ancestors().TakeWhile(static ancestor => ancestor is not StatementSyntax).Append(Functions.StatementAround(mention)))
        {
            var given = ancestor switch
            {
                EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator, Value: var value } when !IsCopy(value) => model.GetDeclaredSymbol(declarator, cancellation),
                AssignmentExpressionSyntax assignment when assignment.Right.Span.Contains(mention.Span) && !IsCopy(assignment.Right) => model.GetSymbolInfo(assignment.Left, cancellation).Symbol,
                AssignmentExpressionSyntax assignment when assignment.Left == mention => model.GetSymbolInfo(ReleaseCall.Bare(assignment.Right), cancellation).Symbol,
                ForEachStatementSyntax each when each.Expression.Span.Contains(mention.Span) => model.GetDeclaredSymbol(each, cancellation),
                _ => null,
            };
            if (CanHold(given))
            {
                yield return given!;
            }

            // What goes out by `out`, or is matched: of the call, pattern or deconstruction the mention is part of.
            foreach (var designation in ancestor is InvocationExpressionSyntax or IsPatternExpressionSyntax or AssignmentExpressionSyntax ? ancestor.DescendantNodes().OfType<SingleVariableDesignationSyntax>() : Enumerable.Empty<SingleVariableDesignationSyntax>())
            {
                if (model.GetDeclaredSymbol(designation, cancellation) is { } local && CanHold(local))
                {
                    yield return local;
                }
            }
        }
    }

    private static bool IsCopy(ExpressionSyntax value) =>
        ReleaseCall.Bare(value) is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } && Copies.Contains(name);

    private static bool CanHold(ISymbol? variable) => variable is ILocalSymbol { Type: var type } local && (local.IsRef || CanHold(type));

    private static bool CanHold(ITypeSymbol type) => ViewTypes.IsView(type) || type.SpecialType is SpecialType.System_IntPtr or SpecialType.System_UIntPtr ||
        (type.SpecialType != SpecialType.System_String && !type.IsUnmanagedType);
}
