// Calls that may release, by what they mean: a word that gives back in one place stands for something else in most others.
// Asked of the few members that have such words, before anything is run.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Protocols;

/// <summary>Says which members of one type may release what a field holds. Says yes too often, never no where a run would come to a release.</summary>
internal sealed class BoundReleases
{
    private readonly BufferModel _model;
    private readonly ReleaseCalls _calls;
    private readonly bool _disposes;
    private readonly Func<IMethodSymbol, CancellationToken, ControlFlowGraph?> _graphOf;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<ISymbol, Released[]> _found = new(SymbolEqualityComparer.Default);

    /// <param name="model">What members do.</param>
    /// <param name="calls">Says which calls may release by their names.</param>
    /// <param name="disposes">Whether to dispose may be to release.</param>
    /// <param name="graphOf">The code of a method; <see langword="null"/> if there is none.</param>
    /// <param name="cancellation">Stops the work.</param>
    public BoundReleases(BufferModel model, ReleaseCalls calls, bool disposes, Func<IMethodSymbol, CancellationToken, ControlFlowGraph?> graphOf, CancellationToken cancellation)
    {
        _model = model;
        _calls = calls;
        _disposes = disposes;
        _graphOf = graphOf;
        _cancellation = cancellation;
    }

    /// <summary>Whether a member comes to something that may release what a field holds.</summary>
    public bool MayRelease(EntryMember entry, WatchedField field) => entry.Releasing.Any(method => In((IMethodSymbol)method).Any(released => MayBe(released, field)));

    /// <summary>What the calls in a method may release, as far as it may come from fields.</summary>
    private Released[] In(IMethodSymbol method)
    {
        if (!_found.TryGetValue(method, out var released))
        {
            var code = _graphOf(method, _cancellation)?.OriginalOperation.Descendants().ToArray() ?? Array.Empty<IOperation>();
            released = code.SelectMany(ReleasedBy).ToArray();
            if (released.Length > 0)
            {
                var variables = new OwnVariables(code);
                released = released.Where(given => given.Value is null || variables.MayBeOfField(given.Value)).ToArray();
            }

            _found.Add(method, released);
        }

        return released;
    }

    private IEnumerable<Released> ReleasedBy(IOperation operation) => operation switch
    {
        IInvocationOperation { Syntax: InvocationExpressionSyntax syntax } call when _calls.IsRelease(syntax, _disposes) => ReleasedBy(call),
        IUsingOperation or IUsingDeclarationOperation when _disposes => UsedUp(operation).Select(static value => new Released(value)),
        _ => Enumerable.Empty<Released>(),
    };

    private IEnumerable<Released> ReleasedBy(IInvocationOperation call)
    {
        if (call.TargetMethod is { MethodKind: MethodKind.LocalFunction or MethodKind.DelegateInvoke } || (call.Instance is IInstanceReferenceOperation && TypeHierarchy.IsOverridable(call.TargetMethod)))
        {
            yield return default;
        }

        foreach (var effect in _model.EffectsOf(call.TargetMethod, (call.Instance is { } instance ? Bare(instance) : null)?.Type))
        {
            if (effect.Kind == EffectKind.Advances)
            {
                yield return new Released(null, IsReadResult: true);
            }
            else if (effect.GivesBack && (effect.Of.Equals(Slot.This) ? call.Instance : call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == effect.Of.Ordinal)?.Value) is { } given)
            {
                yield return new Released(given);
            }
        }

        // Code that is run comes to what it is given; of what it is called on it only has the fields.
        if (call.TargetMethod is { ContainingType.TypeKind: TypeKind.Interface } || !call.TargetMethod.DeclaringSyntaxReferences.IsEmpty)
        {
            if (call.Instance is not (null or IInstanceReferenceOperation))
            {
                yield return new Released(call.Instance, IsWhole: true);
            }

            foreach (var argument in call.Arguments)
            {
                yield return new Released(argument.Value);
            }
        }
    }

    private static IEnumerable<IOperation?> UsedUp(IOperation scope) => ((scope as IUsingOperation)?.Resources ?? ((IUsingDeclarationOperation)scope).DeclarationGroup) switch
    {
        IVariableDeclarationGroupOperation group => group.Declarations.SelectMany(static declaration => declaration.Declarators).Select(static declarator => declarator.GetVariableInitializer()?.Value),
        { } value => new[] { value },
    };

    /// <summary>Whether what a field holds may be what is released.</summary>
    private static bool MayBe(Released released, WatchedField field)
    {
        if (released.IsReadResult)
        {
            return WatchedFields.TypeOf(field.Place.Member!) is { Name: "ReadResult" or "ReadOnlySequence" };
        }

        var isPart = !SymbolEqualityComparer.Default.Equals(field.Field, field.Outer);
        if (released.Value is null || field.OfElements || (isPart && released.IsWhole))
        {
            return true;
        }

        var type = Bare(released.Value).Type;
        return (!released.IsWhole && LeaseTypes.MayMeet(type, WatchedFields.TypeOf(field.Field))) || (isPart && LeaseTypes.MayMeet(type, WatchedFields.TypeOf(field.Outer)));
    }

    private static IOperation Bare(IOperation operation) => operation is IConversionOperation { OperatorMethod: null } conversion ? Bare(conversion.Operand) : operation;

    /// <summary>Something that a call may release.</summary>
    /// <param name="Value">The expression; <see langword="null"/> if it may be anything.</param>
    /// <param name="IsWhole">Whether only what is in it may be released.</param>
    /// <param name="IsReadResult">Whether it is what a reader gave, by the words of its call.</param>
    private readonly record struct Released(IOperation? Value, bool IsWhole = false, bool IsReadResult = false);
}
