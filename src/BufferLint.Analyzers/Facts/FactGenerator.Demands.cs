// What must fit where: calls that the tables of sizes know, ranges, and what becomes of the sizes of variables.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

internal sealed partial class FactGenerator
{
    /// <summary>A variable got another value.</summary>
    private void Measure(IOperation target, IOperation? value, IOperation? where = null)
    {
        if (_measures && target is ILocalReferenceOperation or IParameterReferenceOperation or IFlowCaptureReferenceOperation && VariableOf(target) is { } variable)
        {
            Measure(variable, target.Type, value, where ?? target);
        }
    }

    private void Measure(Origin variable, ITypeSymbol? type, IOperation? value, IOperation where)
    {
        var isNumber = IsNumber(type) && !IsAddress(type);
        if (isNumber || HasLength(type) || IsAddress(type))
        {
            var extent = isNumber ? NumberIn(value) : LengthOf(value);
            Emit(new Measured(where.Syntax, variable, extent));
            Keep(variable, where, extent);
        }
    }

    /// <summary>What a pattern declares is new, and what is given by reference may be.</summary>
    private void Unmeasure(IOperation declaring)
    {
        foreach (var part in _measures ? declaring.DescendantsAndSelf() : Enumerable.Empty<IOperation>())
        {
            if (DeclaredBy(part) is { } local)
            {
                Emit(new Measured(part.Syntax, _origins.Of(local), null));
            }
        }
    }

