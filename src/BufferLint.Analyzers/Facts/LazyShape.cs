// Tells by syntax whether a getter makes what it gives when it is first asked, and keeps it.
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Facts;

internal static class LazyShape
{
    /// <summary>The name in which a getter keeps what it gives: <c>_items ??= new()</c>, <c>_items ?? (_items = new())</c>, or the statements that say so; <see langword="null"/> if it does anything else.</summary>
    /// <param name="getter">Its expression or its block.</param>
    public static ExpressionSyntax? NameIn(SyntaxNode getter) => getter switch
    {
        AssignmentExpressionSyntax assignment when IsFilledIfNull(assignment) => assignment.Left,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Left: var name, Right: ParenthesizedExpressionSyntax { Expression: AssignmentExpressionSyntax assignment } } when IsMade(assignment, name) => name,
        BlockSyntax { Statements: [ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax assignment }, ReturnStatementSyntax { Expression: { } name }] } when IsFilledIfNull(assignment) && AreSame(assignment.Left, name) => name,
        BlockSyntax { Statements: [IfStatementSyntax { Else: null } test, ReturnStatementSyntax { Expression: { } name }] } when IsNull(test.Condition, name) && Only(test.Statement) is AssignmentExpressionSyntax assignment && IsMade(assignment, name) => name,
        _ => null,
    };

    private static bool IsFilledIfNull(AssignmentExpressionSyntax assignment) => assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression) && IsPlain(assignment.Right);

    private static bool IsMade(AssignmentExpressionSyntax assignment, ExpressionSyntax name) =>
        assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && AreSame(assignment.Left, name) && IsPlain(assignment.Right);

    private static bool IsNull(ExpressionSyntax condition, ExpressionSyntax name) => condition switch
    {
        IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax { Expression.RawKind: (int)SyntaxKind.NullLiteralExpression } } test => AreSame(test.Expression, name),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression, Right.RawKind: (int)SyntaxKind.NullLiteralExpression } test => AreSame(test.Left, name),
        _ => false,
    };

    private static ExpressionSyntax? Only(StatementSyntax statement) => statement switch
    {
        ExpressionStatementSyntax only => only.Expression,
        BlockSyntax { Statements: [ExpressionStatementSyntax only] } => only.Expression,
        _ => null,
    };

    private static bool AreSame(ExpressionSyntax left, ExpressionSyntax right) => SyntaxFactory.AreEquivalent(left, right);

    /// <summary>Whether something is made without a call that may do more.</summary>
    private static bool IsPlain(ExpressionSyntax made) => !made.DescendantNodesAndSelf().Any(static part => part is InvocationExpressionSyntax or AssignmentExpressionSyntax or AnonymousFunctionExpressionSyntax);
}
