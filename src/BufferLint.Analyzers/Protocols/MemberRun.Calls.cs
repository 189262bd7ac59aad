// What calls do: those that exchange variables, those that give storage back, those whose code can be run.
using System.Collections.Generic;
using System.Linq;
using BufferLint.Graph;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Protocols;

internal sealed partial class MemberRun
{
    private Content Call(IInvocationOperation call, ObjectState state)
    {
        var method = call.TargetMethod;
        var nested = NestedOf(call);
        var receiver = call.Instance is IInstanceReferenceOperation || nested is not null ? Content.Unknown : Evaluate(call.Instance, state);
        var self = call.Instance is { } instance ? ReceiverOf(instance, method) : _context.IsOwnStatic(method) ? Place.Static : null;
        var arguments = new Content[method.Parameters.Length];
        foreach (var argument in call.Arguments)
        {
            var content = argument.Parameter is { RefKind: RefKind.Out } ? Content.Unknown : Evaluate(argument.Value, state);
            if (argument.Parameter is { } parameter && parameter.Ordinal < arguments.Length)
            {
                arguments[parameter.Ordinal] = content;
            }
        }

        if (state.IsDead)
        {
            return Content.Unknown;
        }

        GiveWhole(call, state);
        if (nested is { } within)
        {
            return RunNested(within, call, arguments, state);
        }

        if (CallOfWhole(call, receiver, arguments, state) is { } whole)
        {
            return whole;
        }

        if (Exchange(call, arguments, state) is { } exchanged)
        {
            return exchanged;
        }

        if (GiveBack(call, receiver, arguments, state))
        {
            return Content.Unknown;
        }

        if (KnownCalls.IsValueOfNullable(method))
        {
            return receiver;
        }

        if (KnownCalls.IsEmptyArray(method))
        {
            return Content.Known(KnownCalls.EmptyArray);
        }

        state.IsFinalizeSuppressed |= KnownCalls.IsSuppressFinalize(method);
        for (var ordinal = 0; ordinal < arguments.Length; ordinal++)
        {
            if (KnownCalls.ThrowsIf(method.Parameters[ordinal]) is { } thrown && TruthOf(arguments[ordinal]) == thrown)
            {
                state.IsDead = true;
                return Content.Unknown;
            }
        }

        if (KnownCalls.NeverReturns(method))
        {
            state.IsDead = true;
            return Content.Unknown;
        }

        var hadLease = self is not null && state.HoldsStorageWithin(self);
        if (Run(Target(method, call, self, receiver), self, arguments, call, state) is { } known)
        {
            if (hadLease && IsElement(call.Instance) && !state.HoldsStorageWithin(self!))
            {
                state.Empty();
            }

            return known;
        }

        HandOver(call, receiver, arguments, state);
        if (call.Instance is IInstanceReferenceOperation || call.Arguments.Any(static argument => Bare(argument.Value) is IInstanceReferenceOperation))
        {
            return AskUnseen(method, state);
        }

        if (_context.Model.EffectsOf(method).Any(static effect => effect.Kind == EffectKind.Acquires))
        {
            return Made(call);
        }

        return (_context.OfValues > 0 && call.Instance is not { Type.IsValueType: true }) || arguments.Aggregate(receiver, static (all, argument) => all.With(argument)) is { Knowledge: Knowledge.Changed } || (PlaceOf(call.Instance) is { IsOfObject: true } place && state.Of(place).Knowledge == Knowledge.Changed) ? Content.Changed : Content.Unknown;
    }

    /// <summary>Whoever is given the object in a field, the extension methods of its type among them, may change what that has.</summary>
    private void GiveWhole(IInvocationOperation call, ObjectState state)
    {
        if (KnownCalls.TouchNothing.Contains(call.TargetMethod.Name))
        {
            return;
        }

        foreach (var argument in call.Arguments)
        {
            if (PlaceOf(Bare(argument.Value)) is { } given && !given.IsRoot && argument.Value.Type is { IsReferenceType: true } && state.Watched.IsWithin(given))
            {
                state.AssignWhole(given);
            }
        }
    }

    private IMethodSymbol Target(IMethodSymbol method, IInvocationOperation call, Place? self, Content receiver) =>
        CopiedType(call, receiver)?.FindImplementationForInterfaceMember(method) is IMethodSymbol implemented ? implemented.OriginalDefinition
        : call.IsVirtual && call.Instance is { Syntax: not Microsoft.CodeAnalysis.CSharp.Syntax.BaseExpressionSyntax } && Equals(self, Place.This) ? _context.Dispatched(method) : method.OriginalDefinition;

