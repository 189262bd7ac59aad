// Work that goes on when the call that began it has returned, and what ends it.
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
    /// <summary>
    /// A call that was given views and returns something to wait for goes on using them until that is waited for. What
    /// tables know to return at once, or to be another task's handle, starts nothing; nor does source that keeps nothing.
    /// </summary>
    /// <returns>What holds the result.</returns>
    private Origin? Started(Call call, ImmutableArray<Effect> effects, CallSite? site, Origin? result)
    {
        if (!(WorkTypes.IsAwaitable(call.ResultType) || IsBegun(call) || IsListOfStarted(call)) || effects.Any(static effect => effect.Kind is EffectKind.ForwardsTo or EffectKind.Joins or EffectKind.Abandons or EffectKind.Starts))
        {
            return result;
        }

        var used = UsedByWork(call, site);
        if (used.IsEmpty)
        {
            return result;
        }

        var task = Temporary(call.Operation);
        Emit(new Create(call.Operation.Syntax, task, NeverMoves: false));
        EmitStart(call.Operation.Syntax, task, used, call);
        if (result is null)
        {
            return task;
        }

        // The parts of what comes out of the task keep their names.
        Emit(new OriginFlow(call.Operation.Syntax, result, ImmutableArray.Create(task), Adds: true, Dereferences: false));
        return result;
    }

    /// <summary>Whether a member of the framework begins what another one ends: <c>BeginRead</c> and <c>EndRead</c>.</summary>
    private static bool IsBegun(Call call) => call.ResultType is { Name: "IAsyncResult", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } && call.Member.Name.StartsWith("Begin", System.StringComparison.Ordinal) && IsOfFramework(call.Member);

    /// <summary>Whether a query gives the tasks that its code begins: <c>streams.Select(stream => stream.WriteAsync(page))</c>.</summary>
    private static bool IsListOfStarted(Call call) => call is { Operation: IInvocationOperation { TargetMethod: var query }, ResultType: INamedTypeSymbol { TypeArguments: [var element] } } && ImmediateCalls.IsQuery(query) && WorkTypes.IsAwaitable(element) &&
        call.Arguments.Any(argument => argument.Parameter?.Type is INamedTypeSymbol { DelegateInvokeMethod.ReturnType: var given } && SymbolEqualityComparer.Default.Equals(given, element));

    /// <summary>Work of which the call returns nothing to wait for.</summary>
    /// <returns>What stands for it; <see langword="null"/> if there is none.</returns>
    private Origin? EmitUnwaited(Call call, ImmutableArray<Effect> effects, Origin? made = null)
    {
        var used = effects.Where(static effect => effect.Kind == EffectKind.Starts).Select(effect => call.At(effect.Of)).OfType<Origin>().ToImmutableArray();
        if (used.IsEmpty || IsOnlyTried(call.Operation))
        {
            return null;
        }

        // What is started in a field or a collection may be waited for by that name.
        var isOfThis = effects.Any(static effect => effect.Kind == EffectKind.Starts && effect.Of.Equals(Slot.This));
        if (isOfThis && call.Instance is { Parent: not null, IsTemporary: false })
        {
            return null;
        }

        var task = isOfThis ? call.Instance! : made ?? Temporary(call.Operation);
        if (!isOfThis && made is null)
        {
            Emit(new Create(call.Operation.Syntax, task, NeverMoves: false));
        }

        EmitStart(call.Operation.Syntax, task, used, call);
        return task;
    }

    /// <summary>What a callback was registered for is done by what comes out: a registration or a timer, to be disposed.</summary>
    private Origin? Registered(Call call, Origin? result, Origin? registration)
    {
        if (registration is null || call.ResultType is null or { SpecialType: not SpecialType.None } || WorkTypes.IsAwaitable(call.ResultType))
        {
            return result;
        }

        if (result is null)
        {
            return registration;
        }

        Emit(new OriginFlow(call.Operation.Syntax, result, ImmutableArray.Create(registration), Adds: true, Dereferences: false));
        return result;
    }

    /// <summary>An async method without a task goes on after its first wait, and nobody can wait for it.</summary>
    private void EmitAsyncVoid(Call call, CallSite? site)
    {
        if ((site?.Function ?? call.Member as IMethodSymbol) is { IsAsync: true, ReturnsVoid: true } && UsedByWork(call, site) is { IsEmpty: false } used)
        {
            var task = Temporary(call.Operation);
            Emit(new Create(call.Operation.Syntax, task, NeverMoves: false));
            EmitStart(call.Operation.Syntax, task, used, call);
        }
    }

    /// <summary>Work that a callee begins and leaves running.</summary>
    private void EmitLeftRunning(Call call, CallSite site)
    {
        foreach (var start in site.Summary.Started)
        {
            var used = start.Used.Select(path => Resolve(path, site)).OfType<Origin>().ToImmutableArray();
            if (used.IsEmpty)
            {
                continue;
            }

            var task = Temporary(call.Operation);
            Emit(new Create(call.Operation.Syntax, task, NeverMoves: false));
            var work = _origins.OfWork(call.Operation.Syntax);
            EmitFlow(call.Operation, work, used);
            Emit(new Start(call.Operation.Syntax, task, work)
            {
                IsDelegated = start.IsDelegated,
                Given = call.Arguments.FirstOrDefault(argument => argument.Origin is { } given && used.Contains(given)).Operation?.Value.Syntax,
                Through = start.Through.Insert(0, CallChain.NameOf(site.Function)),
            });
            if (start.Kept is { } kept && Resolve(kept, site) is { } place)
            {
                Emit(new OriginFlow(call.Operation.Syntax, place, ImmutableArray.Create(task), Adds: !WorkTypes.IsAwaitable(place.Step?.Type), Dereferences: false) { IsImplied = true });
            }
        }
    }

    /// <summary>Whether what comes out says that nothing may have begun, and is asked.</summary>
    private static bool IsOnlyTried(IOperation call) => call is { Type.SpecialType: SpecialType.System_Boolean, Syntax.Parent: not ExpressionStatementSyntax, Parent: not IExpressionStatementOperation };

    private void EmitStart(SyntaxNode where, Origin task, ImmutableArray<Origin> used, Call call)
    {
        var work = _origins.OfWork(where);
        EmitFlow(call.Operation, work, used.AddRange(used.Where(static given => given.IsTemporary || given.IsCapture).SelectMany(static given => given.Children)));
        Emit(new Start(where, task, work) { IsDelegated = IsDelegated(call), Given = GivenBesideCode(call, used) });
    }

    private static SyntaxNode? GivenBesideCode(Call call, ImmutableArray<Origin> used) =>
        call.Arguments.FirstOrDefault(argument => argument.Origin is { } given && used.Contains(given) && argument.Parameter?.Type.TypeKind != TypeKind.Delegate).Operation?.Value.Syntax;

    /// <summary>Whether the work is code that was handed over, or goes on at the other end of a queue, rather than the called member's own.</summary>
    private static bool IsDelegated(Call call) =>
        !IsListOfStarted(call) && (call.Arguments.Any(static argument => argument is { Parameter.Type.TypeKind: TypeKind.Delegate, Operation.Value.ConstantValue.HasValue: false }) || call.Member.ContainingType.Name is "Thread" or "ChannelWriter");

    /// <summary>What the work of a call may use. Spans it cannot keep; what source takes over, it answers for.</summary>
    private static ImmutableArray<Origin> UsedByWork(Call call, CallSite? site)
    {
        var used = ImmutableArray.CreateBuilder<Origin>();
        var method = (site?.Function ?? call.Member as IMethodSymbol)?.OriginalDefinition;
        if (call is { Member.IsStatic: false, Instance: { } instance } && GoesOnWith(-1))
        {
            used.Add(instance);
        }

        foreach (var argument in call.Arguments)
        {
            if (argument is { Origin: { } given, IsByRef: false, Parameter: { Type.IsRefLikeType: false } parameter } && !WorkTypes.IsAwaitable(parameter.Type) &&
                site?.Summary.Transferred.Contains(parameter.Ordinal) != true && GoesOnWith(parameter.Ordinal))
            {
                used.Add(given);
            }
        }

        return used.ToImmutable();

        bool GoesOnWith(int parameter) => method is null || parameter >= method.Parameters.Length || WorkShape.GoesOnWith(method, parameter);
    }

    /// <summary>A thread or task that is made holds what its delegate holds.</summary>
    private void KeepForWork(Origin made, Call call)
    {
        var given = call.Arguments.Select(static argument => argument.Origin).OfType<Origin>().ToImmutableArray();
        if (!given.IsEmpty)
        {
            Emit(new OriginFlow(call.Operation.Syntax, made, given, Adds: true, Dereferences: false));
        }
    }

    /// <summary>Work is over however it ends; if it was waited for together with something else, only where the waiting returns.</summary>
    private void EmitJoin(Origin? task, IAwaitOperation awaited)
    {
        if (task is not null)
        {
            Emit(new Join(awaited.Syntax, task, HasReturned: !MayGiveUp(awaited.Operation) || IsWaitedForWhereCaught(awaited.Syntax)));
        }

        EmitMayThrow(awaited, isOfWait: !IsRace(awaited.Operation));
        if (task is not null)
        {
            Emit(new Join(awaited.Syntax, task, HasReturned: true));
        }
    }

    /// <summary>Whether what is awaited only tells which of several tasks came first: it never throws.</summary>
    private bool IsRace(IOperation task) => task is IInvocationOperation call &&
        (call is { TargetMethod.IsStatic: true } ? _model.EffectsOf(call.TargetMethod).Any(static effect => effect.Kind == EffectKind.Abandons) : call.Instance is { } made && IsRace(made));

    /// <summary>Whether what is awaited may end before the work does: <c>WaitAsync</c>, or a variable that was given that.</summary>
    private bool MayGiveUp(IOperation task) => task switch
    {
        IInvocationOperation call => _givingUp.Contains(call) || _model.EffectsOf(call.TargetMethod).Any(static effect => effect.Kind == EffectKind.Abandons) || (call.Instance is { } made && MayGiveUp(made)),
        IConversionOperation conversion => MayGiveUp(conversion.Operand),
        ILocalReferenceOperation { Local.DeclaringSyntaxReferences: [var declaration] } => declaration.GetSyntax(_cancellation).DescendantNodes().OfType<SimpleNameSyntax>().Any(static name => name.Identifier.ValueText == "WaitAsync"),
        _ => false,
    };

    /// <summary>Whether code that catches what ends the waiting waits for the rest: <c>catch (TimeoutException) { stream.Close(); await read; }</c>.</summary>
    private static bool IsWaitedForWhereCaught(SyntaxNode wait)
    {
        var names = wait.DescendantNodes().OfType<IdentifierNameSyntax>().Select(static name => name.Identifier.ValueText).ToImmutableHashSet();
        return wait.Ancestors().OfType<TryStatementSyntax>().Where(around => around.Block.Span.Contains(wait.Span))
            .SelectMany(static around => around.Catches)
            .SelectMany(static caught => caught.Block.DescendantNodes().OfType<AwaitExpressionSyntax>())
            .Any(later => later.Expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => names.Contains(name.Identifier.ValueText)));
    }

    /// <summary>What a call waits for, and that it may throw. One that only makes something to wait for has not waited when it throws.</summary>
    private void EmitWaitingOrThrow(Call call, ImmutableArray<Effect> effects, CallSite? site)
    {
        var isWait = !WorkTypes.IsAwaitable(call.ResultType);
        EmitWaiting(call, effects, EffectKind.Joins);
        EmitWaiting(call, effects, isWait ? EffectKind.Abandons : null);
        if (!IsPlannedToReturn(call, effects))
        {
            EmitMayThrow(call.Operation, isOfWait: isWait && effects.Any(static effect => effect.Kind is EffectKind.Joins or EffectKind.Abandons) || EmitGivenUp(call, site));
        }

        EmitWaiting(call, effects, isWait ? null : EffectKind.Abandons);
    }

    private void EmitWaiting(Call call, ImmutableArray<Effect> effects, EffectKind? kind)
    {
        foreach (var effect in effects)
        {
            if (effect.Kind == kind && call.At(effect.Of) is { } work)
            {
                var isToTheEnd = effect.Kind == EffectKind.Joins || IsUnbounded(call.Operation) || IsAnswerKept(call.Operation);
                EmitWait(call.Operation, work, isToTheEnd);
            }
        }
    }

    private void EmitWait(IOperation call, Origin work, bool isToTheEnd)
    {
        if (isToTheEnd)
        {
            Emit(new Join(call.Syntax, work, HasReturned: true));
            return;
        }

        var wait = new Abandon(call.Syntax, work);
        Emit(wait);
        if (call == _asked && call.Type is { SpecialType: SpecialType.System_Boolean })
        {
            _askedWait = wait;
        }
    }

    /// <summary>Whether a collection of tasks is made for a call that does no more than wait for them: <c>Task.WaitAll(new[] { read, write }, 100)</c>.</summary>
    private bool IsOnlyWaitedFor(IOperation collection)
    {
        var given = collection.Parent;
        while (given is IConversionOperation)
        {
            given = given.Parent;
        }

        return given is IArgumentOperation { Parameter: { } parameter, Parent: IInvocationOperation { TargetMethod: var called } } && ElementOf(parameter.Type) is { } element && WorkTypes.IsAwaitable(element) &&
            _model.EffectsOf(called).Any(effect => effect.Kind is EffectKind.Joins or EffectKind.Abandons or EffectKind.ForwardsTo && effect.Of.Equals(Slot.Parameter(parameter.Ordinal)));
    }

    /// <summary>Whether a task is put into a collection, or tasks are put together for one wait: nobody waits there.</summary>
    private static bool IsOnlyListed(Call call, Argument argument, ImmutableArray<Effect> effects) => WorkTypes.IsAwaitable(argument.Operation.Value.Type)
        ? call is { Instance: not null, Member: IMethodSymbol { ContainingType: { DeclaringSyntaxReferences.IsEmpty: true, ContainingNamespace: { } space }, Name: var called } } && Collecting.Adds(called) && space.ToDisplayString().StartsWith("System.Collections.", System.StringComparison.Ordinal)
        : WorkTypes.IsAwaitable(call.ResultType) && effects.Any(effect => effect is { Kind: EffectKind.ForwardsTo, Into.IsResult: true } && effect.Of.Equals(Slot.Parameter(argument.Parameter!.Ordinal)));

    /// <summary>A copy of a collection of tasks has all of them.</summary>
    private Origin WithTasks(Call call, Origin made) => Collecting.Copies(call.Member.Name) && Source(call) is { } tasks && call.ResultType is { } type && WorkTypes.IsAwaitable(ElementOf(type)) ? WithListed(call.Operation, WithWork(call, made, tasks), tasks) : made;

    private static ITypeSymbol? ElementOf(ITypeSymbol collection) => collection switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [var element] } => element,
        _ => null,
    };

    /// <summary>Whether a call waits for as long as it takes: <c>Wait(Timeout.Infinite)</c>.</summary>
    private static bool IsUnbounded(IOperation call) => call is IInvocationOperation invocation &&
        invocation.Arguments.Any(static argument => argument.Value.ConstantValue is { HasValue: true, Value: -1 });

    /// <summary>Whether the answer to a wait goes where it may be asked later.</summary>
    private bool IsAnswerKept(IOperation call) => call is { Type.SpecialType: SpecialType.System_Boolean, Syntax.Parent: not ExpressionStatementSyntax, Parent: not IExpressionStatementOperation } && call != _asked &&
        call.Syntax.Parent is not AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } };
}
