// Signs that a method waits for a native operation, or calls it off, while what the operation was given is still good.
using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Checks;

internal static class NativeWaits
{
    /// <summary>Parts of the names of calls after which nothing is under way any more, or that run what is.</summary>
    private static readonly ImmutableArray<string> Words = ImmutableArray.Create(
        "wait", "sleep", "join", "spin", "result", "complet", "cancel", "unregister", "unsubscribe", "deregister", "remove", "stop", "close", "dispose", "destroy", "end", "run", "poll", "pump", "drain", "flush", "process", "dispatch", "loop", "readline", "readkey");

    /// <summary>Whether an operation may be over before an address that it was given ends.</summary>
    /// <param name="given">The argument.</param>
    /// <param name="address">The address.</param>
    public static bool MayCome(SyntaxNode given, FrameAddress address)
    {
        var call = given.FirstAncestorOrSelf<InvocationExpressionSyntax>();
        var scope = address.End == AddressEnd.Fixed ? (SyntaxNode?)address.Taken.FirstAncestorOrSelf<FixedStatementSyntax>() : call?.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        if (call is null || scope is null)
        {
            return true;
        }

        // The structure and the file are named again by who waits for them.
        var shared = call.ArgumentList.DescendantNodes().OfType<IdentifierNameSyntax>().Select(static name => name.Identifier.ValueText).ToImmutableHashSet();
        return scope.DescendantNodes().Any(node => node.SpanStart >= call.Span.End && node switch
        {
            InvocationExpressionSyntax later => IsWait(later) || later.ArgumentList.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => shared.Contains(name.Identifier.ValueText)),
            WhileStatementSyntax or DoStatementSyntax => true,
            _ => false,
        });
    }

    private static bool IsWait(InvocationExpressionSyntax call)
    {
        var name = call.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => string.Empty,
        };
        return Words.Any(word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
    }
}
