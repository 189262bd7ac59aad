// A method whose source always throws ends the path it is called on, annotated or not.
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Facts;

internal static class OnlyThrows
{
    /// <summary>How far throw helpers that call each other are followed.</summary>
    private const int MaxDepth = 3;

    /// <summary>Whether a method ends by throwing, whatever way it goes, and no other can stand in for it.</summary>
    public static bool Says(IMethodSymbol method) => Says(method, MaxDepth);

    private static bool Says(IMethodSymbol method, int depth) =>
        depth > 0 &&
        method is { IsVirtual: false, IsAbstract: false, IsOverride: false, IsAsync: false, DeclaringSyntaxReferences: [var declaration] } &&
        declaration.GetSyntax() switch
        {
            MethodDeclarationSyntax source => Throws(source.Body, source.ExpressionBody, method, depth),
            LocalFunctionStatementSyntax source => Throws(source.Body, source.ExpressionBody, method, depth),
            _ => false,
        };

    private static bool Throws(BlockSyntax? body, ArrowExpressionClauseSyntax? arrow, IMethodSymbol method, int depth) =>
        arrow is not null ? Throws(arrow.Expression, method, depth) : body is not null && Throws(body, method, depth) && !Leaves(body);

    private static bool Throws(StatementSyntax statement, IMethodSymbol method, int depth) => statement switch
    {
        ThrowStatementSyntax thrown => !IsNull(thrown.Expression),
        BlockSyntax { Statements: [.., var last] } => Throws(last, method, depth),
        IfStatementSyntax { Else.Statement: var otherwise } branch => Throws(branch.Statement, method, depth) && Throws(otherwise, method, depth),
        ExpressionStatementSyntax { Parent: BlockSyntax { Statements.Count: 1 }, Expression: var expression } => Throws(expression, method, depth),
        _ => false,
    };

    /// <summary>A throw, or a call of another method of the same type that only throws.</summary>
    private static bool Throws(ExpressionSyntax expression, IMethodSymbol method, int depth)
    {
        var called = expression switch
        {
            InvocationExpressionSyntax { Expression: IdentifierNameSyntax name } => name.Identifier.ValueText,
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax type, Name: IdentifierNameSyntax name } } when type.Identifier.ValueText == method.ContainingType?.Name => name.Identifier.ValueText,
            _ => null,
        };
        return expression is ThrowExpressionSyntax thrown
            ? !IsNull(thrown.Expression)
            : called is not null && method.ContainingType?.GetMembers(called) is { IsEmpty: false } members && members.All(member => member is IMethodSymbol helper && Says(helper, depth - 1));
    }

    /// <summary>Whether a body can be left without an exception before its end.</summary>
    private static bool Leaves(BlockSyntax body) => body
        .DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .Any(static node => node is ReturnStatementSyntax or YieldStatementSyntax or GotoStatementSyntax);

    /// <summary>Stubs, as reference assemblies have them in source, throw null.</summary>
    private static bool IsNull(ExpressionSyntax? thrown) => thrown switch
    {
        PostfixUnaryExpressionSyntax suppressed => IsNull(suppressed.Operand),
        LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.NullLiteralExpression),
        _ => false,
    };
}