    private static ILocalSymbol? DeclaredBy(IOperation pattern) => pattern switch
    {
        IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol local } => local,
        IRecursivePatternOperation { DeclaredSymbol: ILocalSymbol local } => local,
        IListPatternOperation { DeclaredSymbol: ILocalSymbol local } => local,
        _ => null,
    };

    private void UnmeasureGiven(ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (var argument in _measures ? arguments : ImmutableArray<IArgumentOperation>.Empty)
        {
            if (argument.Parameter is { RefKind: RefKind.Ref or RefKind.Out })
            {
                Measure(argument.Value is IDeclarationExpressionOperation { Expression: var declared } ? declared : argument.Value, value: null);
            }
        }
    }

    /// <summary>A call that the tables know needs room.</summary>
    private void EmitDemands(IOperation call, IMethodSymbol method)
    {
        EmitRefusals(call as IInvocationOperation);
        if (!_measures || SizeCatalog.Of(method) is not { Demands.IsEmpty: false } row)
        {
            EmitCast(call, method);
            EmitRenamedArray(call, method);
            EmitOwnDemands(call, method);
            return;
        }

        EmitRenamedArray(call, method);
        foreach (var demand in row.Demands)
        {
            foreach (var amount in Atoms(demand.Needed).Concat(Atoms(demand.Available)).Where(atom => atom.Kind == SizeAtomKind.Amount))
            {
                if (Operand(amount.Name, call) is { } number && IsNumber(number.Type) && NumberIn(number) is { } given)
                {
                    Emit(new Demand(call.Syntax, Extent.Exactly(0), given) { Container = number.Syntax, Sized = RootOf(number), Unit = string.Empty, IsUnchecked = row.IsUnchecked && !IsChecked(demand, method), Reinterprets = row.Reinterprets });
                }
            }

            if (Evaluated(demand.Needed, method, call) is { } needed && Evaluated(demand.Available, method, call) is { IsAtLeast: false } available)
            {
                Emit(new Demand(call.Syntax, needed, available)
                {
                    Container = Operand(Atoms(demand.Available).First().Name, call)?.Syntax,
                    Sized = RootOf(Operand(Atoms(demand.Available).First().Name, call)),
                    Unit = CountsBytes(demand, call) ? "byte" : ElementOfContainer(demand, call) is { SpecialType: SpecialType.System_Char } ? "character" : "element",
                    UnitsPerElement = Atoms(demand.Available).First().Kind == SizeAtomKind.Bytes ? TypeSizes.Of(ElementOfContainer(demand, call))?.Number : 1,
                    IsUnchecked = row.IsUnchecked && !IsChecked(demand, method),
                    Reinterprets = row.Reinterprets,
                });
            }
        }
    }

    /// <summary>Whether room is told by what is there: an array, or a number that is given.</summary>
    private static bool IsChecked(SizeDemand demand, IMethodSymbol method) =>
        Atoms(demand.Available).First().Name is var name && method.OriginalDefinition.Parameters.FirstOrDefault(parameter => parameter.Name == name) is { RefKind: RefKind.None, Type: var type } && (HasLength(type) || (IsNumber(type) && !IsAddress(type)));

    /// <summary>A cast of memory to bigger values of which not one fits.</summary>
    private void EmitCast(IOperation call, IMethodSymbol method)
    {
        if (_measures && method is { Name: "Cast", TypeArguments: [var from, var to], ContainingType.Name: "MemoryMarshal" } && call is IInvocationOperation { Arguments: [var source] } &&
            TypeSizes.Of(from) is { Number: { } one } && TypeSizes.Of(to) is { } needed && LengthOf(source)?.Times(Extent.Exactly(one)) is { IsAtLeast: false } available)
        {
            Emit(new Demand(call.Syntax, needed, available) { Container = source.Value.Syntax, Sized = RootOf(source.Value), Unit = "byte", Reinterprets = true, IsUnchecked = true, AllowsNone = true });
        }
    }

    /// <summary>An array that is taken for one of other elements: its length stays the number of those it was made of.</summary>
    private void EmitRenamedArray(IOperation call, IMethodSymbol method)
    {
        if (_measures && method is { Name: "As", ContainingType.Name: "Unsafe", TypeArguments: [.., IArrayTypeSymbol { ElementType: var to }] } && call is IInvocationOperation { Arguments: [var source] } &&
            Unconverted(source.Value).Type is IArrayTypeSymbol { ElementType: var from } && TypeSizes.Of(from) is { Number: { } one } && TypeSizes.Of(to) is { Number: { } other } && one != other)
        {
            Emit(new Demand(call.Syntax, Extent.Exactly(System.Math.Max(one, other)), Extent.Exactly(System.Math.Min(one, other))) { Container = source.Value.Syntax, Sized = RootOf(source.Value), Reinterprets = true, IsUnchecked = true, IsOfElements = true });
        }
    }

    private static IOperation Unconverted(IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }

    /// <summary>A part of an array, text, span or memory.</summary>
    private void EmitRange(IOperation slice, IOperation? whole, IOperation? argument)
    {
        if (_measures && argument is IRangeOperation range && HasLength(whole?.Type) && LengthOf(whole) is { } length)
        {
            var unit = whole!.Type?.SpecialType == SpecialType.System_String ? "character" : ElementTypeOf(whole.Type)?.SpecialType == SpecialType.System_Byte ? "byte" : "element";
            var (start, end) = (End(length, range.LeftOperand, atEnd: false), End(length, range.RightOperand, atEnd: true));
            foreach (var (needed, available) in new[] { (Written(range.LeftOperand), length), (Written(range.RightOperand), length), (start, end) })
            {
                if (needed is not null && available is { IsAtLeast: false })
                {
                    Emit(new Demand(slice.Syntax, needed, available) { Container = whole.Syntax, Sized = RootOf(whole), Unit = unit });
                }
            }
        }
    }

    /// <summary>The number in an index, from whichever end it counts.</summary>
    private Extent? Written(IOperation? index) => index switch
    {
        IConversionOperation { Operand: var number } => Written(number),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand: var number } => NumberIn(number),
        _ => NumberIn(index),
    };

    /// <summary>The variable that a container is, or is a part of.</summary>
    private Origin? RootOf(IOperation? container) => container switch
    {
        IConversionOperation conversion => RootOf(conversion.Operand),
        IArgumentOperation argument => RootOf(argument.Value),
        IImplicitIndexerReferenceOperation indexer => RootOf(indexer.Instance),
        IArrayElementReferenceOperation element => RootOf(element.ArrayReference),
        IPropertyReferenceOperation { Instance: { } instance } => RootOf(instance),
        IInvocationOperation { Instance: { } instance } => RootOf(instance),
        IInvocationOperation { Arguments: [var first, ..] } => RootOf(first),
        null => null,
        _ => VariableOf(container),
    };

    private static IEnumerable<SizeAtom> Atoms(SizeFormula formula) => formula.Parts.SelectMany(static part => part.Factors);

    private static bool CountsBytes(SizeDemand demand, IOperation call) =>
        Atoms(demand.Needed).Concat(Atoms(demand.Available)).Any(static atom => atom.Kind is SizeAtomKind.Bytes or SizeAtomKind.TypeSize or SizeAtomKind.Encoded or SizeAtomKind.ElementSize) ||
        ElementOfContainer(demand, call) is { SpecialType: SpecialType.System_Byte } || IsAddress(Operand(Atoms(demand.Available).First().Name, call)?.Type);

    private static ITypeSymbol? ElementOfContainer(SizeDemand demand, IOperation call)
    {
        var container = Operand(Atoms(demand.Available).First().Name, call);
        while (container is IConversionOperation { OperatorMethod: null } conversion)
        {
            container = conversion.Operand;
        }

        return container?.Type is { SpecialType: SpecialType.System_String } ? null : ElementTypeOf(container?.Type);
    }

    /// <summary>What a formula comes to at a call; <see langword="null"/> if nobody knows.</summary>
    private Extent? Evaluated(SizeFormula formula, IMethodSymbol method, IOperation call)
    {
        Extent? sum = Extent.Exactly(0);
        foreach (var part in formula.Parts)
        {
            Extent? product = Extent.Exactly(1);
            foreach (var factor in part.Factors)
            {
                product = product is not null && Evaluated(factor, method, call) is { } value ? product.Times(value) : null;
            }

            sum = sum is null || product is null ? null : part.IsNegative ? sum.Minus(product) : sum.Plus(product);
        }

        return sum;
    }

    private Extent? Evaluated(SizeAtom atom, IMethodSymbol method, IOperation call)
    {
        switch (atom.Kind)
        {
            case SizeAtomKind.Constant:
                return Extent.Exactly(atom.Value);
            case SizeAtomKind.TypeSize:
                return TypeSizes.Of(method.TypeArguments.LastOrDefault() ?? method.ContainingType.TypeArguments.LastOrDefault());
            case var kind when Operand(atom.Name, call) is { } operand:
                return kind switch
                {
                    SizeAtomKind.Amount => IsNumber(operand.Type) && !IsBlock(method, atom.Name) ? NumberIn(operand) : LengthOf(operand),
                    SizeAtomKind.ElementSize => TypeSizes.Of(ElementTypeOf(operand.Type)),
                    SizeAtomKind.Encoded => EncodedSize(Operand("this", call), TextOf(operand, call), IsNumber(operand.Type) ? NumberIn(operand) : LengthOf(operand)),
                    _ => BytesOf(operand, method, atom.Name),
                };
            default:
                return null;
        }
    }

    /// <summary>The constant text that is encoded, where all of it is.</summary>
    private static IOperation TextOf(IOperation operand, IOperation call) =>
        operand.ConstantValue.HasValue && Operand("s", call) is { ConstantValue.Value: string text } whole && Operand("charIndex", call)?.ConstantValue.Value is 0 && operand.ConstantValue.Value is int count && count == text.Length ? whole : operand;

    private Extent? BytesOf(IOperation operand, IMethodSymbol method, string name)
    {
        if (method.Parameters.FirstOrDefault(parameter => parameter.Name == name) is { RefKind: not RefKind.None })
        {
            return RefBytes(operand);
        }

        var holder = operand;
        while (holder is IConversionOperation { OperatorMethod: null } conversion)
        {
            holder = conversion.Operand;
        }

        return IsAddress(operand.Type) ? LengthOf(operand)
            : TypeSizes.Of(ElementTypeOf(HasLength(holder.Type) ? holder.Type : operand.Type)) is { IsAtLeast: false } size ? LengthOf(operand)?.Times(size) : null;
    }

    /// <summary>Whether a parameter is the address of a block, though its type is that of a number.</summary>
    private static bool IsBlock(IMethodSymbol method, string name) =>
        method.Parameters.FirstOrDefault(parameter => parameter.Name == name)?.Type.SpecialType == SpecialType.System_IntPtr;

    private static IOperation? Operand(string name, IOperation call)
    {
        var (instance, arguments) = call switch
        {
            IInvocationOperation invocation => (invocation.Instance, invocation.Arguments),
            IObjectCreationOperation creation => (null, creation.Arguments),
            IPropertyReferenceOperation property => (property.Instance, property.Arguments),
            _ => (null, ImmutableArray<IArgumentOperation>.Empty),
        };
        if (name == "this")
        {
            return instance;
        }

        foreach (var argument in arguments)
        {
            if (argument.Parameter?.Name == name)
            {
                return argument.Value;
            }
        }

        return null;
    }
}
