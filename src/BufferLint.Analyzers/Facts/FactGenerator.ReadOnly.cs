// What may only be read: constants, texts, read-only views that came from elsewhere, objects made to refuse writes; where
// that is cast away; and who writes what it is given. Texts are followed only in bodies that cast something away.
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Model;
using BufferLint.Model.Catalogs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

internal sealed partial class FactGenerator
{
    private static readonly Effect CastAway = Effect.View(Slot.This) with { CastsAwayReadOnly = true };

    private bool _followsReadOnly;

    /// <summary>Whether a value of a type can hold a view or name an owner.</summary>
    private bool Carries(ITypeSymbol? type) => _model.Types.Carries(type) || (_scan.CastsReadOnlyAway && type is { SpecialType: SpecialType.System_String });

    /// <summary>A text or array that lies in the assembly.</summary>
    private Origin? Constant(IOperation operation, ITypeSymbol? type)
    {
        if (!_scan.CastsReadOnlyAway || !ReadOnlyTypes.IsReadOnlyView(type))
        {
            return null;
        }

        var result = Temporary(operation);
        Emit(new Create(operation.Syntax, result, NeverMoves: false) { IsReadOnly = true });
        return result;
    }

    /// <summary>What a body makes of constants alone, if it is left in the assembly: there it may be handed out too.</summary>
    private Origin? Data(IOperation operation, bool isData)
    {
        if (!isData)
        {
            return null;
        }

        var result = Temporary(operation);
        Emit(new Create(operation.Syntax, result, NeverMoves: false) { IsReadOnly = true });
        return result;
    }

    /// <summary>How a member's result reaches what it is a view of.</summary>
    private static Effect ViewBy(Call call) => CastsAway(call) ? CastAway : Effect.View(Slot.This);

    /// <summary>Whether what a member makes of its receiver or first argument may be written, and that may not.</summary>
    private static bool CastsAway(Call call) => ReadOnlyCasts.IsCast(call.Member) && Operand(call) is { } operand && (IsReadOnlyPlace(operand) || ReadOnlyTypes.IsReadOnlyView(operand.Type) || ReadOnlyTypes.IsReadOnlyView(Peel(operand).Type));