    /// <summary>What a call of <c>Interlocked</c> or <c>Volatile</c> results in; <see langword="null"/> if it is none.</summary>
    private Content? Exchange(IInvocationOperation call, Content[] arguments, ObjectState state)
    {
        if (call.TargetMethod is not { IsStatic: true, Parameters: [{ RefKind: not RefKind.None }, ..] } method || call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 0)?.Value is not { } target)
        {
            return null;
        }

        var old = arguments[0];
        if (KnownCalls.IsInterlocked(method, "Exchange") || KnownCalls.IsVolatile(method, "Write"))
        {
            Set(target, arguments[1], state);
            return TakenFrom(target, old, state);
        }

        if (KnownCalls.IsInterlocked(method, "CompareExchange"))
        {
            var isSame = old.Storage != Storage.None && old.Storage == arguments[2].Storage ? true : Comparisons.Of(BinaryOperatorKind.Equals, old, arguments[2]).Truth;
            if (isSame != false)
            {
                Set(target, isSame == true ? arguments[1] : arguments[1].Join(Content.Changed), state);
                return TakenFrom(target, old, state);
            }

            return old;
        }

        if (KnownCalls.IsInterlocked(method, method.Name))
        {
            Set(target, Content.Changed, state);
            return Content.Changed;
        }

