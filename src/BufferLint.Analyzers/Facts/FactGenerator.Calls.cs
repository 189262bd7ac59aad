// Calls: what the tables, annotations and summaries say of the callee becomes facts; what nobody says follows C#'s
// own rules for what a returned span or reference can reach.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Graph;
using BufferLint.Model;
using BufferLint.Model.Catalogs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

internal sealed partial class FactGenerator
{
    private ImmutableArray<Argument> Arguments(ImmutableArray<IArgumentOperation> arguments)
    {
        var evaluated = ImmutableArray.CreateBuilder<Argument>(arguments.Length);
        foreach (var argument in arguments)
        {
            var isRef = argument.Parameter is { RefKind: not RefKind.None };
            _copiesOwners |= argument.Parent is IObjectCreationOperation && OwningStructs.Behind(argument.Value.Type) is not null;
            evaluated.Add(new Argument(argument, isRef ? EvaluateRef(argument.Value) ?? PlaceGiven(argument) : Evaluate(argument.Value)));
        }

        UnmeasureGiven(arguments);
        return evaluated.MoveToImmutable();
    }

    private Origin? Invocation(IInvocationOperation invocation, bool asRef)
    {
        var instance = GivesItself(invocation.TargetMethod) || (!invocation.TargetMethod.IsReadOnly && IsWrittenInPlace(invocation.Instance)) ? EvaluateRef(invocation.Instance) : Evaluate(invocation.Instance);
        if (IsInNullable(invocation.TargetMethod, invocation.Type))
        {
            return instance;
        }

        instance = CalledOn(invocation, instance);
        var arguments = Arguments(invocation.Arguments);
        if (arguments is [{ Origin: var first }, { Origin: var second }])
        {
            NoteAsked(invocation, first, second);
        }

        EmitDemands(invocation, invocation.TargetMethod);
        EmitReadOfStream(invocation);
        if (EndsEnumeration(invocation))
        {
            return null;
        }

        if (IsAddressAgain(invocation.TargetMethod))
        {
            return instance;
        }

        var call = new Call(invocation, Callees.Implementation(invocation), instance, arguments);
        if (invocation.TargetMethod.MethodKind == MethodKind.LocalFunction)
        {
            foreach (var captured in Captured(invocation.TargetMethod.OriginalDefinition))
            {
                EmitUse(captured, UseKind.Capture, invocation);
                EmitOwnerHandOver(captured, invocation, isKept: false);
            }
        }

        var result = Result(call, asRef);
        RunGivenFunctions(invocation);
        EmitCallbacks(invocation, instance, arguments);
        NameContents(invocation, instance, arguments, result);
        NameAdded(invocation, instance, arguments);
        EmitReplacedFields(call);
        EmitAsserted(invocation);
        if (NeverReturns(invocation))
        {
            Emit(new End(invocation.Syntax) { Throws = IsThrowHelper(invocation.TargetMethod) });
        }

        return result;
    }

    /// <summary>A method written in source that assigns a field of its object may leave another owner in it.</summary>
    private void EmitReplacedFields(Call call)
    {
        if (call is not { Member: IMethodSymbol { IsImplicitlyDeclared: false, DeclaringSyntaxReferences.IsEmpty: false } method, Instance: { Children.Count: > 0 } instance } ||
            TargetsOf(call).Any(callee => !_functions.Of(callee).IsUnknown))
        {
            return;
        }

        foreach (var path in instance.Children.ToArray())
        {
            EmitHandOver(path, call.Operation);
            if (path.Step is { Assignable: { } name } && AssignedBy(method).Contains(name))
            {
                Emit(new Create(call.Operation.Syntax, path, NeverMoves: false));
            }
        }
    }

    /// <summary>What a method assigns; its source is read once a body, however often it is called there.</summary>
    private HashSet<string> AssignedBy(IMethodSymbol method)
    {
        if (!_assignedBy.TryGetValue(method.OriginalDefinition, out var names))
        {
            _assignedBy.Add(method.OriginalDefinition, names = AssignedNames.Of(method, _cancellation));
        }

        return names;
    }

