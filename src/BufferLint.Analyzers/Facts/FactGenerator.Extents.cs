// How long what an expression gives is, and which number it gives, as far as the source tells; nothing is evaluated here.
using System.Collections.Generic;
using System.Linq;
using System.Text;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

internal sealed partial class FactGenerator
{
    /// <summary>Whether sizes are written down: the words of the body say that something in it may not fit.</summary>
    private bool _measures;

    private readonly Dictionary<Origin, Extent> _keptExtents = new();

    /// <summary>The number that an expression gives.</summary>
    private Extent? NumberIn(IOperation? number) => number switch
    {
        { ConstantValue: { HasValue: true, Value: { } value } } => Integer(value) is { } constant ? Extent.Written(constant) : null,
        IParenthesizedOperation parenthesized => NumberIn(parenthesized.Operand),
        IConversionOperation { OperatorMethod: null, Operand.Type: { } from } conversion when IsNumber(from) && IsWide(conversion.Type, from) => NumberIn(conversion.Operand),
        IConversionOperation { OperatorMethod: not null, Operand.Type.SpecialType: SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 } conversion when conversion.Type?.SpecialType is SpecialType.System_UIntPtr or SpecialType.System_IntPtr => NumberIn(conversion.Operand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum when IsNumber(sum.Type) => NumberIn(sum.LeftOperand) is { } left && NumberIn(sum.RightOperand) is { } right ? left.Plus(right) : null,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract } difference when IsNumber(difference.Type) => NumberIn(difference.LeftOperand) is { } left && NumberIn(difference.RightOperand) is { } right ? left.Minus(right) : null,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } product when IsNumber(product.Type) => NumberIn(product.LeftOperand) is { } left && NumberIn(product.RightOperand) is { } right ? left.Times(right) : null,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.LeftShift, RightOperand.ConstantValue: { HasValue: true, Value: int and >= 0 and < 31 and var shift } } product => NumberIn(product.LeftOperand)?.Times(Extent.Exactly(1L << shift)),
        IPropertyReferenceOperation { Property.Name: "Length" or "LongLength" or "Count", Instance: { } measured } when HasLength(measured.Type) => LengthOf(measured),
        ISizeOfOperation { TypeOperand: var type } => TypeSizes.Of(type),
        IInvocationOperation { TargetMethod: { Name: "SizeOf", Arity: 1, Parameters.IsEmpty: true, ContainingType.Name: "Unsafe" } method } => TypeSizes.Of(method.TypeArguments[0]),
        IInvocationOperation { TargetMethod: { Name: "GetByteCount", ContainingType.Name: "Encoding" }, Instance: { } encoding, Arguments: [{ Value: var text }] } => EncodedSize(encoding, text, LengthOf(text)) is { IsAtLeast: false } size ? size : null,
        IInvocationOperation { TargetMethod: { Name: "GetLength", ContainingType.SpecialType: SpecialType.System_Array }, Instance: { } array } => LengthOf(array),
        ISimpleAssignmentOperation assignment => NumberIn(assignment.Value),
        IIncrementOrDecrementOperation { OperatorMethod: null } step when VariableOf(step.Target) is { } counted && IsNumber(step.Type) => Extent.Of(counted).Plus(Extent.Exactly(step.Kind == OperationKind.Increment ? 1 : -1)),
        ICompoundAssignmentOperation { OperatorMethod: null, OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } sum when VariableOf(sum.Target) is { } changed && IsNumber(sum.Type) && NumberIn(sum.Value) is { } added =>
            sum.OperatorKind == BinaryOperatorKind.Add ? Extent.Of(changed).Plus(added) : Extent.Of(changed).Minus(added),
        _ => IsNumber(number?.Type) && number!.Type!.SpecialType != SpecialType.System_IntPtr && VariableOf(number) is { } variable ? Known(variable) : null,
    };

    /// <summary>How many elements an array, text, span, memory or segment has, or how many bytes there are behind an address.</summary>
    private Extent? LengthOf(IOperation? holder) => holder switch
    {
        null => null,
        { ConstantValue: { HasValue: true, Value: string text } } => Extent.Exactly(text.Length),
        IUtf8StringOperation literal => Extent.Exactly(Encoding.UTF8.GetByteCount(literal.Value)),
        IParenthesizedOperation parenthesized => LengthOf(parenthesized.Operand),
        IArgumentOperation argument => LengthOf(argument.Value),
        IConversionOperation conversion => ConvertedLength(conversion),
        IArrayCreationOperation { DimensionSizes: [var size] } => NumberIn(size),
        ICollectionExpressionOperation collection when HasLength(collection.Type) => CollectedLength(collection),
        IFieldReferenceOperation { Field: { IsReadOnly: true, IsStatic: true } field } => InitialLength(field),
        IPropertyReferenceOperation { Property: { IsStatic: true, ReturnsByRef: false } property } when LiteralBehind(property) is { } length => length,
        IPropertyReferenceOperation { Property.GetMethod: { } getter } property => GivenLength(getter, property),
        IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } } => Extent.Exactly(0),
        IInvocationOperation invocation => GivenLength(invocation.TargetMethod, invocation),
        IObjectCreationOperation { Constructor: { } constructor } creation => GivenLength(constructor, creation),
        IImplicitIndexerReferenceOperation { Argument: IRangeOperation range, Instance: var sliced } => RangeLength(LengthOf(sliced), range),
        IArrayElementReferenceOperation { Indices: [IRangeOperation range], ArrayReference: var sliced } => RangeLength(LengthOf(sliced), range),
        IAddressOfOperation { Reference: var place } => RefBytes(place),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type: IPointerTypeSymbol { PointedAtType: var element } } sum => Offset(sum.LeftOperand, sum.RightOperand, element),
        ISimpleAssignmentOperation assignment => LengthOf(assignment.Value),
        { Kind: OperationKind.None } => AllocatedLength(holder),
        _ => HasLength(holder.Type) || IsAddress(holder.Type) ? VariableOf(holder) is { } variable ? Known(variable) : null : null,
    };

    /// <summary>The extent of a variable; where it keeps its value, as do those that it was computed from, in terms of these.</summary>
    private Extent Known(Origin variable)
    {
        if (!_keptExtents.TryGetValue(variable, out var kept))
        {
            _keptExtents.Add(variable, kept = ExtentAround(variable.Symbol as ILocalSymbol) ?? Extent.Of(variable));
        }

        return kept;
    }

    /// <summary>What a variable of the code around this function was made with, for good.</summary>
    private Extent? ExtentAround(ILocalSymbol? local) =>
        local is { DeclaringSyntaxReferences: [var declared] } && !SymbolEqualityComparer.Default.Equals(local.ContainingSymbol, _owner) && HasLength(local.Type) && _scan.KeepsItsValue(local) && declared.GetSyntax(_cancellation) is VariableDeclaratorSyntax { Initializer.Value: var value } ? WrittenLength(value) : null;

    private void Keep(Origin variable, IOperation where, Extent? extent)
    {
        if (extent is not null && where is ISimpleAssignmentOperation { Syntax: VariableDeclaratorSyntax } && variable.Symbol is ILocalSymbol local && _scan.KeepsItsValue(local) &&
            extent.Parts.All(part => part.Of.Symbol is { } source && _scan.KeepsItsValue(source)))
        {
            _keptExtents[variable] = extent;
        }
    }

    private Extent? ConvertedLength(IConversionOperation conversion) => (conversion.Operand.Type, conversion.Type) switch
    {
        (var from, var to) when IsAddress(from) && IsAddress(to) => LengthOf(conversion.Operand),
        (var from, var to) when (HasLength(from) || from is null || conversion.Operand.Kind == OperationKind.None) && HasLength(to) => LengthOf(conversion.Operand),
        (var from, { SpecialType: SpecialType.System_Array or SpecialType.System_Object }) when HasLength(from) => LengthOf(conversion.Operand),
        _ => null,
    };

    private Extent? CollectedLength(ICollectionExpressionOperation collection)
    {
        Extent? sum = Extent.Exactly(0);
        foreach (var element in collection.Elements)
        {
            sum = sum is null ? null : element is ISpreadOperation spread ? LengthOf(spread.Operand) is { } spreadLength ? sum.Plus(spreadLength) : null : sum.Plus(Extent.Exactly(1));
        }

        return sum;
    }

    /// <summary>The length of what a static field holds for good.</summary>
    private Extent? InitialLength(IFieldSymbol field) =>
        HasLength(field.Type) && field.DeclaringSyntaxReferences is [var declared] && !field.ContainingType.StaticConstructors.Any(static constructor => !constructor.IsImplicitlyDeclared) &&
        declared.GetSyntax(_cancellation) is VariableDeclaratorSyntax { Initializer.Value: var value } ? WrittenLength(value) : null;

    private Extent? LiteralBehind(IPropertySymbol property) =>
        HasLength(property.Type) && property.DeclaringSyntaxReferences is [var declared] && declared.GetSyntax(_cancellation) is PropertyDeclarationSyntax { ExpressionBody.Expression: var value } ? WrittenLength(value) : null;

    /// <summary>The length that an expression shows without being bound.</summary>
    private static Extent? WrittenLength(ExpressionSyntax value) => value switch
    {
        ArrayCreationExpressionSyntax { Initializer: { } elements } => Extent.Exactly(elements.Expressions.Count),
        ImplicitArrayCreationExpressionSyntax { Initializer: var elements } => Extent.Exactly(elements.Expressions.Count),
        InitializerExpressionSyntax elements => Extent.Exactly(elements.Expressions.Count),
        CollectionExpressionSyntax collection when collection.Elements.All(static element => element is ExpressionElementSyntax) => Extent.Exactly(collection.Elements.Count),
        ArrayCreationExpressionSyntax { Type.RankSpecifiers: [{ Sizes: [LiteralExpressionSyntax { Token.Value: int size }] }] } => Extent.Exactly(size),
        LiteralExpressionSyntax { Token: { RawKind: (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.Utf8StringLiteralToken, Value: string text } } => Extent.Exactly(Encoding.UTF8.GetByteCount(text)),
        _ => null,
    };

    /// <summary>What <c>stackalloc</c> and <c>fixed</c> give.</summary>
    private Extent? AllocatedLength(IOperation allocation)
    {
        if (FixedDeclarator(allocation) is not null)
        {
            var kept = allocation.ChildOperations.FirstOrDefault();
            if (kept?.Type is { SpecialType: SpecialType.System_String })
            {
                // Behind a text there is the character that ends it.
                return LengthOf(kept)?.Plus(Extent.Exactly(1)).Times(Extent.Exactly(sizeof(char)));
            }

            return kept is IAddressOfOperation ? LengthOf(kept) : TypeSizes.Of(ElementTypeOf(kept?.Type)) is { IsAtLeast: false } size ? LengthOf(kept)?.Times(size) : null;
        }

        var (count, element) = allocation.Syntax switch
        {
            StackAllocArrayCreationExpressionSyntax { Initializer: { } elements } => (Extent.Exactly(elements.Expressions.Count), ElementTypeOf(allocation.Type)),
            ImplicitStackAllocArrayCreationExpressionSyntax { Initializer: var elements } => (Extent.Exactly(elements.Expressions.Count), ElementTypeOf(allocation.Type)),
            StackAllocArrayCreationExpressionSyntax => (NumberIn(allocation.ChildOperations.FirstOrDefault()), ElementTypeOf(allocation.Type)),
            _ => (null, null),
        };
        return count is null ? null : IsAddress(allocation.Type) ? TypeSizes.Of(element)?.Times(count) : count;
    }

    /// <summary>What a row of the tables says of the result.</summary>
    private Extent? GivenLength(IMethodSymbol method, IOperation call)
    {
        if (method is { Name: "Cast", TypeArguments: [var from, var to], ContainingType.Name: "MemoryMarshal" } && call is IInvocationOperation { Arguments: [var source] })
        {
            return TypeSizes.Of(from) is { Number: { } one } && TypeSizes.Of(to) is { Number: { } other and > 0 } && LengthOf(source)?.Times(Extent.Exactly(one)) is { } bytes ? bytes.DividedBy(other) : null;
        }

        return !method.DeclaringSyntaxReferences.IsEmpty ? OwnLength(method)
            : method is { Name: "GetBytes", ContainingType.Name: "BitConverter", Parameters: [{ Type: var value }] } ? TypeSizes.Of(value)
            : SizeCatalog.Of(method) is { Gives: { } gives } row && Evaluated(gives, method, call) is { } given ? given with { IsAtLeast = given.IsAtLeast || row.GivesAtLeast } : null;
    }

    private Extent? RangeLength(Extent? whole, IRangeOperation range) =>
        End(whole, range.RightOperand, atEnd: true) is { } end && End(whole, range.LeftOperand, atEnd: false) is { } start ? end.Minus(start) : null;

    /// <summary>One end of a range, counted from the beginning.</summary>
    private Extent? End(Extent? whole, IOperation? index, bool atEnd) => index switch
    {
        null => atEnd ? whole : Extent.Exactly(0),
        IConversionOperation { Operand: var number } => End(whole, number, atEnd),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand: var number } => NumberIn(number) is { } back ? whole?.Minus(back) : null,
        _ => NumberIn(index),
    };

    /// <summary>How many bytes there are from a place on.</summary>
    private Extent? RefBytes(IOperation? place) => place switch
    {
        IArgumentOperation argument => RefBytes(argument.Value),
        IConversionOperation conversion => RefBytes(conversion.Operand),
        IParenthesizedOperation parenthesized => RefBytes(parenthesized.Operand),
        ILocalReferenceOperation { Local: { RefKind: RefKind.None, Type: var type } } => TypeSizes.Of(type) is { IsAtLeast: false } size ? size : null,
        IParameterReferenceOperation { Parameter: { RefKind: RefKind.None, Type: var type } } => TypeSizes.Of(type) is { IsAtLeast: false } size ? size : null,
        IArrayElementReferenceOperation { Indices: [var index], ArrayReference: var array, Type: var type } => BytesFrom(array, index, type),
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } span, Arguments: [var index], Type: var type } when HasLength(span.Type) => BytesFrom(span, index.Value, type),
        IInvocationOperation { TargetMethod: { Name: "GetReference" or "GetArrayDataReference", ContainingType.Name: "MemoryMarshal" }, Arguments: [var source], Type: var type } => BytesFrom(source, null, type),
        IInvocationOperation { TargetMethod: { Name: "As", Arity: 2, ContainingType.Name: "Unsafe" }, Arguments: [var source] } => RefBytes(source),
        _ => null,
    };

    private Extent? BytesFrom(IOperation holder, IOperation? index, ITypeSymbol? element) =>
        LengthOf(holder) is { } length && (index is null ? Extent.Exactly(0) : NumberIn(index)) is { } skipped && TypeSizes.Of(element) is { IsAtLeast: false } size
            ? length.Minus(skipped)?.Times(size)
            : null;

    private Extent? Offset(IOperation address, IOperation elements, ITypeSymbol element) =>
        LengthOf(address) is { } length && NumberIn(elements) is { } skipped && TypeSizes.Of(element) is { IsAtLeast: false } size && skipped.Times(size) is { } bytes ? length.Minus(bytes) : null;

    /// <summary>How many bytes a text, or so many characters of one, is encoded as; at least so many where only their number is known.</summary>
    private static Extent? EncodedSize(IOperation? encoding, IOperation text, Extent? characters)
    {
        var name = (encoding as IPropertyReferenceOperation)?.Property is { IsStatic: true, ContainingType.Name: "Encoding" } property ? property.Name : null;
        var known = name switch { "UTF8" => Encoding.UTF8, "Unicode" or "BigEndianUnicode" => Encoding.Unicode, "UTF32" => Encoding.UTF32, _ => null };
        while (text is IArgumentOperation or IConversionOperation { ConstantValue.HasValue: false })
        {
            text = text is IArgumentOperation argument ? argument.Value : ((IConversionOperation)text).Operand;
        }

        return (name, text.ConstantValue.Value as string) switch
        {
            (_, { } constant) when known is not null => Extent.Exactly(known.GetByteCount(constant)),
            ("ASCII" or "Latin1", _) => characters,
            ("Unicode" or "BigEndianUnicode", _) => characters?.Times(Extent.Exactly(2)),
            ("UTF8", _) => characters is null ? null : characters with { IsAtLeast = true },
            _ => null,
        };
    }

    /// <summary>The variable that an expression only names, if nobody can change it unseen.</summary>
    private Origin? VariableOf(IOperation operand) => operand switch
    {
        ILocalReferenceOperation { Local: { RefKind: RefKind.None } local } when !_scan.IsAssignedInside(local) && !_scan.IsAliased(local) => _origins.Of(local),
        IParameterReferenceOperation { Parameter: { RefKind: RefKind.None or RefKind.In } parameter } when !_scan.IsAssignedInside(parameter) && !_scan.IsAliased(parameter) && parameter.ContainingSymbol is IMethodSymbol => _origins.Of(parameter),
        IFlowCaptureReferenceOperation capture when !_lvalueCaptures.Contains(capture.Id) => _origins.Of(capture.Id),
        _ => null,
    };

    private static ITypeSymbol? ElementTypeOf(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        IPointerTypeSymbol pointer => pointer.PointedAtType,
        INamedTypeSymbol { TypeArguments: [var element] } => element,
        _ => null,
    };

    /// <summary>Whether a value of a type has as many elements for as long as it lives.</summary>
    private static bool HasLength(ITypeSymbol? type) => type is IArrayTypeSymbol { Rank: 1 } or { SpecialType: SpecialType.System_String } || ViewTypes.IsOverArray(type);

    private static bool IsNumber(ITypeSymbol? type) => type is { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_UInt64 or SpecialType.System_IntPtr or SpecialType.System_UIntPtr };

    /// <summary>Whether every number of sizes goes into the other type as it is.</summary>
    private static bool IsWide(ITypeSymbol? to, ITypeSymbol from) =>
        to?.SpecialType is >= SpecialType.System_Int32 and <= SpecialType.System_UInt64 or SpecialType.System_IntPtr or SpecialType.System_UIntPtr || to?.SpecialType == from.SpecialType;

    private static long? Integer(object value) => value switch
    {
        int number => number,
        long number => number,
        uint number => number,
        byte number => number,
        sbyte number => number,
        short number => number,
        ushort number => number,
        ulong number when number <= long.MaxValue => (long)number,
        _ => null,
    };
}
