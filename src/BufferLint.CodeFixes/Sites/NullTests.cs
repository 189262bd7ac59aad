// Conditions that say whether there is anything in a variable.
using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes.Sites;

internal static class NullTests
{
    /// <summary>Whether a node asks if something is null, or the number or address zero.</summary>
    public static bool IsOne(SyntaxNode? node) => node switch
    {
        BinaryExpressionSyntax binary => binary.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression && (IsNothing(binary.Left) || IsNothing(binary.Right)),
        IsPatternExpressionSyntax asked => Says(asked.Pattern) is not null,
        _ => false,
    };

    /// <summary>Whether a node is reached only where something is not null.</summary>
    /// <param name="isIt">Whether an expression is what is asked about.</param>
    public static bool Guard(SyntaxNode node, Func<ExpressionSyntax, bool> isIt)
    {
        var function = Functions.Around(node);
        for (var inner = node; inner != function && inner.Parent is { } outer; inner = outer)
        {
            if (outer switch
            {
                IfStatementSyntax branch => branch.Statement == inner && Means(branch.Condition, true, isIt),
                ElseClauseSyntax { Parent: IfStatementSyntax branch } => Means(branch.Condition, false, isIt),
                ConditionalAccessExpressionSyntax access => access.WhenNotNull == inner && isIt(access.Expression),
                BlockSyntax block => block.Statements.TakeWhile(statement => statement != inner).OfType<IfStatementSyntax>().Any(branch => branch.Else is null && Leaves(branch.Statement) && Means(branch.Condition, false, isIt)),
                _ => false,
            })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether something is surely not null where a condition turned out so.</summary>
    private static bool Means(ExpressionSyntax condition, bool truth, Func<ExpressionSyntax, bool> isIt) => condition switch
    {
        ParenthesizedExpressionSyntax inner => Means(inner.Expression, truth, isIt),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => Means(not.Operand, !truth, isIt),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } both => truth && (Means(both.Left, truth, isIt) || Means(both.Right, truth, isIt)),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } either => !truth && (Means(either.Left, truth, isIt) || Means(either.Right, truth, isIt)),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression } typed => truth && isIt(typed.Left),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "HasValue", Expression: var optional } => truth && isIt(optional),
        BinaryExpressionSyntax compared => IsOne(compared) && compared.IsKind(SyntaxKind.NotEqualsExpression) == truth && isIt(IsNothing(compared.Left) ? compared.Right : compared.Left),
        IsPatternExpressionSyntax asked => Says(asked.Pattern) == truth && isIt(asked.Expression),
        _ => false,
    };

    /// <summary>Whether what matches a pattern is surely something, or surely nothing.</summary>
    private static bool? Says(PatternSyntax pattern) => pattern switch
    {
        ConstantPatternSyntax constant => IsNothing(constant.Expression) ? false : null,
        UnaryPatternSyntax { Pattern: ConstantPatternSyntax constant } => IsNothing(constant.Expression) ? true : null,
        UnaryPatternSyntax { Pattern: RecursivePatternSyntax or DeclarationPatternSyntax } => false,
        RecursivePatternSyntax or DeclarationPatternSyntax => true,
        _ => null,
    };

    private static bool IsNothing(ExpressionSyntax expression) => ReleaseCall.Bare(expression) switch
    {
        LiteralExpressionSyntax literal => literal.Kind() is SyntaxKind.NullLiteralExpression or SyntaxKind.DefaultLiteralExpression || literal.Token.Value is 0,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Zero" } or DefaultExpressionSyntax => true,
        _ => false,
    };

    /// <summary>Whether nothing behind a statement comes after it.</summary>
    public static bool Leaves(StatementSyntax statement) => statement switch
    {
        ReturnStatementSyntax or ThrowStatementSyntax => true,
        BlockSyntax { Statements: [.., var last] } => Leaves(last),
        _ => false,
    };
}
