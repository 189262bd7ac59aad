// Which values are addresses that end with the method, with a fixed statement, or at the collector's next turn.
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Model;
using BufferLint.Model.Catalogs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Checks;

/// <summary>An address that ends too early.</summary>
/// <param name="Value">The address, or the view over it.</param>
/// <param name="End">When it ends.</param>
/// <param name="Taken">Where what it points into was allocated, declared or fixed, or else where the address was taken.</param>
internal sealed record FrameAddress(Value Value, AddressEnd End, SyntaxNode Taken);

internal sealed class FrameAddresses
{
    private readonly SolvedBody _body;
    private readonly Dictionary<Create, ValueSet> _fixed = new();
    private readonly PinnedObjects _pinned;

    private FrameAddresses(SolvedBody body)
    {
        _body = body;
        _pinned = PinnedObjects.Of(body);
    }

    /// <summary>The addresses of a body.</summary>
    public static FrameAddresses Of(SolvedBody body)
    {
        var addresses = new FrameAddresses(body);
        body.Resolution.Solver.ReplayForward<Create>(static made => made.Lease?.Family == ReleaseFamily.Fixed, (_, pin, state) =>
        {
            var pinned = pin.Pins is { } origin ? body.Resolution.Loans.Holds(state, origin) : ValueSet.Empty;
            addresses._fixed[pin] = addresses._fixed.TryGetValue(pin, out var known) ? known.Union(pinned) : pinned;
        });
        return addresses;
    }

    /// <summary>The address that a value is, if it ends too early to leave the method.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isFollowed">Whether the compiler follows it where it leaves, so that only what was hidden from it matters.</param>
    public FrameAddress? Of(Value value, bool isFollowed)
    {
        if (FixedPins.In(value) is { } pin)
        {
            return _fixed.TryGetValue(pin, out var pinned) && MayMove(pin.IsOfObject, pin.Field, pinned) ? new FrameAddress(value, AddressEnd.Fixed, pin.Syntax) : null;
        }

        var loan = value as Loan;
        if ((!isFollowed || loan is { Site.Effect.Addressing: not Addressing.Followed }) && FrameOf(loan?.Owner ?? value) is { } declared)
        {
            return new FrameAddress(value, AddressEnd.Return, declared);
        }

        return loan is { Site: { Effect.Addressing: Addressing.Unpinned } site } && !IsOfParameter(loan.Owner) && MayMove(site.IsOfObject, site.Field, ValueSet.Of(loan.Owner.Id)) && FrameOf(loan.Owner) is null
            ? new FrameAddress(value, AddressEnd.Collection, site.Syntax)
            : null;
    }

    /// <summary>The finding that an address leaves.</summary>
    public Finding FindingOf(FrameAddress address, AddressEscape escape)
    {
        var end = new Invalidate(address.Taken, escape.Holder, Effect.GiveBack(Slot.This, ReleaseFamily.Fixed), null, null, 1) { Id = escape.Fact.Id };
        var finding = new Finding(EscapingAddressCheck.Rule, address.Taken, address.Value, end, escape.Place ?? escape.Holder, escape.Fact) { End = address.End, IsKept = escape.Place is not null };

        // Nobody reads what is written into a stack frame that is gone.
        return LeaseFacts.AddTo(finding, (FindingProperties.MayWrite, address.End != AddressEnd.Return));
    }

    /// <summary>Where the variable or block of this very call's stack frame is declared that a value is.</summary>
    private SyntaxNode? FrameOf(Value value) => value switch
    {
        Created { Site.Syntax: StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax } made => made.Site.Syntax,
        Placeholder { Origin.Symbol: ILocalSymbol { IsRef: false, IsStatic: false, DeclaringSyntaxReferences: [var declaration] } local } when IsPlain(local.Type) && _body.Facts.IsOfBody(local) => declaration.GetSyntax(),
        Placeholder { Origin.Symbol: IParameterSymbol { RefKind: RefKind.None, DeclaringSyntaxReferences: [var declaration] } parameter } when IsPlain(parameter.Type) && _body.Facts.IsOfBody(parameter) => declaration.GetSyntax(),
        _ => null,
    };

    /// <summary>Whether a variable of a type never holds an object or address: under its name goes the variable itself.</summary>
    private static bool IsPlain(ITypeSymbol type) =>
        type is { IsUnmanagedType: true, SpecialType: not SpecialType.System_IntPtr } and not IPointerTypeSymbol && !HandleApis.IsHandle(type);

    private bool MayMove(bool isOfObject, ISymbol? field, ValueSet owners)
    {
        var all = owners.ToArray().Select(id => _body.Resolution.Values[id]).ToArray();
        return (isOfObject || all.Any(IsObject)) && !all.Any(_pinned.Contains) && !_pinned.IsByType(field?.ContainingType) && !(isOfObject && !all.Any(IsObject) && PinnedObjects.PinsItself(_body.Facts.Owner?.ContainingType));
    }

    private static bool IsObject(Value value) => value switch
    {
        Loan loan => IsObject(loan.Owner),
        Placeholder { Origin.Symbol: var symbol } => IsHeap((symbol as ILocalSymbol)?.Type ?? (symbol as IParameterSymbol)?.Type ?? (symbol as IFieldSymbol)?.Type),
        Part { Step.Type: var type } => IsHeap(type),
        Created { Site.Lease.Family: { } family } => family == ReleaseFamily.ArrayPool,
        Created { Site.Syntax: ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax } => true,
        _ => false,
    };

    private static bool IsHeap(ITypeSymbol? type) => type is IArrayTypeSymbol or { SpecialType: SpecialType.System_String };

    private static bool IsOfParameter(Value value) => value switch
    {
        Loan loan => IsOfParameter(loan.Owner),
        Part part => IsOfParameter(part.Of),
        Placeholder { Origin.Symbol: IParameterSymbol } => true,
        _ => false,
    };
}
