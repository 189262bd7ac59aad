// What all runs for one field of one type share.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using BufferLint.Graph;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace BufferLint.Protocols;

/// <summary>Finds bodies and effects, and counts the work.</summary>
internal sealed class RunContext
{
    /// <summary>How many blocks may be run for one type; most need a hundredth of it.</summary>
    private const int MaxBlocks = 5_000;

    private const int MaxNodes = 400;

    private readonly Func<IMethodSymbol, CancellationToken, ControlFlowGraph?> _graphOf;
    private readonly Dictionary<ISymbol, FlowGraph?> _graphs = new(SymbolEqualityComparer.Default);
    private int _blocks;

    /// <param name="type">The type whose members are run; virtual calls on the object are calls of its members.</param>
    /// <param name="model">What members do.</param>
    /// <param name="graphOf">The code of a method; <see langword="null"/> if there is none.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <param name="isStatic">Whether it is about static members and fields.</param>
    public RunContext(INamedTypeSymbol type, BufferModel model, Func<IMethodSymbol, CancellationToken, ControlFlowGraph?> graphOf, CancellationToken cancellation, bool isStatic)
    {
        IsStatic = isStatic;
        Type = type;
        Model = model;
        _graphOf = graphOf;
        Cancellation = cancellation;
    }

    public INamedTypeSymbol Type { get; }

    /// <summary>Whether it is about static members and fields.</summary>
    public bool IsStatic { get; }

    /// <summary>What the fields belong to.</summary>
    public Place Root => IsStatic ? Place.Static : Place.This;

    public BufferModel Model { get; }

    public CancellationToken Cancellation { get; }

    /// <summary>The functions that are being run, outermost first.</summary>
    public Stack<IMethodSymbol> Running { get; } = new();

    /// <summary>How conditions turn out that ask what another member has changed; <see langword="null"/> for both ways.</summary>
    public bool? Doubtful { get; set; }

    /// <summary>Whether such a condition was met.</summary>
    public bool MetDoubt { get; set; }

    /// <summary>How many of the functions that are being run are a struct's own, or have one as an argument: what its copies share may say that one was released.</summary>
    public int OfValues { get; set; }

    /// <summary>Whether it was asked if the field holds anything: whoever asks means to be called again.</summary>
    public bool AskedForField { get; set; }

    /// <summary>Whether there was more work than anybody wants to wait for.</summary>
    public bool IsOverBudget => _blocks > MaxBlocks;

    /// <summary>Counts a block.</summary>
    public bool Spend()
    {
        Cancellation.ThrowIfCancellationRequested();
        return ++_blocks <= MaxBlocks;
    }

    /// <summary>The code of a method, if it has some that can be followed.</summary>
    public FlowGraph? GraphOf(IMethodSymbol method) => GraphOf(method, () => method.IsAbstract || method.IsExtern || method.DeclaringSyntaxReferences.IsEmpty ? null : _graphOf(method, Cancellation));

    /// <summary>The code of a function that stands within another.</summary>
    /// <param name="function">The function.</param>
    /// <param name="graphOf">Its graph, asked for once.</param>
    public FlowGraph? GraphOf(IMethodSymbol function, Func<ControlFlowGraph?> graphOf)
    {
        if (!_graphs.TryGetValue(function, out var graph))
        {
            _graphs.Add(function, graph = graphOf() is { } source ? FlowGraph.Create(source, MaxNodes, Cancellation) : null);
        }

        return graph;
    }

    /// <summary>Whether a member is one of those that are run on the same fields.</summary>
    public bool IsOwnStatic(ISymbol member) => IsStatic && member.IsStatic && SymbolEqualityComparer.Default.Equals(member.ContainingType?.OriginalDefinition, Type);

    /// <summary>The method that a call on the object runs.</summary>
    public IMethodSymbol Dispatched(IMethodSymbol called) =>
        TypeHierarchy.IsOverridable(called) ? TypeHierarchy.ImplementationIn(Type, called.OriginalDefinition) ?? called.OriginalDefinition : called.OriginalDefinition;
}