    private static IOperation? Operand(Call call) => Receiver(call.Operation) ?? call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 0).Operation?.Value;

    /// <summary>The result of a member of a text or frozen array, or of one that casts such a thing: a view of it.</summary>
    private Origin? OfReadOnly(Call call)
    {
        if (!_scan.CastsReadOnlyAway || Source(call) is not { } source)
        {
            return null;
        }

        return (CastsAway(call) && call.ResultType is IArrayTypeSymbol) || (IsViewResult(call) && ReadOnlyTypes.IsReadOnlyView(Receiver(call.Operation)?.Type))
            ? Issue(call.Operation, source, ViewBy(call), key: null, isUsed: true)
            : null;
    }

    /// <summary>A handle that keeps a text in its place tells where it is.</summary>
    private void EmitPinnedText(Call call, Origin handle)
    {
        if (_scan.CastsReadOnlyAway && call.Member.Name == "Alloc" && CastsAway(call) && Source(call) is { } text)
        {
            Emit(new OriginFlow(call.Operation.Syntax, handle, ImmutableArray.Create(Issue(call.Operation, text, CastAway, key: null, isUsed: true)), Adds: true, Dereferences: false));
        }
    }

    /// <summary>Whether a reference to a place may only be read.</summary>
    private static bool IsReadOnlyPlace(IOperation? place) => place switch
    {
        IAddressOfOperation address => IsReadOnlyPlace(address.Reference),
        IParameterReferenceOperation { Parameter: { RefKind: RefKind.In or RefKind.RefReadOnlyParameter, Type: var type } } => !ViewTypes.IsView(type),
        ILocalReferenceOperation { Local.RefKind: RefKind.In } => true,
        IPropertyReferenceOperation { Property.ReturnsByRefReadonly: true } => true,
        IInvocationOperation { TargetMethod.ReturnsByRefReadonly: true } => true,
        IFieldReferenceOperation { Field.IsReadOnly: true } => true,
        IFieldReferenceOperation { Instance: { Type.IsValueType: true } whole } => IsReadOnlyPlace(whole),
        _ => false,
    };

    /// <summary>Whether a place is a field of this object, or a static one, that is written where the object is made and nowhere else.</summary>
    private bool IsReadOnlyField(IOperation place) =>
        place is IFieldReferenceOperation { Field: { IsReadOnly: true, Type: { IsValueType: true } type } field, Instance: null or IInstanceReferenceOperation } && !ViewTypes.IsView(type) && type.IsUnmanagedType &&
        _owner is not null && SymbolEqualityComparer.Default.Equals(field.ContainingType, _owner.ContainingType) && !MakesObject(_owner);

    /// <summary>Whether code runs where its object is made, in a function of a constructor too.</summary>
    private static bool MakesObject(ISymbol code) =>
        code is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } or IMethodSymbol { IsInitOnly: true } || (code is IMethodSymbol { ContainingSymbol: not INamedTypeSymbol and { } outer } && (outer is IFieldSymbol or IPropertySymbol || MakesObject(outer)));

    /// <summary>Whether a text comes out that a memory of characters is a view of.</summary>
    private bool GivesTextBehind(Call call, IParameterSymbol parameter) =>
        _scan.CastsReadOnlyAway && parameter is { RefKind: RefKind.Out, Type.SpecialType: SpecialType.System_String } && call.Member is { Name: "TryGetString", ContainingType.Name: "MemoryMarshal" };

    /// <summary>What a <c>fixed</c> statement makes writable.</summary>
    private Origin? CastByFixed(IOperation initializer, IOperation? place, Origin? reached) =>
        reached is not null && place is not null && (IsReadOnlyPlace(place) || ReadOnlyTypes.IsReadOnlyView(Peel(place).Type))
            ? Issue(initializer, reached, CastAway, key: null, isUsed: true)
            : null;

    /// <summary>A value under a type that lets it be written, where its own does not.</summary>
    private Origin CastToWritable(IOperation where, Origin operand, ITypeSymbol? from, ITypeSymbol? to)
    {
        if (!_scan.CastsReadOnlyAway || !IsCastToWritable(from, to))
        {
            return operand;
        }

        // A wrapper refuses by itself; behind an interface may be anything.
        var cast = Issue(where, operand, CastAway with { IsSameObject = true, IsOfRefusing = ReadOnlyTypes.IsWrapper(from) }, key: null, isUsed: true);
        return Joined(where, ImmutableArray.Create(operand, cast));
    }

    /// <summary>Whether a conversion gives something that may be read only a type by which it may be written.</summary>
    public static bool IsCastToWritable(ITypeSymbol? from, ITypeSymbol? to) =>
        ReadOnlyTypes.IsWritable(to) && from is not IArrayTypeSymbol && ReadOnlyTypes.IsReadOnly(from) && (ReadOnlyTypes.IsWrapper(from) || !ReadOnlyTypes.IsReadOnlyView(from));

    /// <summary>Whether what an operation gives, or makes, is not to be written.</summary>
    private bool IsReadOnly(IOperation operation, ITypeSymbol? type) => operation switch
    {
        IObjectCreationOperation creation => RefusesWrites(creation.Arguments),
        IInvocationOperation { TargetMethod.Name: "CreateViewAccessor" or "CreateViewStream" } mapping => RefusesWrites(mapping.Arguments),
        _ when !_scan.CastsReadOnlyAway || !(ReadOnlyTypes.IsReadOnlyView(type) || ReadOnlyTypes.IsWrapper(type)) => false,
        IInvocationOperation { TargetMethod: var called } => !ReadOnlyCasts.MakesNew(called),
        _ => operation is IPropertyReferenceOperation or IArrayElementReferenceOperation or IAwaitOperation or IUtf8StringOperation,
    };

    /// <summary>Whether what is made here may not be written once others have it.</summary>
    private bool IsNewReadOnly(IOperation operation, ITypeSymbol? type) =>
        _scan.CastsReadOnlyAway && ReadOnlyTypes.IsReadOnly(type) && operation is IObjectCreationOperation or IInvocationOperation;

    /// <summary>Whether a stream or mapped view is asked to be read only.</summary>
    private bool RefusesWrites(ImmutableArray<IArgumentOperation> arguments)
    {
        var refuses = arguments.Any(IsRefusal);
        _followsReadOnly |= refuses;
        return refuses;
    }

    private static bool IsRefusal(IArgumentOperation argument) => argument switch
    {
        { Parameter.Name: "writable", Value.ConstantValue: { HasValue: true, Value: false } } => true,
        { Parameter.Type: { Name: "MemoryMappedFileAccess" } access, Value.ConstantValue: { HasValue: true, Value: int value } } => access.GetMembers().OfType<IFieldSymbol>().Any(field => field.Name is "Read" or "ReadExecute" && Equals(field.ConstantValue, value)),
        _ => false,
    };

    /// <summary>Whether the elements of an array are constants that the compiler leaves in the assembly, for a span that only reads them.</summary>
    private static bool IsData(IArrayCreationOperation creation) =>
        creation is { Parent: IConversionOperation { Type: INamedTypeSymbol { MetadataName: "ReadOnlySpan`1" } }, Initializer.ElementValues: { Length: > 0 } elements } && AreData(elements);

    private static bool AreData(ImmutableArray<IOperation> elements) => elements.All(static element => element is { ConstantValue.HasValue: true, Type.SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_Double });

    private static bool IsData(ICollectionExpressionOperation collection) =>
        collection is { Type: INamedTypeSymbol { MetadataName: "ReadOnlySpan`1" }, Elements.Length: > 0 } && AreData(ImmutableArray.CreateRange(collection.Elements, static element => element is IConversionOperation { ConstantValue.HasValue: true } ? element : Peel(element)));

    /// <summary>Whether an argument is written by whom it is given to.</summary>
    private static bool IsWritten(Call call, IParameterSymbol parameter, CallSite? site) =>
        site is null ? WriteApis.WritesParameter(call.Member, parameter) : site.Summary.Writes.Contains(parameter.Ordinal);

    /// <summary>What is handed over to be read by others is not to be written by its old name either.</summary>
    private void EmitMadeReadOnly(Call call, Argument argument)
    {
        if (argument is { Origin: { } given, Parameter: { Ordinal: 0, Type: var type } } && ReadOnlyCasts.HandsOver(call.Member) && (type is IArrayTypeSymbol || ViewTypes.IsOverArray(type)))
        {
            _followsReadOnly = true;
            Emit(new Use(call.Operation.Syntax, given, UseKind.Derive) { IsMadeReadOnly = true });
        }
    }

    /// <summary>Whether a struct is reached by a reference, in a body that makes references writable: a member that changes it changes what is referred to.</summary>
    private bool IsWrittenInPlace(IOperation? receiver) =>
        _scan.CastsReadOnlyAway && receiver is { Type: { IsValueType: true } type } && !ViewTypes.IsView(type) &&
        receiver is IInvocationOperation { TargetMethod.ReturnsByRef: true } or ILocalReferenceOperation { Local.IsRef: true };

    /// <summary>Whether a member of a struct assigns a field of it.</summary>
    private bool ChangesStruct(Call call) =>
        call is { Member: IMethodSymbol { IsStatic: false, IsReadOnly: false, ContainingType: { IsValueType: true } type, DeclaringSyntaxReferences.IsEmpty: false } method } &&
        IsWrittenInPlace(Receiver(call.Operation)) && AssignedBy(method).Any(name => type.GetMembers(name).Any(static member => member is IFieldSymbol or IPropertySymbol));

    /// <summary>What a call puts into storage that it is given by <c>out</c>.</summary>
    private void EmitWrittenByOut(Argument argument)
    {
        if (_scan.CastsReadOnlyAway && argument is { Origin: { } written, Parameter.RefKind: RefKind.Out } && IsThroughView(argument.Operation.Value))
        {
            Emit(written, UseKind.Derive, argument.Operation, isTransfer: false, isWritten: true);
        }
    }

    /// <summary>Whether the receiver is written by the member that is called on it.</summary>
    private bool IsReceiverWritten(Call call, CallSite? site) => ChangesStruct(call) ||
        (site is null ? WriteApis.WritesReceiver((call.Operation as IInvocationOperation)?.TargetMethod ?? call.Member) : site.Summary.Writes.Contains(FunctionSummary.Receiver));

    /// <summary>Whether a place is a field of what a pointer leads to.</summary>
    private static bool IsThroughPointer(IOperation? instance) => instance switch
    {
        { Kind: OperationKind.None, Syntax: PrefixUnaryExpressionSyntax or ElementAccessExpressionSyntax or MemberAccessExpressionSyntax or IdentifierNameSyntax or ParenthesizedExpressionSyntax } => true,
        IFieldReferenceOperation { Instance: { Type.IsValueType: true } outer } => IsThroughPointer(outer),
        _ => false,
    };
}
