// How the copy of a view is written.
using System.Linq;
using System.Threading;
using BufferLint.CodeFixes.Sites;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes.Edits;

/// <summary>Writes <c>ToArray()</c> where it belongs.</summary>
internal static class ViewCopy
{
    private const string ToArray = "ToArray";

    /// <summary>An array with the elements a value shows; <see langword="null"/> if its type has no way to copy them.</summary>
    public static string? Of(ExpressionSyntax value, FindingSite site, CancellationToken cancellation)
    {
        var model = site.Model;
        if (value == site.Taken && WholeOwner(value, model, cancellation) is { } owner)
        {
            return $"{owner}.{ToArray}()";
        }

        if (DataPart.CopyOf(value, model, cancellation) is { } data)
        {
            return data;
        }

        var operand = value is CastExpressionSyntax or BinaryExpressionSyntax or RangeExpressionSyntax ? $"({value})" : value.ToString();
        return model.GetTypeInfo(value, cancellation).Type switch
        {
            IArrayTypeSymbol when ViewTypes.IsOverArray(model.GetTypeInfo(value, cancellation).ConvertedType) => $"{operand}.AsSpan().{ToArray}()",
            { } type when ViewTypes.IsOverArray(type) && CopiesItself(type) => $"{operand}.{ToArray}()",
            _ => null,
        };
    }

    /// <summary>The collection itself, where the view is of all its elements and it can copy them: a <c>List</c> that is not null.</summary>
    private static ExpressionSyntax? WholeOwner(ExpressionSyntax taken, SemanticModel model, CancellationToken cancellation) =>
        model.GetSymbolInfo(taken, cancellation).Symbol is IMethodSymbol { Name: "AsSpan" } &&
        OwnerPath.Candidates(taken, model, cancellation) is [var owner] &&
        model.GetTypeInfo(owner, cancellation) is { Type: { Name: "List" } type, Nullability.FlowState: not NullableFlowState.MaybeNull } && CopiesItself(type)
            ? owner
            : null;

    private static bool CopiesItself(ITypeSymbol type) =>
        type.GetMembers(ToArray).OfType<IMethodSymbol>().Any(method => !method.IsStatic && method.Parameters.IsEmpty && method.DeclaredAccessibility == Accessibility.Public);
}
