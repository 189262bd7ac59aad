// What rules about running work share: what ends storage that work still uses, each mistake once.
using System;
using System.Collections.Generic;
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
        if (!body.HasWork)
        {
            return;
        }

        var running = new Dictionary<(int Node, int Fact), Running>();
        body.Running.Solver.ReplayForward((node, fact, state) =>
        {
            if ((fact is Invalidate || Refills.IsFill(fact)) && !state.Work.IsEmpty)
            {
                running[(node.Ordinal, fact.Id)] = body.Running.Copy(state);
            }
        });

        if (running.Count == 0)
        {
            return;
        }

        var found = new List<Finding>();
        var refills = new Refills(body);
        body.Resolution.Solver.ReplayForward((node, fact, held) =>
        {
            if (running.TryGetValue((node.Ordinal, fact.Id), out var state))
            {
                var wanted = state.Work.ToArray().Select(id => (Work: body.Running.StartOf(id), IsAbandoned: state.Abandoned.Contains(id))).Where(work => isWanted(work.Work, work.IsAbandoned));
                found.AddRange(fact is Invalidate broken ? At(rule, body, node, broken, wanted, held) : Filled(rule, body, (Use)fact, wanted, refills, held));
            }
        });

        var told = new HashSet<SyntaxNode>();
        foreach (var finding in found.OrderBy(static finding => finding.Broken.Id).ThenBy(static finding => finding.Taken.SpanStart))
        {
            if (told.Add(rule.Id == RuleIds.ViewInUnwaitedWork ? finding.HandedOver ?? finding.Taken : finding.Broken.Syntax))
            {
                report(LeaseFacts.AddTo(finding));
            }
        }
    }

    private static IEnumerable<Finding> At(DiagnosticDescriptor rule, SolvedBody body, FlowNode node, Invalidate broken, IEnumerable<(Start Work, bool IsAbandoned)> work, HeldValues held)
    {
        foreach (var (start, isAbandoned) in work.Where(work => !Handshake.MayCome(work.Work, broken)))
        {
            if (body.Running.BufferOf(start) is { } buffer)
            {
                if (Breaks(body, node, broken, buffer) || (broken.Effect.Kind == EffectKind.Moves && body.Running.HasView(start) && body.Resolution.OperandOf(node, broken).Contains(buffer.Id)))
                {
                    yield return new Finding(rule, start.Syntax, buffer, broken, start.Work, WaitFor(body, start, broken, isAbandoned)) { BegunIn = start.Through };
                }

                continue;
            }

            foreach (var id in body.Resolution.WithParts(held, start.Work).ToArray())
            {
                if (Breaks(body, node, broken, body.Resolution.Values[id]))
                {
                    yield return new Finding(rule, start.Syntax, OwnerOf(body.Resolution.Values[id]), broken, start.Work, WaitFor(body, start, broken, isAbandoned)) { BegunIn = start.Through, Loan = body.Resolution.Values[id] as Loan, Acquired = Acquisition.Of(OwnerOf(body.Resolution.Values[id]), body.Resolution.Values[id] as Loan), HandedOver = WorkInputs.HandedOver(body, start, id, held) };
                    break;
                }
            }
        }
    }

    /// <summary>The next fill of a buffer that an operation still has.</summary>
    private static IEnumerable<Finding> Filled(DiagnosticDescriptor rule, SolvedBody body, Use fill, IEnumerable<(Start Work, bool IsAbandoned)> work, Refills refills, HeldValues held)
    {
        foreach (var (start, isAbandoned) in work)
        {
            if (refills.Under(fill, start, held) is { } buffer)
            {
                var broken = new Invalidate(fill.Syntax.FirstAncestorOrSelf<InvocationExpressionSyntax>()!, fill.Origin, Effect.Shift(Slot.This), null, null, 1) { Id = fill.Id };
                yield return new Finding(rule, start.Syntax, buffer, broken, start.Work, WaitFor(body, start, broken, isAbandoned)) { BegunIn = start.Through };
            }
        }
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
