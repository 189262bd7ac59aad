// Addresses: of variables, of what a fixed statement keeps in its place, of what nothing does. Unsafe code has no
// operations of its own; its syntax tells what it is.
using System.Collections.Generic;
using System.Linq;
using BufferLint.Model;
using BufferLint.Model.Catalogs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

internal sealed partial class FactGenerator
{
    private readonly Dictionary<SyntaxNode, Origin> _pins = new();
    private bool _takesAddresses;

    /// <summary>The declarator of a fixed statement that an operation is the value of; <see langword="null"/> for all others.</summary>
    private static VariableDeclaratorSyntax? FixedDeclarator(IOperation operation) =>
        operation is { Kind: OperationKind.None, Syntax.Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: FixedStatementSyntax } declarator } } ? declarator : null;

    private Origin? AddressOf(IAddressOfOperation address)
    {
        _takesAddresses = true;
        var reached = EvaluateRef(address.Reference);
        if (reached is not null && address.Reference is (ILocalReferenceOperation or IParameterReferenceOperation))
        {
            // Whoever has the address of a variable can release what it holds; to hand it out is no use of that.
            Emit(new Use(address.Syntax, reached, UseKind.Derive) { IsTransfer = true, IsOfNumber = true });
            if (PutThrough.MayBeDoneWith(address, _cancellation) && address.Reference.Type is IPointerTypeSymbol or { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } && Fresh(address, address.Reference.Type) is { } other)
            {
                // Who is called with it may put another address there, as native code does with its results.
                EmitFlow(address, reached, other);
            }
        }

        return reached ?? VariableAround(address.Reference);
    }

    /// <summary>Parts of what is made of numbers alone have no names of their own: what becomes of an address or a handle in it is not seen.</summary>
    private void LoseSight(Origin? value, IOperation where, ITypeSymbol? whole)
    {
        if (whole is { IsUnmanagedType: true })
        {
            Emit(value, UseKind.Derive, where, isTransfer: true);
        }
    }

    /// <summary>A struct that is made of numbers alone, where an address was put into one of its fields.</summary>
    private Origin? WithAddresses(IOperation value) =>
        value.Type is { IsUnmanagedType: true, SpecialType: SpecialType.None } && Find(value) is { Children.Count: > 0 } whole ? whole : null;

    /// <summary>A buffer of fixed size is where the struct is that it stands in.</summary>
    private Origin? FixedBuffer(IFieldReferenceOperation buffer)
    {
        _takesAddresses = true;
        return VariableAround(buffer);
    }

    /// <summary>The address of what may move again when the statement ends.</summary>
    private Origin? KeptInPlace(IOperation initializer, VariableDeclaratorSyntax declarator)
    {
        var place = initializer.ChildOperations.FirstOrDefault();
        var reached = Evaluate(place);
        EmitUse(reached, UseKind.Pass, initializer);
        var address = reached is null ? Fresh(initializer, initializer.Type) : Joined(initializer, CastByFixed(initializer, place, reached) is { } cast ? [reached, cast] : [reached]);
        if (place is null || address is null || IsInPlace(place))
        {
            return address;
        }

        _takesAddresses = true;
        var made = Temporary(initializer);
        Emit(new Create(declarator, made, NeverMoves: false) { Lease = Effect.Acquire(ReleaseFamily.Fixed), Pins = reached, IsOfObject = IsInObject(place), Field = FieldOf(place) });
        var pin = _origins.OfPin(declarator.Identifier.ValueText);
        EmitFlow(initializer, pin, made);
        Emit(new OriginFlow(initializer.Syntax, address, [pin], Adds: true, Dereferences: false));
        _pins[declarator] = pin;
        return address;
    }

    /// <summary>Where a fixed statement is left, what it kept in its place may move.</summary>
    private void EndFixed(ControlFlowBranch? branch)
    {
        if (_pins.Count == 0 || branch is null)
        {
            return;
        }

        foreach (var local in branch.LeavingRegions.SelectMany(static region => region.Locals))
        {
            if (local is { IsFixed: true, DeclaringSyntaxReferences: [var declaration] } && _pins.TryGetValue(declaration.GetSyntax(_cancellation), out var pin))
            {
                Learn(branch, new EndsFixed(new Invalidate(declaration.GetSyntax(_cancellation), pin, Effect.GiveBack(Slot.This, ReleaseFamily.Fixed), null, null, 1) { Id = _count++ }));
            }
        }
    }

    /// <summary>What a member makes of a reference that C# does not follow any more; <see langword="null"/> for other members.</summary>
    private Origin? Addressed(Call call)
    {
        if (AddressApis.Of(call.Member) is var addressing && addressing == Addressing.Followed ||
            call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 0) is not { Operation.Value: { } place } given)
        {
            return null;
        }

        var isOfObject = IsInObject(place);
        if ((given.Origin ?? (isOfObject || IsReadOnlyField(place) ? Unnamed(place) : null)) is not { } owner)
        {
            return null;
        }

        _takesAddresses = true;
        var address = Temporary(call.Operation);
        Emit(new Issue(call.Operation.Syntax, address, owner, ViewBy(call) with { Addressing = addressing }, null) { IsOfObject = isOfObject, Field = FieldOf(place) });
        return address;
    }

    private Origin Unnamed(IOperation place)
    {
        var owner = Temporary(place);
        Emit(new Create(place.Syntax, owner, NeverMoves: false) { IsReadOnly = _scan.CastsReadOnlyAway && IsReadOnlyField(place) });
        return owner;
    }

    /// <summary>The variable in which a field lies whose reference goes where C# does not follow.</summary>
    private Origin? PlaceGiven(IArgumentOperation argument) =>
        argument.Parameter is { Ordinal: 0, ContainingSymbol: { } member } && AddressApis.Of(member) != Addressing.Followed ? VariableAround(argument.Value) : null;

    /// <summary>The variable that a place lies in, where it is a struct's field and the variable the struct.</summary>
    private Origin? VariableAround(IOperation? place) => place switch
    {
        ILocalReferenceOperation or IParameterReferenceOperation => EvaluateRef(place),
        IFieldReferenceOperation { Instance: { Type.IsValueType: true } whole } => VariableAround(whole),
        _ => null,
    };

    /// <summary>Whether a place surely lies in an object of the collector's, which may move.</summary>
    private static bool IsInObject(IOperation? place) => place switch
    {
        IAddressOfOperation address => IsInObject(address.Reference),
        IConversionOperation conversion => IsInObject(conversion.Operand),
        IArrayElementReferenceOperation => true,
        IFieldReferenceOperation { Field.IsFixedSizeBuffer: true, Instance: { } whole } => whole.Type is { IsReferenceType: true } || IsInObject(whole),
        IFieldReferenceOperation { Field.IsStatic: false, Instance: { Type: not IPointerTypeSymbol } whole } field when !IsHeapType(field.Type) => whole.Type is { IsReferenceType: true } || IsInObject(whole),
        IInvocationOperation { TargetMethod: { ContainingType.Name: "MemoryMarshal" or "MemoryExtensions" or "Unsafe" or "Span" or "ReadOnlySpan" } called } invocation =>
            IsInObject(called.IsStatic ? invocation.Arguments.FirstOrDefault()?.Value : invocation.Instance),
        _ => place is { ConstantValue.HasValue: false } && IsHeapType(place.Type),
    };

    /// <summary>The field or property that holds the array or string that a place lies in.</summary>
    private static ISymbol? FieldOf(IOperation? place) => place switch
    {
        IAddressOfOperation address => FieldOf(address.Reference),
        IConversionOperation conversion => FieldOf(conversion.Operand),
        IArrayElementReferenceOperation element => FieldOf(element.ArrayReference),
        IInvocationOperation { TargetMethod.IsStatic: true, Arguments: [var first, ..] } => FieldOf(first.Value),
        IMemberReferenceOperation member when IsHeapType(member.Type) => member.Member,
        _ => null,
    };

    private static bool IsHeapType(ITypeSymbol? type) => type is IArrayTypeSymbol or { SpecialType: SpecialType.System_String };

    /// <summary>Whether what a fixed statement names cannot move anyway: data of the assembly, and static variables of unmanaged types.</summary>
    private static bool IsInPlace(IOperation place) => place switch
    {
        IAddressOfOperation address => IsInPlace(address.Reference),
        IConversionOperation conversion => IsInPlace(conversion.Operand),
        IUtf8StringOperation => true,
        IFieldReferenceOperation { Field.IsStatic: true, Type.IsUnmanagedType: true } => true,
        IFieldReferenceOperation { Instance: { Type.IsValueType: true } whole } => IsInPlace(whole),
        _ => place.ConstantValue.HasValue,
    };
}