        return KnownCalls.IsVolatile(method, "Read") ? old : null;
    }

    /// <summary>What was in a place that got something else: no longer what the watched field has now.</summary>
    private Content TakenFrom(IOperation target, Content old, ObjectState state) =>
        (PlaceOf(target) is not { } place || place.Equals(state.Watched)) && (state.Of(state.Watched).Storage & Storage.Present) != 0 ? old with { Storage = old.Storage & ~Storage.Present } : old;

    /// <summary>Whether a call gives storage back by table, annotation or shape; what it gives back then is noted.</summary>
    private bool GiveBack(IInvocationOperation call, Content receiver, Content[] arguments, ObjectState state)
    {
        var gives = false;
        foreach (var effect in _context.Model.EffectsOf(call.TargetMethod, (call.Instance is { } instance ? Bare(instance) : null)?.Type))
        {
            if (effect.Kind == EffectKind.Advances && effect.Of.Equals(Slot.This) && IsReadResult(state.Watched.Member) && call.Arguments.Any(argument => argument.Value.DescendantsAndSelf().Any(part => state.Watched.Equals(PlaceOf(part)))))
            {
                Release(state.Of(state.Watched), call.Syntax, effect, state);
            }

            if (!effect.GivesBack || effect.Family!.IsAskedOfHandle || effect.Of.IsResult || effect.Of.Ordinal >= arguments.Length)
            {
                continue;
            }

            gives = true;
            var content = effect.Of.Equals(Slot.This) ? receiver : arguments[effect.Of.Ordinal];
            Release(content, call.Syntax, effect, state);
            if (effect.Of.Equals(Slot.This) && call.Instance is { Type.IsValueType: true } handle && !IsCopied(handle))
            {
                Set(handle, Content.Changed, state);
            }
        }

        return gives;
    }

    /// <summary>Whether a field holds what a reader gave, which is good until that advances.</summary>
    private static bool IsReadResult(ISymbol? field) => field is not null && WatchedFields.TypeOf(field) is { Name: "ReadResult" or "ReadOnlySequence" };

    private void Release(Content content, SyntaxNode where, Effect effect, ObjectState state)
    {
        if (content.Storage == Storage.None)
        {
            return;
        }

        if (content.IsWhole)
        {
            state.Empty();
            return;
        }

        if ((content.Storage & state.Released & Storage.Former) != 0 && effect is { GivesBack: true, IsIdempotent: false })
        {
            state.Note(new MemberEvent(content.GivenAt ?? _calledAt ?? where, IsRelease: true));
        }

        state.Release(content.Storage, content.GivenAt ?? _calledAt ?? where, effect);
    }

    /// <summary>Code that nobody sees is asked about the object: whatever it says may depend on who was called before, and a check may throw.</summary>
    private Content AskUnseen(IMethodSymbol method, ObjectState state)
    {
        if (KnownCalls.IsCheck(method))
        {
            state.IsDead = TruthOf(Content.Changed) == true;
        }

        return Content.Changed;
    }

    /// <summary>Runs an accessor of the object itself.</summary>
    private Content RunOwn(IMethodSymbol accessor, Content[] arguments, IOperation reference, ObjectState state) =>
        Run(Equals(_self, Place.This) ? _context.Dispatched(accessor) : accessor.OriginalDefinition, _self, arguments, reference, state) ?? Content.Changed;

    /// <summary>Runs a function that is called.</summary>
    /// <returns>What it results in; <see langword="null"/> if it cannot be followed, or nothing in it can matter.</returns>
    private Content? Run(IMethodSymbol function, Place? self, Content[] arguments, IOperation at, ObjectState state)
    {
        var call = at as IInvocationOperation;
        if ((self is null || (!self.IsRoot && !state.HoldsStorageWithin(self))) && !arguments.Any(static argument => argument.Storage != Storage.None || argument.Knowledge != Knowledge.Unknown) && !GivesParts(call, state))
        {
            return null;
        }

        var where = at.Syntax;

        var entered = state.ForCallee(self);
        for (var ordinal = 0; ordinal < arguments.Length && ordinal < function.Parameters.Length; ordinal++)
        {
            entered.Assign(Place.Variable(function.Parameters[ordinal]), arguments[ordinal] with { GivenAt = arguments[ordinal].GivenAt ?? where });
        }

        GiveParts(call, function, state, entered);
        var ofValue = IsOfValue(call, state) ? 1 : 0;
        _context.OfValues += ofValue;
        var outcomes = Of(_context, function, entered, self, self is { IsRoot: true } ? _calledAt : _calledAt ?? where);
        _context.OfValues -= ofValue;
        if (outcomes is null)
        {
            if (self is { IsRoot: true })
            {
                state.IsDead = state.WatchesElements && !function.DeclaringSyntaxReferences.IsEmpty;
                ForgetAssigned(AssignedNames.Of(function, _context.Cancellation), state);
            }
            else
            {
                state.AssignWhole(self);
            }

            return null;
        }

        if (outcomes.Count == 0)
        {
            state.IsDead = true;
            return Content.Unknown;
        }

        var outcome = outcomes[Choose(outcomes.Count)];
        state.Become(state.AfterCall(outcome.State, self, isCopied: call?.Instance is { } on && IsCopied(on)));
        return GivenBack(outcome, function, at, state);
    }

    /// <summary>What a call results in, in the caller; variables that were given by reference have what the callee left in them.</summary>
    private Content GivenBack(Outcome outcome, IMethodSymbol function, IOperation call, ObjectState state)
    {
        foreach (var argument in (call as IInvocationOperation)?.Arguments.Where(static argument => argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out) ?? Enumerable.Empty<IArgumentOperation>())
        {
            if (argument.Parameter!.Ordinal < function.Parameters.Length)
            {
                var parameter = Place.Variable(function.Parameters[argument.Parameter.Ordinal]);
                Set(argument.Value, outcome.State.Of(parameter), state);
                if (MayHaveParts(argument.Value.Type) && PlaceOf(argument.Value) is { } given)
                {
                    state.TakeParts(outcome.State, parameter, given);
                }
            }
        }

        if (MayHaveParts(function.ReturnType) && function.RefKind is not RefKind.Ref)
        {
            state.AssignWhole(Place.Made(call));
            state.TakeParts(outcome.State, Place.Result, Place.Made(call));
        }

        return outcome.Result with { GivenAt = null };
    }

    /// <summary>Code that nobody sees is given arguments, and called on something.</summary>
    private void HandOver(IInvocationOperation call, Content receiver, Content[] arguments, ObjectState state)
    {
        var touches = !KnownCalls.TouchNothing.Contains(call.TargetMethod.Name);
        if (touches)
        {
            Use(receiver, call.Syntax, state);
            if (call.Instance is not null and not IInstanceReferenceOperation && PlaceOf(call.Instance) is { IsOfObject: true } place)
            {
                state.Touch(place);
            }
        }

        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is not { } parameter || parameter.Ordinal >= arguments.Length)
            {
                continue;
            }

            if (touches)
            {
                Use(arguments[parameter.Ordinal], argument.Syntax, state);
            }

            if (parameter.RefKind is RefKind.Ref or RefKind.Out)
            {
                Set(argument.Value, Content.Changed, state);
            }
        }
    }

    /// <summary>A function of the object that cannot be followed leaves what it assigns changed.</summary>
    private void ForgetAssigned(ICollection<string> names, ObjectState state)
    {
        foreach (var member in _context.Type.GetMembers().Where(member => names.Contains(member.Name) && member is IFieldSymbol or IPropertySymbol))
        {
            state.Assign(_context.Root.To(member), Content.Changed);
        }
    }
}
