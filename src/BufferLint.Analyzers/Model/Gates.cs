// What lets one flow in at a time, by the source alone: locks, semaphores, interlocked flags.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Model;

internal static class Gates
{
    private static readonly ImmutableArray<string> Entering = ImmutableArray.Create("Wait", "Enter", "TryEnter", "Lock", "TryLock", "Acquire", "TryAcquire");

    /// <summary>The names of what a declaration locks, waits for or exchanges before it goes on.</summary>
    public static IEnumerable<string> In(SyntaxNode declaration) => declaration.DescendantNodes().Select(Entered).Where(static name => name.Length > 0);

    /// <summary>Those of them that a declaration may still have entered where it awaits something: no lock statement, and nothing that it leaves again before.</summary>
    public static IEnumerable<string> HeldWhereItAwaits(SyntaxNode declaration)
    {
        var nodes = declaration.DescendantNodes().ToArray();
        return nodes.Where(node => node is not LockStatementSyntax && !IsLeftBeforeAnAwait(node, nodes)).Select(Entered).Where(static name => name.Length > 0);
    }

    private static bool IsLeftBeforeAnAwait(SyntaxNode entry, SyntaxNode[] nodes)
    {
        var left = entry is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var gate } } ? nodes.OfType<InvocationExpressionSyntax>().LastOrDefault(call =>
            call.SpanStart > entry.Span.End && call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Release" or "Exit", Expression: var released } && NameOf(released).Length > 0 && NameOf(released) == NameOf(gate)) : null;
        return left is not null && !nodes.Any(node => node is AwaitExpressionSyntax && node.SpanStart > entry.Span.End && node.SpanStart < left.SpanStart);
    }

    private static string Entered(SyntaxNode node) => node switch
    {
        LockStatementSyntax locked => NameOf(locked.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var type }, ArgumentList.Arguments: [{ Expression: var given }, ..] } when NameOf(type) is "Monitor" or "Interlocked" => NameOf(given),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var gate, Name.Identifier.ValueText: var called } } when Enters(called) => NameOf(gate),
        InvocationExpressionSyntax { Expression: SimpleNameSyntax { Identifier.ValueText: var called } } when Enters(called) => called,
        _ => string.Empty,
    };

    private static bool Enters(string member) => Entering.Any(verb => member.StartsWith(verb, StringComparison.Ordinal));

    private static string NameOf(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        ThisExpressionSyntax => "this",
        _ => string.Empty,
    };
}
