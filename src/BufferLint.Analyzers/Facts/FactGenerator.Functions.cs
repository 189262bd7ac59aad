// Lambdas and local functions that run here: called by name, through a variable that keeps them, or by a framework
// method that calls them before it returns. What they do to owners named outside happens at the call.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Model;
using BufferLint.Model.Catalogs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

internal sealed partial class FactGenerator
{
    /// <summary>The call as one of a function written in source; <see langword="null"/> where tables or annotations speak, or there is no source.</summary>
    private CallSite? SiteOf(Call call, bool isStated)
    {
        var nested = call.Operation switch
        {
            IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } local } => local.OriginalDefinition,
            IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } invocation => FunctionIn(invocation.Instance),
            _ => null,
        };
        if (nested is not null)
        {
            return SiteOf(call.Operation, nested, _origins.This, call.Arguments);
        }

        return isStated ? null : SiteOf(call.Operation, CalledBy(call), TargetsOf(call), call.Instance, call.Arguments);
    }

    private CallSite? SiteOf(IOperation where, IMethodSymbol? function, Origin? self, ImmutableArray<Argument> arguments) =>
        function is null ? null : new CallSite(where, function, _functions.Of(function), self, arguments);

    /// <summary>The call as one of whichever of several methods it runs.</summary>
    private CallSite? SiteOf(IOperation where, IMethodSymbol? called, ImmutableArray<IMethodSymbol> targets, Origin? self, ImmutableArray<Argument> arguments) =>
        called is null || targets.IsEmpty ? null :
        targets is [var only] ? SiteOf(where, only, self, arguments) :
        new CallSite(where, called.OriginalDefinition, FunctionSummary.Join(called.OriginalDefinition, targets.Select(_functions.Of)), self, arguments);

    private static IMethodSymbol? CalledBy(Call call) => call.Member as IMethodSymbol ?? (call.Member as IPropertySymbol)?.GetMethod;

    private ImmutableArray<IMethodSymbol> TargetsOf(Call call) => TargetsOf(CalledBy(call), Receiver(call.Operation));

    private ImmutableArray<IMethodSymbol> TargetsOf(IMethodSymbol? called, IOperation? receiver) => Callees.Of(called, receiver, TypeMadeAs(receiver), _model.Hierarchy);

    /// <summary>The type that an object was made as: here, or where the variable got its only value.</summary>
    private INamedTypeSymbol? TypeMadeAs(IOperation? value) => value switch
    {
        { } made when Callees.TypeMadeBy(made) is INamedTypeSymbol type => type,
        IConversionOperation { OperatorMethod: null } conversion => TypeMadeAs(conversion.Operand),
        ILocalReferenceOperation local => _scan.TypeMadeAs(local.Local),
        _ => null,
    };

    /// <summary>What a user's operator, or a setter, does with the values that are no arguments.</summary>
    /// <returns>What holds its result; <see langword="null"/> if that has no name here.</returns>
    private Origin? Run(IOperation where, IMethodSymbol? target, IOperation? receiver, Origin? self, ImmutableArray<Argument> arguments, params ImmutableArray<Origin?> values)
    {
        if (SiteOf(where, target, TargetsOf(target, receiver), self, arguments) is not { } site)
        {
            return null;
        }

        site = site with { Values = values };
        EmitBreaks(site, isOnce: true);
        EmitHeldAfter(site);
        return HandedOut(site);
    }

    /// <summary>Writes down what functions given to a call do, which it calls before it returns.</summary>
    private void RunGivenFunctions(IInvocationOperation invocation)
    {
        foreach (var argument in RunAtOnce(invocation))
        {
            if (SiteOf(invocation, FunctionIn(argument.Value), _origins.This, ImmutableArray<Argument>.Empty) is { } site)
            {
                EmitBreaks(site, isOnce: false);
            }
            else if (MethodIn(argument.Value) is { Instance: { } instance } method && Named(instance) is { } owner)
            {
                foreach (var effect in _model.EffectsOf(method.Method).Where(effect => effect.BreaksViews && effect.Of.Equals(Slot.This)))
                {
                    Emit(new Invalidate(invocation.Syntax, owner, effect, null, null, 1));
                }
            }
        }
    }

    /// <summary>What a function breaks.</summary>
    private void EmitBreaks(CallSite site, bool isOnce)
    {
        foreach (var done in site.Summary.Breaks)
        {
            // Storage that was outgrown, and then given back: what matters is that it moved.
            if (!(done.Effect.GivesBack && MovesStorageOf(done.Owner, site)) && Resolve(done.Owner, site) is { } owner)
            {
                Emit(new Invalidate(site.Where.Syntax, owner, done.Effect, null, isOnce ? done.Amount : null, 1) { Chain = CallChain.Of(site.Function, done) });
                EmitLateUses(site, done);
            }
        }
    }

    /// <summary>What a function does with the views it was given, after it broke something.</summary>
    private void EmitLateUses(CallSite site, FunctionEffect done)
    {
        foreach (var late in done.LateUses)
        {
            if (site.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == late.Parameter) is { Operation: { } argument, Origin: { } view })
            {
                EmitUse(view, late.Kind, argument);
            }
        }
    }

    /// <summary>What fields and by-reference arguments hold when a function has returned.</summary>
    private void EmitHeldAfter(CallSite site)
    {
        foreach (var output in site.Summary.Outputs.Where(static output => output.IsOld))
        {
            if (output.Of is { } replaced && !site.Before.ContainsKey(replaced) && Resolve(replaced, site) is { } place)
            {
                site.Before.Add(replaced, Joined(site.Where, ImmutableArray.Create(place)));
            }
        }

        foreach (var outputs in site.Summary.Outputs.Where(static output => output.Into is { Root: not IMethodSymbol }).GroupBy(output => output.Into!))
        {
            // Something new where nobody here has looked yet is new anyway; a field whose storage moved stays the owner that it was.
            if ((!MovesStorageOf(outputs.Key, site) || EndsNamesOf(outputs.Key, site)) && Resolve(outputs.Key, site, onlyNamed: outputs.All(static output => output.Of is null) && !EndsNamesOf(outputs.Key, site) && !outputs.Key.IsOfPointers) is { } target && Sources(site, outputs) is { IsEmpty: false } sources)
            {
                Emit(new OriginFlow(site.Where.Syntax, target, sources, Adds: false, Dereferences: false) { IsImplied = true, IsByHandler = site.Where is IInvocationOperation { IsVirtual: true, TargetMethod.Name: var called } && !KeepingByPurpose.IsSaidBy(called) && LentMemory.IsMemory(target.Step?.Type) });
                if (sources is [var copied])
                {
                    CopyOwned(site.Where, target, copied, target.Step?.Type ?? (target.Symbol as IFieldSymbol)?.Type);
                }
            }
        }

        foreach (var place in site.Summary.Replaced)
        {
            if ((!MovesStorageOf(place, site) || EndsNamesOf(place, site)) && !site.Summary.Outputs.Any(output => place.Equals(output.Into)) && Resolve(place, site, onlyNamed: !EndsNamesOf(place, site)) is { } replaced)
            {
                Emit(new Create(site.Where.Syntax, replaced, NeverMoves: false));
            }
        }
    }

    private static bool MovesStorageOf(NamedPath place, CallSite site) => !place.Steps.IsEmpty && site.Summary.Breaks.Any(done => done.Effect.RenewsVariable && place.Equals(done.Owner));

    /// <summary>Whether the address in a place is no address any more: what the place holds now must be told from it.</summary>
    private static bool EndsNamesOf(NamedPath place, CallSite site) => site.Summary.Breaks.Any(done => done.Effect.EndsNames && place.Equals(done.Owner));

    /// <summary>What a function hands out; <see langword="null"/> where that has no name here.</summary>
    private Origin? HandedOut(CallSite site)
    {
        var sources = Sources(site, site.Summary.Outputs.Where(output => output.Into is null));
        var parts = site.Summary.Outputs.Where(static output => output.Into is { Root: IMethodSymbol }).GroupBy(static output => output.Into!).ToArray();
        if (sources.IsEmpty || (sources.Length == 1 && parts.Length == 0))
        {
            return sources.IsEmpty ? null : sources[0];
        }

        var result = Joined(site.Where, sources);
        foreach (var part in parts)
        {
            if (part.Key.Steps.Aggregate((Origin?)result, (origin, step) => origin is null ? null : Path(origin, step, step.ToString())) is { } target && Sources(site, part) is { IsEmpty: false } held)
            {
                EmitFlow(site.Where, target, held);
            }
        }

        return result;
    }

    /// <summary>What holds the views and objects that come out; nothing if one of them has no name here.</summary>
    private ImmutableArray<Origin> Sources(CallSite site, IEnumerable<FunctionOutput> outputs)
    {
        var sources = ImmutableArray.CreateBuilder<Origin>();
        foreach (var output in outputs)
        {
            if (output.Of is null)
            {
                var made = Temporary(site.Where);
                Emit(new Create(site.Where.Syntax, made, NeverMoves: false) { Type = output.Into is null ? OwningStructs.Behind(site.Where.Type) : null, Lease = output.View is { Kind: EffectKind.Acquires } lease && !IsOnlyTried(site, output) ? lease : null, IsReadOnly = output.View is { Kind: EffectKind.ViewOf, IsReadOnly: true } });
                sources.Add(made);
                continue;
            }

            if ((output.IsOld && site.Before.TryGetValue(output.Of, out var before) ? before : Resolve(output.Of, site)) is not { } owner)
            {
                return ImmutableArray<Origin>.Empty;
            }

            if (output.View is { } effect)
            {
                _takesAddresses |= effect.Addressing != Addressing.Followed;
                var view = Temporary(site.Where);
                Emit(new Issue(site.Where.Syntax, view, owner, effect with { IsImpure = effect.IsImpure || site.Summary.ChangesAnything }, null) { IsOfPlace = !output.Of.Steps.IsEmpty, IsHandedOut = true });
                owner = view;
            }

            sources.Add(owner);
        }

        return sources.ToImmutable();
    }

    /// <summary>Whether a function says by its result that there may be nothing: <c>TryRent(out array)</c>.</summary>
    private static bool IsOnlyTried(CallSite site, FunctionOutput output) => output.Into?.Root is IParameterSymbol && site.Function.ReturnType.SpecialType == SpecialType.System_Boolean;

    /// <summary>What a path that a function names is called here.</summary>
    /// <param name="path">The path.</param>
    /// <param name="site">The call.</param>
    /// <param name="onlyNamed">Whether only what this body has named before is looked for.</param>
    private Origin? Resolve(NamedPath path, CallSite site, bool onlyNamed = false)
    {
        var origin = path.Root switch
        {
            null => site.Self,
            IParameterSymbol parameter when site.IsParameter(parameter) => site.ArgumentOf(parameter),
            IFieldSymbol or IPropertySymbol => _origins.Of(path.Root),
            var variable => _scan.IsAssignedInside(variable) ? null : _origins.Of(variable),
        };
        foreach (var step in path.Steps)
        {
            origin = origin is null ? null : onlyNamed ? _origins.FindPath(origin, step) : Path(origin, step, step.ToString());
        }

        return origin;
    }

    /// <summary>The arguments of a call that are functions it calls before it returns; those of the queries that it runs to their end too.</summary>
    private static IEnumerable<IArgumentOperation> RunAtOnce(IInvocationOperation invocation)
    {
        var runsQuery = ImmediateCalls.RunsQuery(invocation.TargetMethod);
        foreach (var argument in invocation.Arguments)
        {
            if (argument.Parameter is { Type.TypeKind: TypeKind.Delegate } parameter && (runsQuery || ImmediateCalls.IsCalledAtOnce(parameter)))
            {
                yield return argument;
            }
        }

        for (var query = runsQuery ? QueryUnder(invocation) : null; query is not null; query = QueryUnder(query))
        {
            foreach (var argument in query.Arguments.Where(argument => argument.Parameter is { Type.TypeKind: TypeKind.Delegate }))
            {
                yield return argument;
            }
        }
    }

    private static IInvocationOperation? QueryUnder(IInvocationOperation invocation) =>
        invocation.Arguments.FirstOrDefault() is { } source && Peel(source.Value) is IInvocationOperation query && ImmediateCalls.IsQuery(query.TargetMethod) ? query : null;

    /// <summary>The lambda or local function that a value is, or that a variable holds for good.</summary>
    private IMethodSymbol? FunctionIn(IOperation? value) => value switch
    {
        IConversionOperation conversion => FunctionIn(conversion.Operand),
        IParenthesizedOperation parenthesized => FunctionIn(parenthesized.Operand),
        IDelegateCreationOperation creation => FunctionIn(creation.Target),
        IFlowAnonymousFunctionOperation lambda => lambda.Symbol,
        IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } method } => method.OriginalDefinition,
        ILocalReferenceOperation local => _scan.FunctionIn(local.Local),
        _ => null,
    };

    private static IMethodReferenceOperation? MethodIn(IOperation value) => value switch
    {
        IConversionOperation conversion => MethodIn(conversion.Operand),
        IDelegateCreationOperation creation => MethodIn(creation.Target),
        _ => value as IMethodReferenceOperation,
    };
}