    /// <summary>The Dispose that a foreach calls on a framework's enumerator touches no element.</summary>
    private static bool EndsEnumeration(IInvocationOperation invocation) =>
        invocation is { IsImplicit: true, TargetMethod.Name: "Dispose", Syntax: Microsoft.CodeAnalysis.CSharp.Syntax.CommonForEachStatementSyntax or Microsoft.CodeAnalysis.CSharp.Syntax.ExpressionSyntax } &&
        (invocation.Instance is IConversionOperation conversion ? conversion.Operand.Type : invocation.Instance?.Type) is { Name: "Enumerator", ContainingNamespace: { } space } &&
        (space.Name == "System" || space.ToDisplayString().StartsWith("System.", System.StringComparison.Ordinal));

    private static bool NeverReturns(IInvocationOperation invocation)
    {
        if (HasAttribute(invocation.TargetMethod, "DoesNotReturnAttribute") || OnlyThrows.Says(invocation.TargetMethod))
        {
            return true;
        }

        foreach (var argument in invocation.Arguments)
        {
            if (argument.Value.ConstantValue is { HasValue: true, Value: bool value } && StopsIf(argument) == value)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a method that never returns throws: by its source or by its name. Others end the process.</summary>
    private static bool IsThrowHelper(IMethodSymbol method) => OnlyThrows.Says(method) || method.Name.StartsWith("Throw", System.StringComparison.Ordinal);

    /// <summary>The value of a bool argument with which a call never returns, if there is one.</summary>
    private static bool? StopsIf(IArgumentOperation argument) =>
        argument.Parameter?.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.Name == "DoesNotReturnIfAttribute") is { ConstructorArguments: [{ Value: bool stops }] } ? stops : null;

    private static bool HasAttribute(ISymbol symbol, string name)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == name)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Writes down the call itself, after its operands, and makes what holds its result.</summary>
    private Origin? Result(Call call, bool asRef)
    {
        var effects = EffectsOf(call);
        var site = SiteOf(call, isStated: effects.Any(static effect => effect.Kind is not (EffectKind.Lent or EffectKind.Keeps)) || _model.IsCarrier(call.Member));
        EmitUses(call, effects, site);
        EmitWaitingOrThrow(call, effects, site);
        foreach (var effect in effects)
        {
            EmitBreak(call, effect);
        }

        var isDeferred = site is not null && IsDeferred(call, site);
        if (site is not null && !isDeferred)
        {
            EmitBreaks(site, isOnce: true);
        }

        EmitHandedOver(call, effects);
        Origin? result = null;
        foreach (var effect in effects)
        {
            if (effect.Kind == EffectKind.ForwardsTo)
            {
                result = Forward(call, effect) ?? result;
            }

            if (effect.Kind == EffectKind.ViewOf && call.At(effect.Of) is { } owner)
            {
                var key = call.ArgumentAt(effect.Key) is { } argument ? KeyOf(argument.Operation.Value) : null;
                var view = effect.Into.IsResult ? result = Temporary(call.Operation) : call.At(effect.Into);
                if (view is not null)
                {
                    Emit(new Issue(call.Operation.Syntax, view, owner, effect, key));
                }
            }
        }

        EmitSilenced(call.Operation, call.Instance, call.Member.Name);
        var registration = effects.Any(static effect => effect.Kind == EffectKind.Starts) ? EmitUnwaited(call, effects) : null;
        EmitAsyncVoid(call, site);
        EmitAnswerHandedOver(call, effects);
        EmitOutputs(call, effects, site);
        EmitPointers(call, effects);
        if (site is not null)
        {
            if (!isDeferred && !(site.Summary.Outputs.IsEmpty && site.Summary.Replaced.IsEmpty))
            {
                EmitHeldAfter(site);
            }

            if (!site.Summary.Started.IsEmpty)
            {
                EmitLeftRunning(call, site);
            }

            result ??= site.Summary.Outputs.IsEmpty ? null : HandedOut(site);
        }

        var made = result is null || effects.Any(static effect => effect is { Kind: EffectKind.Acquires, Of.IsResult: true }) ? NewOrUnstated(call, effects) : null;
        if (result is not null && made is not null)
        {
            // A lease that is a view as well: a pin, a document over somebody's memory.
            Emit(new OriginFlow(call.Operation.Syntax, made, ImmutableArray.Create(result), Adds: true, Dereferences: false));
        }

        if (made is not null)
        {
            EmitPinnedText(call, made);
        }

        return FinishResult(call, WithTasksGiven(call, site, Started(call, effects, site, Registered(call, made ?? result, registration))), asRef);
    }

