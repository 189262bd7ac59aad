// Callees before callers; those that call each other together, as one fixed point. Walks the call graph without
// recursion, on one thread, from whatever is asked for; each component is published when it is done.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using BufferLint.Facts;
using Microsoft.CodeAnalysis;

namespace BufferLint.Summaries;

/// <summary>Summaries in the order of the strongly connected components of the call graph (Tarjan).</summary>
internal sealed class CallComponents : IFunctionSummaries
{
    /// <summary>After so many rounds a component keeps what it has.</summary>
    private const int MaxRounds = 6;

    /// <summary>
    /// Methods that call each other in larger circles than this are the hub of a program. Each is summarised once, and learns
    /// nothing of the others: a fixed point over all costs more than all else, and says of each that it may do anything.
    /// </summary>
    private const int MaxCircle = 24;

    private readonly SummarySource _source;
    private readonly ConcurrentDictionary<ISymbol, PublishedSummary> _published;
    private readonly Func<ISymbol?, IMethodSymbol, bool> _isInScope;
    private readonly ISymbol? _asking;
    private readonly CancellationToken _cancellation;

    /// <summary>Makes a walk.</summary>
    /// <param name="source">Finds and summarises bodies.</param>
    /// <param name="published">What is known already.</param>
    /// <param name="isInScope">Whether a call of one method by another is followed.</param>
    /// <param name="asking">The member whose body asks.</param>
    /// <param name="cancellation">Stops the work.</param>
    public CallComponents(SummarySource source, ConcurrentDictionary<ISymbol, PublishedSummary> published, Func<ISymbol?, IMethodSymbol, bool> isInScope, ISymbol? asking, CancellationToken cancellation)
    {
        _source = source;
        _published = published;
        _isInScope = isInScope;
        _asking = asking;
        _cancellation = cancellation;
    }

    /// <inheritdoc/>
    public FunctionSummary Of(IMethodSymbol function)
    {
        if (!_isInScope(_asking, function))
        {
            return FunctionSummary.Unknown;
        }

        if (!IsPublished(function))
        {
            Walk(function);
        }

        return _published[function].Summary;
    }

    private void Walk(IMethodSymbol root)
    {
        var entered = new Dictionary<ISymbol, Visit>(SymbolEqualityComparer.Default);
        var path = new Stack<Visit>();
        var open = new Stack<Visit>();
        Enter(root);
        while (path.Count > 0)
        {
            _cancellation.ThrowIfCancellationRequested();
            var visit = path.Peek();
            if (visit.Next < visit.Callees.Length)
            {
                var callee = visit.Callees[visit.Next++];
                if (entered.TryGetValue(callee, out var known))
                {
                    visit.Lowest = known.IsOpen ? Math.Min(visit.Lowest, known.Order) : visit.Lowest;
                    visit.CallsItself |= known == visit;
                }
                else if (!IsPublished(callee))
                {
                    Enter(callee);
                }

                continue;
            }

            path.Pop();
            if (path.Count > 0)
            {
                path.Peek().Lowest = Math.Min(path.Peek().Lowest, visit.Lowest);
            }

            if (visit.Lowest == visit.Order)
            {
                Publish(CloseDownTo(visit));
            }
        }

        void Enter(IMethodSymbol method)
        {
            var body = _source.BodyOf(method, _cancellation);
            var callees = body is null ? Array.Empty<IMethodSymbol>() : body.Callees.Where(callee => _isInScope(method, callee)).ToArray();
            var visit = new Visit(method, body, callees, entered.Count) { Ground = _source.GroundOf(method, body) };
            entered.Add(method, visit);
            path.Push(visit);
            open.Push(visit);
        }

        List<Visit> CloseDownTo(Visit first)
        {
            var component = new List<Visit>();
            Visit closed;
            do
            {
                closed = open.Pop();
                closed.IsOpen = false;
                component.Add(closed);
            }
            while (closed != first);
            return component;
        }
    }

