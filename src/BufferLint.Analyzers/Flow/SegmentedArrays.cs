// The array that a segment is asked for, `segment.Array`, is no view but that array by another name.
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Flow;

internal static class SegmentedArrays
{
    /// <summary>The array that a segment holds, or a segment of which nobody knows the array; <see langword="null"/> where it is a stream's or another owner's.</summary>
    public static Value? In(Value segment) => segment switch
    {
        Loan loan => In(loan.Owner),
        Released released => In(released.Of) is null ? null : released,
        Created { Site: { Lease: { } lease } } made => lease.Family == ReleaseFamily.ArrayPool ? made : null,
        Created { Site.Syntax: ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax } made => made,
        Placeholder { Origin.Symbol: var symbol } => IsArray((symbol as ILocalSymbol)?.Type ?? (symbol as IParameterSymbol)?.Type ?? (symbol as IFieldSymbol)?.Type) ? segment : null,
        Part { Step.Type: var type } => IsArray(type) ? segment : null,
        _ => null,
    };

    private static bool IsArray(ITypeSymbol? type) => type is IArrayTypeSymbol or { Name: "ArraySegment", ContainingNamespace.Name: "System" };
}
