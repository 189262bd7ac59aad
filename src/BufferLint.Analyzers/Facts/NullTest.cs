// Recognises conditions that say a variable is null, and so holds no view on one of the two ways.
using BufferLint.Model.Catalogs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

/// <summary>A test of one variable against null.</summary>
/// <param name="Tested">The variable.</param>
/// <param name="TrueMeansNull">Whether the condition is true for null.</param>
/// <param name="IsRef">Whether a reference itself is tested, not what it refers to.</param>
internal sealed record NullTest(IOperation Tested, bool TrueMeansNull, bool IsRef)
{
    /// <summary>The variable by which a pattern goes on to call what it found; <see langword="null"/> if it gives it no name.</summary>
    public ISymbol? Named { get; init; }

    /// <summary>The test a condition makes; <see langword="null"/> if it makes another or none.</summary>
    public static NullTest? Of(IOperation condition) => condition switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => Negate(Of(not.Operand)),
        IParenthesizedOperation parenthesized => Of(parenthesized.Operand),
        IIsNullOperation test => new NullTest(test.Operand, TrueMeansNull: true, IsRef: false),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } binary when Compared(binary) is { } tested =>
            new NullTest(tested, binary.OperatorKind == BinaryOperatorKind.Equals, IsRef: false),
        IIsPatternOperation pattern => OfPattern(pattern.Value, pattern.Pattern),
        IInvocationOperation { TargetMethod: { Name: "IsNullRef", ContainingType.Name: "Unsafe" }, Arguments: [var argument] } =>
            new NullTest(argument.Value, TrueMeansNull: true, IsRef: true),
        IPropertyReferenceOperation { Property: { Name: HandleApis.IsAllocated }, Instance: { } handle } when HandleApis.IsHandle(handle.Type) =>
            new NullTest(handle, TrueMeansNull: false, IsRef: false),
        _ => null,
    };

    /// <summary>Whether an operand is null, the empty value of a view, or the address zero.</summary>
    public static bool IsNull(IOperation operand) => operand switch
    {
        IFieldReferenceOperation { Field: { Name: "Zero", ContainingType.SpecialType: SpecialType.System_IntPtr } } => true,
        { Type: IPointerTypeSymbol or { SpecialType: SpecialType.System_IntPtr }, ConstantValue: { HasValue: true, Value: 0 or 0L } } => true,
        IConversionOperation { Type: IPointerTypeSymbol or { SpecialType: SpecialType.System_IntPtr }, Operand.ConstantValue: { HasValue: true, Value: 0 or 0L } } => true,
        IConversionOperation conversion => IsNull(conversion.Operand),
        IDefaultValueOperation => true,
        _ => operand.ConstantValue is { HasValue: true, Value: null },
    };

    private static IOperation? Compared(IBinaryOperation binary) =>
        IsNull(binary.RightOperand) ? binary.LeftOperand : IsNull(binary.LeftOperand) ? binary.RightOperand : null;

    private static NullTest? OfPattern(IOperation value, IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation constant when IsNull(constant.Value) => new NullTest(value, TrueMeansNull: true, IsRef: false),
        INegatedPatternOperation negated => Negate(OfPattern(value, negated.Pattern)),
        IRecursivePatternOperation { PropertySubpatterns.Length: 0, DeconstructionSubpatterns.Length: 0 } recursive => new NullTest(value, TrueMeansNull: false, IsRef: false) { Named = recursive.DeclaredSymbol },
        IDeclarationPatternOperation { MatchesNull: false } declared when IsOfType(value, declared.MatchedType) => new NullTest(value, TrueMeansNull: false, IsRef: false) { Named = declared.DeclaredSymbol },
        ITypePatternOperation type when IsOfType(value, type.MatchedType) => new NullTest(value, TrueMeansNull: false, IsRef: false),
        _ => null,
    };

    /// <summary>Whether a value is of a type unless it is null.</summary>
    private static bool IsOfType(IOperation value, ITypeSymbol? type) => SymbolEqualityComparer.Default.Equals(value.Type, type);

    private static NullTest? Negate(NullTest? test) => test is null ? null : test with { TrueMeansNull = !test.TrueMeansNull };
}
