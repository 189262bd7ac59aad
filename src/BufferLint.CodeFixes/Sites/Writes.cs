// Where a function gives a variable another value, as far as the source shows it.
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BufferLint.CodeFixes.Sites;

/// <summary>Finds mentions of variables and tells which of them write.</summary>
internal static class Writes
{
    /// <summary>The names in a node that mean a symbol.</summary>
    public static IEnumerable<SimpleNameSyntax> Mentions(SyntaxNode node, ISymbol symbol, SemanticModel model, CancellationToken cancellation) =>
        node.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Where(name =>
            name.Identifier.ValueText == symbol.Name &&
            SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellation).Symbol?.OriginalDefinition, symbol.OriginalDefinition));

    /// <summary>Whether a variable may have another value at one node than it had at an earlier one.</summary>
    /// <param name="resize">The resize itself, whose own write of its buffer is meant.</param>
    public static bool MayChange(ISymbol variable, SyntaxNode from, SyntaxNode to, SyntaxNode resize, SemanticModel model, CancellationToken cancellation)
    {
        var function = Functions.Around(to);
        var span = TextSpan.FromBounds(from.Span.End, System.Math.Max(from.Span.End, LastTurnAround(from, to)));
        return Mentions(function, variable, model, cancellation).Any(name =>
            (IsWrite(name) || (HoldsObjects(variable) && IsWrittenThrough(Whole(name)))) && !resize.Span.Contains(name.Span) && (span.IntersectsWith(name.Span) || Functions.Around(name) != function));
    }

    /// <summary>Whether a variable is an array whose elements may themselves be buffers.</summary>
    private static bool HoldsObjects(ISymbol variable) => variable switch
    {
        ILocalSymbol { Type: IArrayTypeSymbol { ElementType.IsUnmanagedType: false } } => true,
        IParameterSymbol { Type: IArrayTypeSymbol { ElementType.IsUnmanagedType: false } } => true,
        IFieldSymbol { Type: IArrayTypeSymbol { ElementType.IsUnmanagedType: false } } => true,
        _ => false,
    };

    /// <summary>Whether a mention stands where its variable is assigned or handed out to be assigned.</summary>
    public static bool IsWrite(SimpleNameSyntax name) => IsTarget(Whole(name));

    /// <summary>Whether something reached through a mention is assigned or handed out by reference.</summary>
    public static bool IsWrittenThrough(ExpressionSyntax mention)
    {
        var reached = mention;
        while (true)
        {
            switch (reached.Parent)
            {
                case MemberAccessExpressionSyntax access when access.Expression == reached:
                case ElementAccessExpressionSyntax element when element.Expression == reached:
                case ParenthesizedExpressionSyntax:
                case PostfixUnaryExpressionSyntax unary when unary.IsKind(SyntaxKind.SuppressNullableWarningExpression):
                    reached = (ExpressionSyntax)reached.Parent;
                    continue;
                default:
                    return IsTarget(reached);
            }
        }
    }

    /// <summary>The whole path a name ends: of <c>_list</c> in <c>this._list!</c> all of it.</summary>
    public static ExpressionSyntax Whole(SimpleNameSyntax name)
    {
        var whole = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : (ExpressionSyntax)name;
        while (whole.Parent is ParenthesizedExpressionSyntax || whole.Parent.IsKind(SyntaxKind.SuppressNullableWarningExpression))
        {
            whole = (ExpressionSyntax)whole.Parent;
        }

        return whole;
    }

    private static bool IsTarget(ExpressionSyntax place) => place.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == place,
        PrefixUnaryExpressionSyntax unary => unary.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.AddressOfExpression,
        PostfixUnaryExpressionSyntax unary => unary.Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression,
        ArgumentSyntax { Parent: TupleExpressionSyntax tuple } => IsTarget(tuple),
        ArgumentSyntax argument => argument.RefKindKeyword.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword,
        RefExpressionSyntax => true,
        ForEachVariableStatementSyntax each => each.Variable == place,
        _ => false,
    };

    /// <summary>The end of the outermost loop that turns at one node but not at the other; else the node's own end.</summary>
    private static int LastTurnAround(SyntaxNode from, SyntaxNode to) => to.Ancestors()
        .TakeWhile(ancestor => ancestor != Functions.Around(to))
        .Where(ancestor => Loops.IsLoop(ancestor) && !ancestor.Span.Contains(from.Span))
        .Select(loop => loop.Span.End)
        .DefaultIfEmpty(to.Span.End)
        .Max();
}
