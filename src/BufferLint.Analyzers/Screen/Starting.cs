// Which calls may begin work that nobody waits for where they stand, by their words alone.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Screen;

internal static class Starting
{
    private static readonly HashSet<string> Members =
    [
        "ContinueWith", "Post", "QueueUserWorkItem", "Register", "RegisterWaitForSingleObject", "Run", "Start", "StartNew", "TryWrite", "UnsafeQueueUserWorkItem", "UnsafeRegister", "UnsafeStart", "WriteAsync",
    ];

    /// <summary>Whether a call may leave work running.</summary>
    /// <param name="call">The call.</param>
    /// <param name="result">The names in the result type of the member that it stands in.</param>
    public static bool MayLeaveRunning(InvocationExpressionSyntax call, ImmutableArray<string> result) => NameOf(call.Expression) is { } name &&
        (Members.Contains(name) || (name.EndsWith("Async", StringComparison.Ordinal) && IsLeft(call, result)));

    /// <summary>Whether what comes out is thrown away or put somewhere, rather than awaited or handed out.</summary>
    private static bool IsLeft(ExpressionSyntax call, ImmutableArray<string> result) => call.Parent switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "AsTask", Parent: InvocationExpressionSyntax whole } => IsLeft(whole, result),
        ConditionalAccessExpressionSyntax access => IsLeft(access, result),
        ExpressionStatementSyntax or AssignmentExpressionSyntax or EqualsValueClauseSyntax => true,
        ArrowExpressionClauseSyntax => !result.Any(static type => type.EndsWith("Task", StringComparison.Ordinal)),
        _ => false,
    };

    private static string? NameOf(ExpressionSyntax called) => called switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax access => access.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };
}
