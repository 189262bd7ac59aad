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
    /// <summary>Writes down what the functions do that a call runs.</summary>
    /// <returns>What holds the view that a function called here gives back; <see langword="null"/> if it gives none.</returns>
    private Origin? RunFunctions(IInvocationOperation invocation, ImmutableArray<Argument> arguments)
    {
        var target = invocation.TargetMethod;
        var called = target.MethodKind switch
        {
            MethodKind.LocalFunction => target.OriginalDefinition,
            MethodKind.DelegateInvoke => FunctionIn(invocation.Instance),
            _ => null,
        };
        if (called is not null)
        {
            EmitEffects(invocation, called, arguments, isOnce: true);
            return ViewFrom(invocation, called, arguments);
        }

        foreach (var argument in RunAtOnce(invocation))
        {
            if (FunctionIn(argument.Value) is { } function)
            {
                EmitEffects(invocation, function, ImmutableArray<Argument>.Empty, isOnce: false);
            }
            else if (MethodIn(argument.Value) is { Instance: { } instance } method && Named(instance) is { } owner)
            {
                foreach (var effect in _model.EffectsOf(method.Method).Where(effect => effect.BreaksViews && effect.Of.Equals(Slot.This)))
                {
                    Emit(new Invalidate(invocation.Syntax, owner, effect, null, null, 1));
                }
            }
        }

        return null;
    }

    private void EmitEffects(IInvocationOperation invocation, IMethodSymbol function, ImmutableArray<Argument> arguments, bool isOnce)
    {
        foreach (var done in _functions.Of(function).Breaks)
        {
            if (Resolve(done.Owner, function, arguments) is { } owner)
            {
                Emit(new Invalidate(invocation.Syntax, owner, done.Effect, null, isOnce ? done.Amount : null, 1));
            }
        }
    }

    private Origin? ViewFrom(IInvocationOperation invocation, IMethodSymbol function, ImmutableArray<Argument> arguments)
    {
        var owners = _functions.Of(function).Views.Select(view => (view.Effect, Owner: Resolve(view.Owner, function, arguments))).ToArray();
        if (owners.Length == 0 || owners.Any(view => view.Owner is null))
        {
            return null;
        }

        var views = ImmutableArray.CreateBuilder<Origin>();
        foreach (var (effect, owner) in owners)
        {
            var view = Temporary(invocation);
            Emit(new Issue(invocation.Syntax, view, owner!, effect, null));
            views.Add(view);
        }

        return views.Count == 1 ? views[0] : Joined(invocation, views.ToImmutable());
    }

    /// <summary>What a path that a function names is called here.</summary>
    private Origin? Resolve(NamedPath path, IMethodSymbol function, ImmutableArray<Argument> arguments)
    {
        Origin? origin;
        if (path.Root is IParameterSymbol parameter && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, function))
        {
            origin = arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal).Origin;
        }
        else
        {
            origin = path.Root is null ? _origins.This : _scan.IsAssignedInside(path.Root) ? null : _origins.Of(path.Root);
        }

        foreach (var step in path.Steps)
        {
            origin = origin is null ? null : Path(origin, step, step.ToString());
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