    /// <summary>
    /// Whether nobody plans for the call to throw: what is acquired fails for want of memory only, as anything may, unless
    /// it is parsed; what is given back is taken; a framework's property is asked on the way to a call.
    /// </summary>
    private static bool IsPlannedToReturn(Call call, ImmutableArray<Effect> effects) =>
        call.Member is IPropertySymbol { DeclaringSyntaxReferences.IsEmpty: true, Parameters.IsEmpty: true } ||
        effects.Any(static effect => effect.GivesBack || (effect.Kind == EffectKind.Acquires && effect.Family != ReleaseFamily.Document));

    private Origin? NewOrUnstated(Call call, ImmutableArray<Effect> effects) =>
        effects.Any(static effect => effect.Of.IsResult) ? Made(call, effects) : Unstated(call, effects);

    /// <summary>A view asked for its value gives an element.</summary>
    private Origin? FinishResult(Call call, Origin? result, bool asRef)
    {
        var byRef = call.Member is IPropertySymbol { RefKind: not RefKind.None } or IMethodSymbol { RefKind: not RefKind.None };
        if (!byRef || asRef || result is null || ReadOnlyCasts.Reinterprets(call.Member))
        {
            return result;
        }

        // What an enumerator stands at is another element in every turn.
        EmitUse(result, UseKind.Read, call.Operation);
        return call.Member.Name == "Current" ? Fresh(call.Operation, call.ResultType) : Dereference(result, call.Operation);
    }

    private void EmitBreak(Call call, Effect effect)
    {
        var syntax = call.Operation.Syntax;
        switch (effect.Kind)
        {
            case EffectKind.Releases when !effect.GivesBack && call.At(effect.Of) is { } view:
                Emit(new Release(syntax, view));
                break;
            case EffectKind.Rewinds when call.At(effect.Of) is { } rewound && call.Member is IMethodSymbol:
                Emit(new Rewind(syntax, rewound));
                break;
            case EffectKind.Reorders when call.At(effect.Of) is { } reordered:
                Emit(new Reorder(syntax, reordered));
                break;
            case EffectKind.Fills when call.At(effect.Of) is { } filled:
                Emit(new Fill(syntax, filled, call.ArgumentAt(effect.Amount)?.Operation.Value is { } taken && Constant(taken) is { } number ? Quantity.Exactly(number) : null));
                break;
            case var _ when effect.BreaksViews && call.Member is IMethodSymbol && EndedBy(effect, call) is { } owner:
                EmitInvalidate(call, effect, owner, call.ArgumentAt(effect.Amount)?.Operation.Value);
                break;
        }
    }

    private void EmitInvalidate(Call call, Effect effect, Origin owner, IOperation? amount)
    {
        var key = call.ArgumentAt(effect.Key) is { } argument ? KeyOf(argument.Operation.Value) : null;
        Emit(new Invalidate(call.Operation.Syntax, owner, effect, key, AmountOf(effect, amount), TripCount.Of(call.Operation.Syntax, _scan.Turns)));
    }

