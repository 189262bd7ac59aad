// The screen's last question, asked once symbols are known: may any method that a body calls give it a view? Bodies that
// name no view themselves, and call nobody who gives one, are left before facts are made and callees summarised.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using BufferLint.Facts;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace BufferLint.Summaries;

/// <summary>Which methods of a compilation may give their callers a view or a lease.</summary>
internal sealed class GivingMethods
{
    /// <summary>Who calls more methods than this is taken to be given a view by one of them.</summary>
    private const int MaxCallees = 200;

    private readonly BufferModel _model;
    private readonly Func<IMethodSymbol, CancellationToken, SourceBody?> _bodyOf;
    private readonly Func<IMethodSymbol, bool> _isWorthALook;
    private readonly ConcurrentDictionary<ISymbol, Look> _looks = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _gives = new(SymbolEqualityComparer.Default);

    /// <summary>Makes the question; nothing is read before it is asked.</summary>
    /// <param name="model">What members do.</param>
    /// <param name="bodyOf">Finds the code of a method.</param>
    /// <param name="isWorthALook">Whether a method is summarised at all.</param>
    public GivingMethods(BufferModel model, Func<IMethodSymbol, CancellationToken, SourceBody?> bodyOf, Func<IMethodSymbol, bool> isWorthALook)
    {
        _model = model;
        _bodyOf = bodyOf;
        _isWorthALook = isWorthALook;
    }

    /// <summary>Whether a body may be given a view by a method that it calls.</summary>
    public bool MayGive(ControlFlowGraph graph, CancellationToken cancellation) =>
        Callees.In(graph, _model.Hierarchy).Any(callee => MayGive(callee, cancellation));

    /// <summary>Whether a call of a method may give a view, or a lease.</summary>
    public bool MayGive(IMethodSymbol method, CancellationToken cancellation)
    {
        if (_gives.TryGetValue(method, out var known))
        {
            return known;
        }

        var from = new Dictionary<ISymbol, ISymbol?>(SymbolEqualityComparer.Default) { [method] = null };
        var open = new Queue<IMethodSymbol>();
        open.Enqueue(method);
        while (open.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var next = open.Dequeue();
            var look = _looks.TryGetValue(next, out var seen) ? seen : _looks.GetOrAdd(next, LookAt(next, cancellation));
            if (look.Takes || from.Count > MaxCallees || look.Callees.Any(callee => _gives.TryGetValue(callee, out var gives) && gives))
            {
                for (ISymbol? giver = next; giver is not null; giver = from[giver])
                {
                    _gives[giver] = true;
                }

                return true;
            }

            foreach (var callee in look.Callees.Where(callee => !_gives.ContainsKey(callee) && !from.ContainsKey(callee)))
            {
                from.Add(callee, next);
                open.Enqueue(callee);
            }
        }

        foreach (var asked in from.Keys)
        {
            _gives[asked] = false;
        }

        return false;
    }

    private Look LookAt(IMethodSymbol method, CancellationToken cancellation)
    {
        if (!_isWorthALook(method))
        {
            return Look.Nothing;
        }

        if (method.ReturnsByRef || method.ReturnsByRefReadonly || !_model.EffectsOf(method).IsEmpty)
        {
            return Look.View;
        }

        return !HandsOut(method) || _bodyOf(method, cancellation) is not { } body ? Look.Nothing :
            GivenViews.AreIn(body.Graph, method, _model) ? Look.View : new Look(false, body.Callees);
    }

    /// <summary>Whether what a method gives its caller can hold a view or be an owner.</summary>
    private bool HandsOut(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Constructor || _model.Types.Carries(method.ReturnType) || method.Parameters.Any(parameter => parameter.RefKind is RefKind.Out or RefKind.Ref && _model.Types.Carries(parameter.Type));

    /// <summary>What one method is by its own code.</summary>
    /// <param name="Takes">Whether it may take a view.</param>
    /// <param name="Callees">Who else may take one for it.</param>
    private sealed record Look(bool Takes, ImmutableArray<IMethodSymbol> Callees)
    {
        public static Look Nothing { get; } = new(false, ImmutableArray<IMethodSymbol>.Empty);

        public static Look View { get; } = new(true, ImmutableArray<IMethodSymbol>.Empty);
    }
}

/// <summary>What those methods do that may give a view; of others nothing is asked.</summary>
internal sealed class GivingCallees(IFunctionSummaries callees, GivingMethods giving, CancellationToken cancellation) : IFunctionSummaries
{
    /// <inheritdoc/>
    public FunctionSummary Of(IMethodSymbol function) => giving.MayGive(function, cancellation) ? callees.Of(function) : FunctionSummary.Unknown;
}
