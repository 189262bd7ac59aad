// The buffer a view is taken of, as the source names it.
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes.Sites;

/// <summary>Finds the owner in the expression that takes a view.</summary>
internal static class OwnerPath
{
    /// <summary>
    /// What the view may be of: <c>list</c> in <c>CollectionsMarshal.AsSpan(list)</c>, <c>writer</c> in
    /// <c>writer.WrittenSpan</c>, <c>array</c> where an array becomes a span.
    /// </summary>
    public static IReadOnlyList<ExpressionSyntax> Candidates(ExpressionSyntax taken, SemanticModel model, CancellationToken cancellation)
    {
        switch (taken)
        {
            case InvocationExpressionSyntax call:
                var candidates = call.ArgumentList.Arguments.Select(argument => argument.Expression);
                return (call.Expression is MemberAccessExpressionSyntax callee && !IsType(callee.Expression) ? new[] { callee.Expression }.Concat(candidates) : candidates).ToArray();
            case MemberAccessExpressionSyntax access when model.GetSymbolInfo(access, cancellation).Symbol is IPropertySymbol && model.GetTypeInfo(access, cancellation).Type is not IArrayTypeSymbol:
                return new[] { access.Expression };
            case ElementAccessExpressionSyntax element:
                return new[] { element.Expression };
            case IdentifierNameSyntax or MemberAccessExpressionSyntax:
                return new[] { taken };
            default:
                return System.Array.Empty<ExpressionSyntax>();
        }

        bool IsType(ExpressionSyntax expression) => model.GetSymbolInfo(expression, cancellation).Symbol is INamespaceOrTypeSymbol;
    }

    /// <summary>The variable that a path ends with; <see langword="null"/> if it is no path of variables.</summary>
    public static ISymbol? Variable(ExpressionSyntax path, SemanticModel model, CancellationToken cancellation) =>
        path is SimpleNameSyntax or MemberAccessExpressionSyntax && Repeatable.Inputs(path, null, model, cancellation) is not null
            ? model.GetSymbolInfo(path, cancellation).Symbol
            : null;
}