    /// <summary>What by-reference arguments hold after a call of which no source says it.</summary>
    private void EmitOutputs(Call call, ImmutableArray<Effect> effects, CallSite? site)
    {
        foreach (var argument in call.Arguments)
        {
            if (!argument.IsByRef || argument.Origin is not { } origin || argument.Parameter is not { } parameter)
            {
                continue;
            }

            var slot = Slot.Parameter(parameter.Ordinal);
            var isStated = effects.Any(effect => effect.Kind is EffectKind.ViewOf or EffectKind.ForwardsTo && effect.Into.Equals(slot));
            if (site is { Summary.IsUnknown: false })
            {
                ForgetIndex(argument.Operation.Value, Quantity.Computed);
                continue;
            }

            // Who steps from a reference, or reads it as another type, leaves the variable as it is.
            if (isStated || (parameter.RefKind == RefKind.Ref && (ViewTypes.IsView(parameter.Type) || (_model.IsCarrier(call.Member) && IsReturnedByRef(call)))))
            {
                continue;
            }

            if (_model.IsCarrier(call.Member) && ViewTypes.IsView(parameter.Type) && Source(call) is { } source)
            {
                if (CastsAway(call))
                {
                    Emit(new Issue(call.Operation.Syntax, origin, source, CastAway, null));
                }
                else
                {
                    EmitFlow(argument.Operation, origin, source);
                }
            }
            else if (parameter is { Type.IsRefLikeType: true } && Reachable(call) is { Length: > 0 } reachable)
            {
                EmitFlow(argument.Operation, origin, reachable);
            }
            else if (Carries(parameter.Type))
            {
                Emit(new Create(argument.Operation.Syntax, origin, NeverMoves: false) { IsReadOnly = GivesTextBehind(call, parameter), Lease = effects.FirstOrDefault(effect => effect.Kind == EffectKind.Acquires && effect.Into.Equals(slot)) });
                if (effects.Any(effect => effect.RenewsVariable && effect.Of.Equals(slot)))
                {
                    Emit(new Reserve(argument.Operation.Syntax, origin, Quantity.Computed));
                }
            }

            ForgetIndex(argument.Operation.Value, Quantity.Computed);
        }
    }

    /// <summary>The result of a call of which no view is stated.</summary>
    private Origin? Unstated(Call call, ImmutableArray<Effect> effects)
    {
        if (Addressed(call) is { } address)
        {
            return address;
        }

        if (_model.IsCarrier(call.Member) && IsViewResult(call))
        {
            return Source(call) is { } source ? Issue(call.Operation, source, ViewBy(call), key: null, isUsed: true) : null;
        }

        if (OfReadOnly(call) is { } view)
        {
            return view;
        }

        if (effects.Any(effect => effect.Kind == EffectKind.Snapshot))
        {
            return null;
        }

        return IsRefLikeResult(call) && Reachable(call) is { Length: > 0 } reachable
            ? Joined(call.Operation, reachable)
            : Fresh(call.Operation, call.ResultType) is { } made ? WithTasks(call, made) : null;
    }

    private static Origin? Source(Call call) => call.Instance ?? call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0).Origin;

    private Origin Joined(IOperation where, ImmutableArray<Origin> sources)
    {
        var result = Temporary(where);
        EmitFlow(where, result, sources);
        return result;
    }

    private Origin Issue(IOperation where, Origin owner, Effect effect, object? key, bool isUsed = false)
    {
        if (!isUsed)
        {
            EmitUse(owner, UseKind.Derive, where);
        }

        var view = Temporary(where);
        Emit(new Issue(where.Syntax, view, owner, effect, key));
        return view;
    }

    /// <summary>What a key argument is, if it can be told to be the same later: a constant, or a variable that keeps its value.</summary>
    private object? KeyOf(IOperation key) => key switch
    {
        IConversionOperation conversion => KeyOf(conversion.Operand),
        { ConstantValue: { HasValue: true, Value: { } constant } } => constant,
        IFieldReferenceOperation { Field: { IsReadOnly: true } field, Instance: null or IInstanceReferenceOperation } => field,
        IFieldReferenceOperation { Instance: { } instance } when KeyOf(instance) is not null => key.Syntax.ToString(),
        IPropertyReferenceOperation { Arguments.IsEmpty: true, Instance: { } instance } when KeyOf(instance) is not null => key.Syntax.ToString(),
        ITupleOperation tuple when tuple.Elements.All(element => KeyOf(element) is not null) => key.Syntax.ToString(),
        ILocalReferenceOperation local when _scan.KeepsItsValue(local.Local) => local.Local,
        IParameterReferenceOperation parameter when _scan.KeepsItsValue(parameter.Parameter) => parameter.Parameter,
        _ => null,
    };
}
