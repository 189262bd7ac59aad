// What an await needs around it: an async function, and the file's own habit of writing one.
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes.Sites;

internal static class AsyncCode
{
    private const string OffContext = ".ConfigureAwait(false)";

    /// <summary>Whether a function can await as it is.</summary>
    public static bool IsAsync(SyntaxNode function) => function switch
    {
        AnonymousFunctionExpressionSyntax lambda => lambda.Modifiers.Any(SyntaxKind.AsyncKeyword),
        LocalFunctionStatementSyntax local => local.Modifiers.Any(SyntaxKind.AsyncKeyword),
        MethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
        _ => function is CompilationUnitSyntax,
    };

    /// <summary>An await, with <c>ConfigureAwait(false)</c> where most of the file's have it.</summary>
    public static string Await(ExpressionSyntax operation)
    {
        var operand = operation is SimpleNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax ? operation.ToString() : $"({operation})";
        return "await " + operand + (IsConfigured(operation) ? "" : Habit(operation.SyntaxTree.GetRoot()));
    }

    /// <summary>What the file puts behind what it awaits.</summary>
    public static string Habit(SyntaxNode root)
    {
        var awaited = root.DescendantNodes().OfType<AwaitExpressionSyntax>().ToArray();
        return awaited.Count(static one => IsConfigured(one.Expression)) * 2 > awaited.Length ? OffContext : "";
    }

    private static bool IsConfigured(ExpressionSyntax operation) =>
        operation is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } };
}
