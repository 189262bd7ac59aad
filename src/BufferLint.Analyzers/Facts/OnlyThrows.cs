// A method whose source only throws ends the path it is called on, annotated or not.
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Facts;

internal static class OnlyThrows
{
    /// <summary>Whether a method does nothing but throw, and no other can stand in for it.</summary>
    public static bool Says(IMethodSymbol method) =>
        method is { IsVirtual: false, IsAbstract: false, IsOverride: false, IsAsync: false, DeclaringSyntaxReferences: [var declaration] } &&
        InSource(declaration.GetSyntax());

    private static bool InSource(SyntaxNode declaration) => declaration switch
    {
        MethodDeclarationSyntax method => InSource(method.Body, method.ExpressionBody),
        LocalFunctionStatementSyntax function => InSource(function.Body, function.ExpressionBody),
        _ => false,
    };

    private static bool InSource(BlockSyntax? body, ArrowExpressionClauseSyntax? arrow) =>
        (arrow is { Expression: ThrowExpressionSyntax thrown } && !IsNull(thrown.Expression)) ||
        (body is { Statements: [ThrowStatementSyntax statement] } && !IsNull(statement.Expression));

    /// <summary>Stubs, as reference assemblies have them in source, throw null.</summary>
    private static bool IsNull(ExpressionSyntax? thrown) => thrown switch
    {
        PostfixUnaryExpressionSyntax suppressed => IsNull(suppressed.Operand),
        LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.NullLiteralExpression),
        _ => false,
    };
}
