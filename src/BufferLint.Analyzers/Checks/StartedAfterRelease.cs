// Threads and tasks that are made with a buffer, and started when it is gone: new Thread(() => Use(a)); Return(a); thread.Start();
using System;
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Checks;

internal static class StartedAfterRelease
{
    /// <summary>Reports each piece of work that holds something released where it is started.</summary>
    public static void Report(DiagnosticDescriptor rule, SolvedBody body, Action<Finding> report)
    {
        var told = new HashSet<SyntaxNode>();
        body.Resolution.Solver.ReplayForward<Start>((_, start, held) =>
        {
            if (IsMadeBefore(body, start, held) && At(rule, body, start, held) is { } finding && told.Add(finding.HandedOver ?? finding.Taken))
            {
                report(LeaseFacts.AddTo(finding));
            }
        });
    }

    private static bool IsMadeBefore(SolvedBody body, Start start, HeldValues held) =>
        body.Resolution.Loans.Holds(held, start.Task).ToArray().Any(id => body.Resolution.Values[id] is Created { Site: var made } && WorkTypes.StandsForWork(made.Type) && !start.Syntax.Span.Contains(made.Syntax.Span));

    private static Finding? At(DiagnosticDescriptor rule, SolvedBody body, Start start, HeldValues held)
    {
        foreach (var id in body.Resolution.WithParts(held, start.Work).ToArray())
        {
            if (Released.In(body.Resolution.Values[id]) is { IsAmbiguous: false } released)
            {
                return new Finding(rule, start.Syntax, released.Of, released.Site, start.Work, null) { StartedAt = start.Syntax, Acquired = Acquisition.Of(released.Of, null), HandedOver = WorkInputs.HandedOver(body, start, id, held) };
            }
        }

        return null;
    }
}
