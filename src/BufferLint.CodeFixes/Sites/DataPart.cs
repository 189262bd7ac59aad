// How much of a buffer is data, where the source says so: of what a stream shows, and of what a pool lent and a call filled.
using System.Linq;
using System.Threading;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes.Sites;

/// <summary>Finds the part of a buffer that a copy of it is to have: what lies behind is somebody else's.</summary>
internal static class DataPart
{
    private const string Length = nameof(Length);

    /// <summary>What copies the data of a buffer and no more; <see langword="null"/> where nobody says how much that is, or the call it goes to is told.</summary>
    public static string? CopyOf(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation)
    {
        var buffer = value is InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AsSpan" or "AsMemory", Expression: var whole } } ? whole : value;
        return IsToldHowMuch(value, model, cancellation) ? null
            : ShowingStream(buffer, model, cancellation) is { } stream ? CopyOf(stream, buffer, model, cancellation)
            : LocalIn(buffer, model, cancellation) is { } local && LengthIn(local, buffer, model, cancellation) is { } length ? CopyOf(buffer, local, length)
            : null;
    }

    private static string? CopyOf(ExpressionSyntax stream, ExpressionSyntax shown, SemanticModel model, CancellationToken cancellation) =>
        model.GetTypeInfo(stream, cancellation).Type is { Name: "MemoryStream" } ? $"{stream}.ToArray()"
        : stream is IdentifierNameSyntax ? $"{shown}.AsSpan(0, (int){stream}.{Length}).ToArray()"
        : null;

    private static string CopyOf(ExpressionSyntax buffer, ILocalSymbol local, string length) =>
        $"{buffer}.{(local.Type is IArrayTypeSymbol ? "AsSpan" : "Slice")}(0, {length}).ToArray()";

    /// <summary>Whether a number goes beside the buffer, so that the copy must have the indices of the buffer.</summary>
    private static bool IsToldHowMuch(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation) =>
        value.Parent is ArgumentSyntax { Parent: BaseArgumentListSyntax others } given &&
        others.Arguments.Any(other => other != given && model.GetTypeInfo(other.Expression, cancellation).ConvertedType is { SpecialType: SpecialType.System_Int32 });

    /// <summary>The stream that shows its buffer.</summary>
    private static ExpressionSyntax? ShowingStream(ExpressionSyntax buffer, SemanticModel model, CancellationToken cancellation) =>
        buffer is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetBuffer", Expression: var stream } } && IsStream(model.GetTypeInfo(stream, cancellation).Type) ? stream : null;

    private static bool IsStream(ITypeSymbol? type)
    {
        while (type is not null and not { Name: "MemoryStream", ContainingNamespace.Name: "IO" })
        {
            type = type.BaseType;
        }

        return type is not null;
    }

    /// <summary>The variable that is the buffer, or lends it.</summary>
    private static ILocalSymbol? LocalIn(ExpressionSyntax buffer, SemanticModel model, CancellationToken cancellation) => buffer switch
    {
        IdentifierNameSyntax => model.GetSymbolInfo(buffer, cancellation).Symbol as ILocalSymbol is { Type: IArrayTypeSymbol } local ? local : null,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Memory", Expression: IdentifierNameSyntax owner } => model.GetSymbolInfo(owner, cancellation).Symbol as ILocalSymbol is { Type.Name: "IMemoryOwner" } local ? local : null,
        _ => null,
    };

    /// <summary>How much of the buffer of a variable is data; <see langword="null"/> if nobody says so once and for all.</summary>
    private static string? LengthIn(ILocalSymbol local, ExpressionSyntax place, SemanticModel model, CancellationToken cancellation)
    {
        if (local.DeclaringSyntaxReferences is not [var declared] || declared.GetSyntax(cancellation) is not VariableDeclaratorSyntax { Initializer.Value: InvocationExpressionSyntax given } || IsAssigned(local, place, model, cancellation))
        {
            return null;
        }

        return ShowingStream(given, model, cancellation) switch
        {
            IdentifierNameSyntax stream => $"(int){stream}.{Length}",
            null when given.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Rent" } => Filled(local, place, model, cancellation),
            _ => null,
        };
    }

    /// <summary>The number that the only call that fills a buffer returned.</summary>
    private static string? Filled(ILocalSymbol local, ExpressionSyntax place, SemanticModel model, CancellationToken cancellation)
    {
        var fills = Writes.Mentions(Functions.MemberAround(place), local, model, cancellation)
            .Select(static mention => mention.FirstAncestorOrSelf<ArgumentSyntax>())
            .Where(argument => argument is { Parent.Parent: InvocationExpressionSyntax call } && model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol { Parameters: [var first, ..] } && argument == call.ArgumentList.Arguments[0] && WholeBuffers.FillsCounted(first))
            .ToArray();
        return fills is [{ Parent.Parent: InvocationExpressionSyntax { ArgumentList.Arguments: var arguments } fill }] && fill.Span.End < place.SpanStart &&
            arguments is [_] or [_, { Expression: LiteralExpressionSyntax { Token.ValueText: "0" } }, ..] or [_, { Expression: not LiteralExpressionSyntax }] &&
            (fill.Parent is AwaitExpressionSyntax awaited ? awaited : (ExpressionSyntax)fill).Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax number } &&
            model.GetDeclaredSymbol(number, cancellation) is ILocalSymbol { Type.SpecialType: SpecialType.System_Int32 } count && !IsAssigned(count, place, model, cancellation) &&
            model.LookupSymbols(place.SpanStart, name: count.Name).Contains(count, SymbolEqualityComparer.Default)
            ? count.Name
            : null;
    }

    private static bool IsAssigned(ILocalSymbol local, ExpressionSyntax place, SemanticModel model, CancellationToken cancellation) =>
        Writes.Mentions(Functions.MemberAround(place), local, model, cancellation).Any(Writes.IsWrite);
}
