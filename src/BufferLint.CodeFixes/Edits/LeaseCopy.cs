// How what a lease lends is copied: `ToArray()`, or `Clone()` of an element of a document.
using System.Threading;
using BufferLint.CodeFixes.Sites;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes.Edits;

/// <summary>Writes copies that nobody has to release.</summary>
internal static class LeaseCopy
{
    private const string JsonElement = nameof(JsonElement);

    /// <summary>Whether values of a type can be copied.</summary>
    public static bool IsCopied(ITypeSymbol type) => Call(type) is not null;

    /// <summary>Whether nothing is ever written through values of a type.</summary>
    public static bool IsOnlyRead(ITypeSymbol type) => ViewTypes.IsReadOnlyView(type) || type.Name == JsonElement;

    /// <summary>The copy of an expression; <see langword="null"/> if its type has none.</summary>
    public static string? Of(ExpressionSyntax value, ITypeSymbol type, SemanticModel model)
    {
        if (type.Name != JsonElement && DataPart.CopyOf(value, model, CancellationToken.None) is { } data)
        {
            return data;
        }

        var operand = value is SimpleNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax or ObjectCreationExpressionSyntax { Initializer: null } ? value.ToString() : $"({value})";
        return Of(operand, type, value.SpanStart, model);
    }

    /// <summary>The statement that gives the copy of a local a name.</summary>
    public static string? Declaration(ILocalSymbol local, string name, int position, SemanticModel model) => Declaration(local.Name, local.Type, name, position, model);

    /// <summary>The statement that gives the copy of what a name stands for a name.</summary>
    public static string? Declaration(string copied, ITypeSymbol type, string name, int position, SemanticModel model) => Of(copied, type, position, model) is { } copy
        ? $"{(ViewTypes.IsOverArray(type) ? type.ToMinimalDisplayString(model, position) : "var")} {name} = {copy};"
        : null;

    private static string? Of(string operand, ITypeSymbol type, int position, SemanticModel model) => (Call(type), type) switch
    {
        (null, _) => null,
        ({ } call, { Name: "ReadOnlySequence" }) => $"new {type.ToMinimalDisplayString(model, position)}({operand}{call})",
        ({ } call, _) => operand + call,
    };

    private static string? Call(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } => ".AsSpan().ToArray()",
        { Name: JsonElement, ContainingNamespace.Name: "Json" } => ".Clone()",
        { Name: "ReadOnlySequence", ContainingNamespace.Name: "Buffers" } => ".ToArray()",
        _ when ViewTypes.IsOverArray(type) => ".ToArray()",
        _ => null,
    };
}
