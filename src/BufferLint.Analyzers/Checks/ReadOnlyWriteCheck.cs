// BUF3001. At every write: is what is written storage that was only to be read?
using System;
using System.Collections.Generic;
using BufferLint.Facts;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Checks;

/// <inheritdoc cref="RuleIds.ReadOnlyWrite"/>
internal sealed class ReadOnlyWriteCheck : ICheck
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ReadOnlyWrite,
        "Write through a read-only view",
        "{0} writes {1}, which is read-only: (1) {2}, (2) {3}, (3) written at line {4}",
        BufferLint.Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "What is handed out as read-only belongs to somebody who relies on it: a literal is shared by the whole process, constant data lies in memory that faults when it is written, a frozen array is read by threads without a lock. A cast takes the type away, not the promise.",
        helpLinkUri: BufferLint.Rule.HelpLink(RuleIds.ReadOnlyWrite),
        customTags: new[] { "CWE-471" });

    public DiagnosticDescriptor Descriptor => Rule;

    public Signs Signs => Signs.Casts | Signs.Addresses;

    public void Run(SolvedBody body, Action<Finding> report)
    {
        var told = new HashSet<object>();
        foreach (var write in body.ReadOnly.Writes)
        {
            if (told.Add((object?)write.Cast ?? write.Storage) && !(IsOfObject(write) && WriteGuards.Stand(write.Use.Syntax)))
            {
                report(ReadOnlyFindings.Of(Rule, write));
            }
        }
    }

    /// <summary>Whether it is an object that can be asked whether it may be written.</summary>
    private static bool IsOfObject(ReadOnlyUse write) => write.Cast is null or Issue { Effect.IsOfRefusing: true } || write.Cast is Issue { Syntax: not Microsoft.CodeAnalysis.CSharp.Syntax.InvocationExpressionSyntax };
}
