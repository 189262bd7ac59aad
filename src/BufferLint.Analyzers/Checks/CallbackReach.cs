// What the code that is called back can get hold of: with a delegate, what the caller has too; with an override, the
// fields of this object. Of both, only what a member they can call changes.
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Flow;
using Microsoft.CodeAnalysis;

namespace BufferLint.Checks;

/// <summary>One callback and the buffers within its reach.</summary>
internal sealed class CallbackReach
{
    private readonly SolvedBody _body;
    private readonly Callback _callback;
    private HashSet<string>? _guards;

    private CallbackReach(SolvedBody body, Callback callback)
    {
        _body = body;
        _callback = callback;
    }

    /// <summary>The reach of a callback; <see langword="null"/> if what is called is nobody else's.</summary>
    public static CallbackReach? Of(SolvedBody body, Callback callback, HeldValues held) =>
        callback.IsOverridable || body.Resolution.Loans.Holds(held, callback.Called).ToArray().Any(id => IsSupplied(body.Resolution.Values[id])) ? new CallbackReach(body, callback) : null;

    /// <summary>Whether the code called back may break a loan: its owner is a collection in a field, or was given by the caller.</summary>
    public bool Covers(Loan loan) => loan.Owner switch
    {
        Placeholder { Origin.Symbol: IParameterSymbol { Type: not IArrayTypeSymbol } parameter } => !_callback.IsOverridable && _body.Outside.IsMutable(parameter.Type),
        Part { Step: { IsStale: false, Symbol: IParameterSymbol { Type: not IArrayTypeSymbol } parameter } } => !_callback.IsOverridable && _body.Outside.IsMutable(parameter.Type),
        Placeholder { Origin.Symbol: (IFieldSymbol or IPropertySymbol) and var field } => MayBreak(field),
        Part { Step: { IsStale: false, Symbol: (IFieldSymbol or IPropertySymbol) and var field }, Of: var holder } => IsReachable(holder) && MayBreak(field),
        _ => false,
    };

    private bool MayBreak(ISymbol field)
    {
        _guards ??= ReentrancyGuards.In(ReentrancyGuards.MemberAround(_callback.Syntax));
        return _body.Outside.MayBreak(field, _guards) && !ReentrancyGuards.ComparesVersions(ReentrancyGuards.MemberAround(_callback.Syntax));
    }

    /// <summary>Whether others have an object too: this one, one the caller has, or one that anybody reaches through them.</summary>
    private bool IsReachable(Value holder) => holder switch
    {
        Placeholder { Origin: var origin } => origin == _body.Facts.Origins.This || (!_callback.IsOverridable && origin.Symbol is IParameterSymbol or IFieldSymbol or IPropertySymbol),
        Part { Step: { IsStale: false, Symbol: { DeclaredAccessibility: not Accessibility.Private } and not IParameterSymbol }, Of: var outer } => !_callback.IsOverridable && IsReachable(outer),
        _ => false,
    };

    /// <summary>Whether a view is of an array that a local variable was given before, to go on with it whatever the field holds by then.</summary>
    public static bool IsOfKeptArray(Loan loan) => loan is { Site.Owner.Symbol: ILocalSymbol, Owner: Part { Step.Type: IArrayTypeSymbol } or Placeholder { Origin.Symbol: IFieldSymbol { Type: IArrayTypeSymbol } } };

    /// <summary>A delegate that came in: a parameter, a field or property of whoever, an event. A private constant of this type is its own.</summary>
    private static bool IsSupplied(Value called) => called switch
    {
        Placeholder { Origin.Symbol: IParameterSymbol { Type.TypeKind: TypeKind.Delegate } } => true,
        Placeholder { Origin.Symbol: (IFieldSymbol or IPropertySymbol or IEventSymbol) and var member } => IsOpen(member),
        Part { Step: { IsStale: false, Symbol: (IFieldSymbol or IPropertySymbol or IEventSymbol or IParameterSymbol) and var member } } => IsOpen(member),
        _ => false,
    };

    private static bool IsOpen(ISymbol member) => member is not IFieldSymbol { IsStatic: true, IsReadOnly: true, DeclaredAccessibility: Accessibility.Private };
}
