// Most functions do nothing to what their callers can name: then their facts alone say so, and nothing is solved.
using System.Collections.Generic;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Graph;
using Microsoft.CodeAnalysis;

namespace BufferLint.Summaries;

/// <summary>
/// Tells functions that only give values to variables of their own and look at what they are given. Says no where it
/// would have to know what a variable holds.
/// </summary>
internal static class SilentFacts
{
    /// <summary>A body with more is solved, and may be over budget.</summary>
    private const long MaxSize = 1_000_000;

    /// <summary>Whether a call of a function comes to nothing for its caller.</summary>
    /// <param name="graph">Its graph.</param>
    /// <param name="facts">Its facts.</param>
    /// <param name="function">The method, accessor or nested function; <see langword="null"/> for an initialiser.</param>
    public static bool SayNothing(FlowGraph graph, FactTable facts, IMethodSymbol? function)
    {
        if (facts.StartsWork || (function is not null && RunningWork.TakesTasks(function)) || (long)graph.Nodes.Length * facts.Origins.All.Count > MaxSize)
        {
            return false;
        }

        var gives = false;
        foreach (var fact in facts.All)
        {
            if (!IsSilent(fact, function))
            {
                return false;
            }

            gives |= fact is Use { IsTransfer: true };
        }

        foreach (var lesson in facts.AllLessons)
        {
            if (lesson is IsSame or EndsFixed)
            {
                return false;
            }
        }

        return !gives || !GivesParameter(facts, function);
    }

    private static bool IsSilent(Fact fact, IMethodSymbol? function) => fact switch
    {
        Use use => use is { IsWritten: false, Kind: not (UseKind.Write or UseKind.Return) },
        Create create => IsOwn(create.Target, function),
        Issue issue => IsOwn(issue.Target, function),
        OriginFlow flow => IsOwn(flow.Target, function),
        Kill or MayThrow or End or Suspend or Callback or Measured or Demand or Validity or WholeRead or Reserve or Fill or Rewind or FindKey or HandOver or Join or Abandon or Release or Forget or Reorder => true,
        _ => false,
    };

    /// <summary>Whether nobody else sees what an origin is given.</summary>
    private static bool IsOwn(Origin target, IMethodSymbol? function) => target is { Parent: null } && (target.IsTemporary || target.IsCapture || target.Symbol switch
    {
        ILocalSymbol { IsRef: false } local => function is null || SymbolEqualityComparer.Default.Equals(local.ContainingSymbol, function),
        IParameterSymbol { RefKind: RefKind.None } parameter => SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, function),
        _ => false,
    });

    /// <summary>Whether what came in by a parameter may be given to somebody who answers for it, by whatever names it goes.</summary>
    private static bool GivesParameter(FactTable facts, IMethodSymbol? function)
    {
        if (function is null || function.Parameters.IsEmpty)
        {
            return false;
        }

        var holders = new HashSet<Origin>();
        foreach (var origin in facts.Origins.All)
        {
            if (origin.Symbol is IParameterSymbol)
            {
                holders.Add(origin);
            }
        }

        for (var known = -1; known != holders.Count;)
        {
            known = holders.Count;
            foreach (var fact in facts.All)
            {
                if (fact is OriginFlow flow && !holders.Contains(flow.Target) && MayHold(flow, holders))
                {
                    holders.Add(flow.Target);
                }
            }
        }

        foreach (var fact in facts.All)
        {
            if (fact is Use { IsTransfer: true } use && holders.Contains(use.Origin))
            {
                return true;
            }
        }

        return false;
    }

    private static bool MayHold(OriginFlow flow, HashSet<Origin> holders)
    {
        foreach (var source in flow.Sources)
        {
            if (holders.Contains(source))
            {
                return true;
            }
        }

        return false;
    }
}