    /// <summary>Whether a summary is known, from this compilation or from one before.</summary>
    private bool IsPublished(IMethodSymbol method)
    {
        if (_published.ContainsKey(method))
        {
            return true;
        }

        if (_source.Recall(method) is not { } recalled)
        {
            return false;
        }

        _published.TryAdd(method, recalled);
        return true;
    }

    private void Publish(List<Visit> component)
    {
        if (component.Count == 1)
        {
            PublishNow(component);
            return;
        }

        // Whoever else came to the same circle meanwhile waits for it; all that it rests on is published, so nobody waits for them.
        lock (_source.Circles)
        {
            if (!component.All(visit => _published.ContainsKey(visit.Method)))
            {
                PublishNow(component);
            }
        }
    }

    private void PublishNow(List<Visit> component)
    {
        var approximations = new Dictionary<ISymbol, FunctionSummary>(SymbolEqualityComparer.Default);
        if (component is [{ CallsItself: false } only])
        {
            approximations[only.Method] = Summarize(only, approximations, isFinal: true);
        }
        else
        {
            Approximate(component, approximations);
        }

        var ground = SummaryGround.Union(component.Select(static visit => visit.Ground).Concat(component
            .SelectMany(static visit => visit.Callees)
            .Where(callee => !approximations.ContainsKey(callee))
            .Select(callee => _published[callee].Ground)));
        foreach (var visit in component)
        {
            _published.TryAdd(visit.Method, new PublishedSummary(approximations[visit.Method], ground));
            visit.Body = null;
            if (ground is not null)
            {
                _source.Remember(visit.Method, approximations[visit.Method], ground);
            }
        }
    }

    /// <summary>All from what was known of all in the round before, so that no order of calls shows in the result.</summary>
    private void Approximate(List<Visit> component, Dictionary<ISymbol, FunctionSummary> approximations)
    {
        foreach (var visit in component)
        {
            approximations[visit.Method] = FunctionSummary.Unknown;
        }

        var changes = true;
        for (var round = 0; changes && round < (component.Count > MaxCircle ? 1 : MaxRounds); round++)
        {
            var next = component.Select(visit => (visit.Method, Summary: Summarize(visit, approximations, isFinal: false).WithoutAmounts())).ToArray();
            changes = false;
            foreach (var (method, summary) in next)
            {
                changes |= !summary.SaysTheSameAs(approximations[method]);
                approximations[method] = summary;
            }
        }
    }

    private FunctionSummary Summarize(Visit visit, Dictionary<ISymbol, FunctionSummary> approximations, bool isFinal) =>
        visit.Body is { } body ? _source.Summarize(body, new KnownCallees(this, visit, approximations), isFinal, _cancellation) : FunctionSummary.Unknown;

    /// <summary>One method on the walk.</summary>
    private sealed class Visit(IMethodSymbol method, SourceBody? body, IMethodSymbol[] callees, int order)
    {
        public IMethodSymbol Method { get; } = method;

        /// <summary>Its code; dropped once it is summarised.</summary>
        public SourceBody? Body { get; set; } = body;

        public IMethodSymbol[] Callees { get; } = callees;

        /// <summary>What its own code rests on.</summary>
        public SummaryGround? Ground { get; init; }

        public int Order { get; } = order;

        public int Lowest { get; set; } = order;

        public int Next { get; set; }

        public bool IsOpen { get; set; } = true;

        public bool CallsItself { get; set; }
    }

    /// <summary>What the callees of one method do; nothing but those found in its code is ever answered, whatever others have published.</summary>
    private sealed class KnownCallees(CallComponents components, Visit caller, Dictionary<ISymbol, FunctionSummary> approximations) : IFunctionSummaries
    {
        private readonly HashSet<ISymbol> _callees = new(caller.Callees, SymbolEqualityComparer.Default);

        public FunctionSummary Of(IMethodSymbol function) =>
            !_callees.Contains(function) ? FunctionSummary.Unknown :
            approximations.TryGetValue(function, out var summary) ? summary :
            components._published.TryGetValue(function, out var published) ? published.Summary : FunctionSummary.Unknown;
    }
}
