// Signs that a method waits for code that it handed over, by whatever they share: the code sets it, sends to it or
// counts it down; the method polls it or waits for it before the buffer ends.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BufferLint.Facts;

internal static class Handshake
{
    /// <summary>How calls that wait for an answer begin.</summary>
    private static readonly ImmutableArray<string> Waiting = ImmutableArray.Create("Wait", "Join", "Signal", "Spin", "Take", "TryTake", "TryRead", "Receive", "TryReceive", "Dequeue", "TryDequeue");

    /// <summary>Whether the work may have answered before the buffer ends.</summary>
    public static bool MayCome(Start start, Invalidate broken)
    {
        return start.IsDelegated && MemberAround(start) is { } member && MayCome(start, broken.Syntax, member);
    }

    /// <summary>Whether work that a function begins may have answered when the function, with its own task, is over.</summary>
    public static bool MayComeBeforeEnd(Start start) => MemberAround(start) is { } member && MayCome(start, member, member);

    private static SyntaxNode? MemberAround(Start start) =>
        start.Syntax.Ancestors().FirstOrDefault(static around => around is CompilationUnitSyntax or (MemberDeclarationSyntax and not GlobalStatementSyntax));

    private static bool MayCome(Start start, SyntaxNode broken, SyntaxNode member)
    {
        if (start.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Writer", Expression: var channel } } })
        {
            // Both ends of the channel are here: who reads it is seen, or waited for.
            return member.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Any(end => end.Name.Identifier.ValueText == "Reader" && SyntaxFactory.AreEquivalent(end.Expression, channel));
        }

        // What is waited for is near; what the work changes may stand anywhere in the type.
        var between = SpanBetween(start.Syntax, broken, member);
        var waitedFor = member.DescendantNodes(between).OfType<IdentifierNameSyntax>().Where(name => between.Contains(name.Span) && IsWaitedFor(name)).ToArray();
        if (waitedFor.Length == 0)
        {
            return false;
        }

        var code = CodeOf(start, member).ToArray();
        var shared = new HashSet<string>(code.SelectMany(Changed));
        return waitedFor.Any(name => shared.Contains(name.Identifier.ValueText) && !code.Any(part => part.Span.Contains(name.Span)));
    }

    /// <summary>The lambdas and functions that run: those written there, and those named there, or in the thread that is started.</summary>
    private static IEnumerable<SyntaxNode> CodeOf(Start start, SyntaxNode member)
    {
        var lambdas = start.Syntax.DescendantNodes().OfType<AnonymousFunctionExpressionSyntax>().ToArray();
        if (lambdas.Length > 0)
        {
            return lambdas;
        }

        var named = new HashSet<string>(start.Syntax.DescendantNodes().OfType<IdentifierNameSyntax>().Select(static name => name.Identifier.ValueText));
        var type = (SyntaxNode?)member.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? member;
        var functions = type.DescendantNodes().Where(node =>
            (node is MethodDeclarationSyntax method && named.Contains(method.Identifier.ValueText)) || (node is LocalFunctionStatementSyntax local && named.Contains(local.Identifier.ValueText)));
        return functions.Concat(member.DescendantNodes().OfType<AnonymousFunctionExpressionSyntax>());
    }

    /// <summary>What code assigns, gives away by reference, locks, or calls members of.</summary>
    private static IEnumerable<string> Changed(SyntaxNode code) => code.DescendantNodes().OfType<IdentifierNameSyntax>()
        .Where(static name => name.Parent is not MemberAccessExpressionSyntax access || access.Expression == name || access.Expression is ThisExpressionSyntax)
        .Where(static name => IsChanged(name.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } ofThis ? ofThis : name))
        .Select(static name => name.Identifier.ValueText);

    private static bool IsChanged(ExpressionSyntax name) => name.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == name,
        PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax or LockStatementSyntax => true,
        ArgumentSyntax argument => argument.RefKindKeyword.IsKind(SyntaxKind.RefKeyword) || argument.Parent?.Parent is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Monitor" } } },
        MemberAccessExpressionSyntax access => IsCalled(access),
        ConditionalAccessExpressionSyntax => true,
        _ => false,
    };

    private static bool IsCalled(ExpressionSyntax access) => access.Parent switch
    {
        InvocationExpressionSyntax => true,
        MemberAccessExpressionSyntax further => IsCalled(further),
        _ => false,
    };

    /// <summary>From the start of the work to what ends the buffer; behind that to the end, where a scope or an earlier line does.</summary>
    private static TextSpan SpanBetween(SyntaxNode start, SyntaxNode broken, SyntaxNode member) =>
        TextSpan.FromBounds(start.Span.End, broken.SpanStart > start.Span.End ? broken.SpanStart : member.Span.End);

    private static bool IsWaitedFor(IdentifierNameSyntax name)
    {
        foreach (var around in name.Ancestors().TakeWhile(static around => around is not StatementSyntax))
        {
            if (around is AwaitExpressionSyntax || (around is InvocationExpressionSyntax call && IsWaiting(call)))
            {
                return true;
            }
        }

        return name.Ancestors().OfType<StatementSyntax>().FirstOrDefault() switch
        {
            WhileStatementSyntax loop => loop.Condition.Span.Contains(name.Span),
            DoStatementSyntax loop => loop.Condition.Span.Contains(name.Span),
            ForStatementSyntax loop => loop.Condition?.Span.Contains(name.Span) == true,
            _ => false,
        };
    }

    private static bool IsWaiting(InvocationExpressionSyntax call)
    {
        var called = call.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => string.Empty,
        };
        return Waiting.Any(word => called.StartsWith(word, System.StringComparison.Ordinal));
    }
}
