// Which storage is known to be read-only where it is cast to writable: never by the syntax of the cast, always by what its
// operand holds. Storage of this method's own is nobody else's business, by whatever read-only name it went in between.
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Checks;

internal static class ReadOnlyStorage
{
    /// <summary>Whether what a loan leads to was made writable, and is not to be written.</summary>
    public static bool IsCast(Value value) => value is Loan { Site.Effect: { CastsAwayReadOnly: true } effect, Owner: var owner } && (effect.IsOfRefusing || IsReadOnly(owner));

    /// <summary>Whether an object is one that refuses to be written, or a text or constant that somebody else has.</summary>
    public static bool IsReadOnly(Value value) => value switch
    {
        Created made => made.Site.IsReadOnly,
        Part { Step: { Type: { } type } step } => ReadOnlyTypes.IsReadOnly(type) && !IsOfSegment(step),
        Placeholder { Origin.Symbol: IParameterSymbol parameter } => IsReadOnly(parameter.Type) || IsByReference(parameter),
        Placeholder { Origin.Symbol: ILocalSymbol local } => local.IsConst || local.RefKind == RefKind.In,
        Placeholder { Origin.Symbol: IFieldSymbol { Type: var type } } => ReadOnlyTypes.IsReadOnly(type),
        Placeholder { Origin.Symbol: IPropertySymbol { Type: var type } } => ReadOnlyTypes.IsReadOnly(type),
        Released released => IsReadOnly(released.Of),
        _ => false,
    };

    /// <summary>Whether something may not be written by whoever has it, without any cast: a stream that was made to be read, a text.</summary>
    public static bool Refuses(Value value) => value switch
    {
        Created made => made.Site.IsReadOnly,
        Placeholder { Origin.Symbol: { } symbol } => ((symbol as IParameterSymbol)?.Type ?? (symbol as ILocalSymbol)?.Type ?? (symbol as IFieldSymbol)?.Type) is { SpecialType: SpecialType.System_String },
        Part { Step.Type: { SpecialType: SpecialType.System_String } } => true,
        _ => false,
    };

    /// <summary>Whether a handle is that of a view which was mapped to be read.</summary>
    public static bool IsOfReadOnlyView(Value handle) => handle is Part { Step.IsHandleOfView: true, Of: Created { Site.IsReadOnly: true } };

    /// <summary>Whether what is lent only to be read is a variable that may have a buffer of its own: a callee writes that, not the variable.</summary>
    public static bool MayHoldBuffer(Value value) =>
        value is Placeholder { Origin.Symbol: IParameterSymbol { Type: { IsUnmanagedType: false } type } parameter } && IsByReference(parameter) && !IsReadOnly(type);

    private static bool IsReadOnly(ITypeSymbol type) => ReadOnlyTypes.IsReadOnly(type);

    /// <summary>Whether a member is what a segment shows of its buffer: who makes segments fills them.</summary>
    private static bool IsOfSegment(PathStep step) => step.Symbol is { Name: "Memory", ContainingType.Name: "ReadOnlySequenceSegment" };

    /// <summary>Whether storage was lent by the caller, or is one that nobody may ever write.</summary>
    public static bool IsLentOrFrozen(Value value) => value switch
    {
        Part { Step.Type: var type } => !ViewTypes.IsReadOnlyView(type),
        Placeholder { Origin.Symbol: IFieldSymbol { Type: var type } } => !ViewTypes.IsReadOnlyView(type),
        _ => true,
    };

    /// <summary>Whether a parameter is a variable of the caller's that only the caller may write.</summary>
    private static bool IsByReference(IParameterSymbol parameter) =>
        parameter is { RefKind: RefKind.In or RefKind.RefReadOnlyParameter, Type: { IsReferenceType: false } type } && !ViewTypes.IsView(type);
}
