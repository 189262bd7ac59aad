// What rules about running work share: what ends storage that work still uses, each mistake once.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Graph;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Checks;

internal static class BrokenUnderWork
{
    /// <summary>Reports each release, resize and advance under work that may still be running.</summary>
    /// <param name="rule">The rule that is asked.</param>
    /// <param name="body">The body.</param>
    /// <param name="isWanted">Whether the rule is about work that was started so, and is or is not waited for no longer than something else.</param>
    /// <param name="report">Receives the findings.</param>
    public static void Report(DiagnosticDescriptor rule, SolvedBody body, Func<Start, bool, bool> isWanted, Action<Finding> report)
    {
        var found = body.BrokenUnderWork.Where(broken => isWanted(broken.Work, broken.IsAbandoned)).Select(broken => broken.Finding with { Rule = rule });
        var told = new HashSet<SyntaxNode>();
        foreach (var finding in found.OrderBy(static finding => finding.Broken.Id).ThenBy(static finding => finding.Taken.SpanStart))
        {
            if (told.Add(rule.Id == RuleIds.ViewInUnwaitedWork ? finding.HandedOver ?? finding.Taken : finding.Broken.Syntax))
            {
                report(LeaseFacts.AddTo(finding));
            }
        }
    }

    /// <summary>All of a body, for whatever rule.</summary>
    public static ImmutableArray<(Start Work, bool IsAbandoned, Finding Finding)> In(SolvedBody body)
    {
        if (!body.HasWork || !body.Facts.All.Any(EndsOrFills))
        {
            return ImmutableArray<(Start, bool, Finding)>.Empty;
        }

        var running = new Dictionary<(int Node, int Fact), Running>();
        body.Running.Solver.ReplayForward<Fact>(EndsOrFills, (node, fact, state) =>
        {
            if (!state.Work.IsEmpty)
            {
                running[(node.Ordinal, fact.Id)] = body.Running.Copy(state);
            }
        });

        if (running.Count == 0)
        {
            return ImmutableArray<(Start, bool, Finding)>.Empty;
        }

        var found = ImmutableArray.CreateBuilder<(Start, bool, Finding)>();
        var refills = new Refills(body);
        body.Resolution.Solver.ReplayForward<Fact>(EndsOrFills, (node, fact, held) =>
        {
            if (!running.TryGetValue((node.Ordinal, fact.Id), out var state))
            {
                return;
            }

            foreach (var id in state.Work.ToArray())
            {
                var (work, isAbandoned) = (body.Running.StartOf(id), state.Abandoned.Contains(id));
                if ((fact is Invalidate broken ? At(body, node, broken, work, isAbandoned, held) : Filled(body, (Use)fact, work, isAbandoned, refills, held)) is { } finding)
                {
                    found.Add((work, isAbandoned, finding));
                }
            }
        });
        return found.ToImmutable();
    }

    private static bool EndsOrFills(Fact fact) => fact is Invalidate || Refills.IsFill(fact);

    private static Finding? At(SolvedBody body, FlowNode node, Invalidate broken, Start start, bool isAbandoned, HeldValues held)
    {
        if (body.Running.BufferOf(start) is { } buffer)
        {
            return (Breaks(body, node, broken, buffer) || (broken.Effect.Kind == EffectKind.Moves && body.Running.HasView(start) && body.Resolution.OperandOf(node, broken).Contains(buffer.Id))) && !Handshake.MayCome(start, broken)
                ? new Finding(ReleaseUnderWorkCheck.Rule, start.Syntax, buffer, broken, start.Work, WaitFor(body, start, broken, isAbandoned)) { BegunIn = start.Through }
                : null;
        }

        foreach (var id in body.Resolution.WithParts(held, start.Work).ToArray())
        {
            var value = body.Resolution.Values[id];
            if (Breaks(body, node, broken, value))
            {
                return Handshake.MayCome(start, broken) ? null : new Finding(ReleaseUnderWorkCheck.Rule, start.Syntax, OwnerOf(value), broken, start.Work, WaitFor(body, start, broken, isAbandoned))
                {
                    BegunIn = start.Through,
                    Loan = value as Loan,
                    Acquired = Acquisition.Of(OwnerOf(value), value as Loan),
                    HandedOver = WorkInputs.HandedOver(body, start, id, held),
                };
            }
        }

        return null;
    }

    /// <summary>The next fill of a buffer that an operation still has.</summary>
    private static Finding? Filled(SolvedBody body, Use fill, Start start, bool isAbandoned, Refills refills, HeldValues held)
    {
        if (refills.Under(fill, start, held) is not { } buffer)
        {
            return null;
        }

        var broken = new Invalidate(fill.Syntax.FirstAncestorOrSelf<InvocationExpressionSyntax>()!, fill.Origin, Effect.Shift(Slot.This), null, null, 1) { Id = fill.Id };
        return new Finding(ReleaseUnderWorkCheck.Rule, start.Syntax, buffer, broken, start.Work, WaitFor(body, start, broken, isAbandoned)) { BegunIn = start.Through };
    }

    /// <summary>The wait that gives the work up; else the one that comes too late, or stands on another way.</summary>
    private static Fact? WaitFor(SolvedBody body, Start start, Invalidate broken, bool isAbandoned)
    {
        if (isAbandoned)
        {
            return body.Running.AbandonsOf(start).LastOrDefault(wait => wait.Id < broken.Id) ?? body.Running.AbandonsOf(start).FirstOrDefault();
        }

        var waits = body.Running.JoinsOf(start).Where(static join => join.Syntax is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: not "Result" }).ToArray();
        return waits.FirstOrDefault(wait => wait.Id > broken.Id) ?? waits.FirstOrDefault();
    }

    /// <summary>Whether nobody in the body can wait for code that was handed over: the mistake is to hand over the view.</summary>
    public static bool IsLetGo(SolvedBody body, Start start) => start.IsDelegated && !body.Running.JoinsOf(start).Any() && !body.Running.IsReturned(start);

    /// <summary>What is given back is gone under every name; what moves or goes on, only for views of it.</summary>
    private static bool Breaks(SolvedBody body, FlowNode node, Invalidate broken, Value used) => broken.Effect.GivesBack
        ? !used.IsAmbiguous && body.Resolution.OperandOf(node, broken).Contains(OwnerOf(used).Id)
        : used is Loan loan && body.Breakage.Breaks(node, broken, loan);

    private static Value OwnerOf(Value value) => value is Loan loan ? OwnerOf(loan.Owner) : value;
}
