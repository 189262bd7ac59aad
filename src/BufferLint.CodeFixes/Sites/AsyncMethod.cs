// `Task M() { … return stream.WriteAsync(data); }` becomes `async Task M() { … await stream.WriteAsync(data); }`.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using BufferLint.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BufferLint.CodeFixes.Sites;

/// <summary>Makes a method async that returns tasks of others.</summary>
internal static class AsyncMethod
{
    /// <summary>The edits; <see langword="null"/> if callers, or who overrides or implements the method, could tell the difference, or a return cannot be rewritten.</summary>
    public static ImmutableArray<Edit>? Make(FindingSite site, CancellationToken cancellation)
    {
        var (type, body) = site.Function switch
        {
            MethodDeclarationSyntax method => (method.ReturnType, method.Body),
            LocalFunctionStatementSyntax local => (local.ReturnType, local.Body),
            _ => (null, null),
        };
        if (type is null || body is null || site.Model.GetDeclaredSymbol(site.Function, cancellation) is not IMethodSymbol symbol || !MayBecomeAsync(symbol) || ThrowsAtOnce(body))
        {
            return null;
        }

        var edits = ImmutableArray.CreateBuilder<Edit>();
        edits.Add(Edit.Insert(type.SpanStart, "async "));
        foreach (var leaving in OwnNodes(body).OfType<ReturnStatementSyntax>())
        {
            if (leaving.Expression is not { } result || Rewritten(leaving, result, symbol, body, site) is not { } rewritten)
            {
                return null;
            }

            edits.Add(new Edit(leaving.Span, rewritten));
        }

        return edits.ToImmutable();
    }

    private static bool MayBecomeAsync(IMethodSymbol method) =>
        method is { IsAsync: false, IsOverride: false, IsVirtual: false, IsPartialDefinition: false, PartialDefinitionPart: null, ReturnsByRef: false, ExplicitInterfaceImplementations.IsEmpty: true } &&
        method.ReturnType is { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace.Name: "Threading" } } &&
        method.Parameters.All(static parameter => parameter is { RefKind: RefKind.None, Type: { IsRefLikeType: false, TypeKind: not TypeKind.Pointer } }) &&
        !method.ContainingType.AllInterfaces.SelectMany(static contract => contract.GetMembers())
            .Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));

    /// <summary>Whether the method throws by itself: an async one would do so only where its task is awaited.</summary>
    private static bool ThrowsAtOnce(BlockSyntax body) => OwnNodes(body).Any(static node => node is ThrowStatementSyntax or ThrowExpressionSyntax ||
        (node is InvocationExpressionSyntax { Expression: var called } && (called as MemberAccessExpressionSyntax)?.Name is var member &&
         ((member ?? called as SimpleNameSyntax)?.Identifier.ValueText.StartsWith("Throw", System.StringComparison.Ordinal) ?? false)));

    private static IEnumerable<SyntaxNode> OwnNodes(BlockSyntax body) => body.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax));

    private static string? Rewritten(ReturnStatementSyntax leaving, ExpressionSyntax result, IMethodSymbol method, BlockSyntax body, FindingSite site)
    {
        if (method.ReturnType is INamedTypeSymbol { IsGenericType: true })
        {
            return result is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "FromResult" }, ArgumentList.Arguments: [var only] }
                ? $"return {only.Expression};"
                : $"return {AsyncCode.Await(result)};";
        }

        if (result.IsKind(SyntaxKind.DefaultLiteralExpression) || result is DefaultExpressionSyntax or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CompletedTask" })
        {
            return "return;";
        }

        var awaited = AsyncCode.Await(result) + ";";
        return IsLast(leaving, body) ? awaited :
            leaving.Parent is BlockSyntax && Layout.StartsLine(site.Text, leaving.SpanStart) ? awaited + Layout.LineBreak(site.Text, leaving.SpanStart) + Layout.Indentation(site.Text, leaving.SpanStart) + "return;" : null;
    }

    /// <summary>Whether a method ends behind a statement anyway.</summary>
    private static bool IsLast(StatementSyntax statement, BlockSyntax body)
    {
        for (SyntaxNode node = statement; node != body; node = node.Parent!)
        {
            if (node.Parent is BlockSyntax block ? block.Statements.Last() != node : node.Parent is not (UsingStatementSyntax or TryStatementSyntax or CatchClauseSyntax or IfStatementSyntax or ElseClauseSyntax))
            {
                return false;
            }
        }

        return true;
    }
}
