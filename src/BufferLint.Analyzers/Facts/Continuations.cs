// What follows on a task: who waits for it has waited for the task; who throws it away has not waited.
using System;
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Model.Catalogs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Facts;

internal static class Continuations
{
    /// <summary>How members begin by which code tells others that something is over, or gives something back.</summary>
    private static readonly ImmutableArray<string> Telling = ImmutableArray.Create(
        "Add", "Cancel", "Complete", "Decrement", "Dispose", "Enqueue", "Exchange", "Free", "Pulse", "Push", "Release", "Remove", "Return", "Send", "Set", "Signal", "TryAdd", "TryComplete", "TrySet", "TryWrite", "Write");

    /// <summary>Whether a call is of <c>ContinueWith</c>, and its result alone says that the task it is called on is over.</summary>
    public static bool StandFor(Call call) =>
        call is { Instance: not null, Member: { Name: "ContinueWith", ContainingType: { Name: "Task", DeclaringSyntaxReferences.IsEmpty: true } } } && CodeOf(call) is { } code &&
        (IsDropped(call.Operation.Syntax) ? WritesDownOnly(code) : !MayTell(code));

    private static SyntaxNode? CodeOf(Call call) => call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Type.TypeKind == TypeKind.Delegate).Operation?.Value.Syntax switch
    {
        AnonymousFunctionExpressionSyntax lambda => lambda.Body,
        ParenthesizedExpressionSyntax { Expression: AnonymousFunctionExpressionSyntax lambda } => lambda.Body,
        _ => null,
    };

    private static bool IsDropped(SyntaxNode call) => call.Parent is ExpressionStatementSyntax or ArrowExpressionClauseSyntax or AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } };

    private static bool WritesDownOnly(SyntaxNode code) => !Assigns(code) && code.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().All(static call => HarmlessCallbacks.WritesDown(NameOf(call)));

    private static bool MayTell(SyntaxNode code) => Assigns(code) || code.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Any(static call =>
        NameOf(call) is var called && !HarmlessCallbacks.WritesDown(called) && Telling.Any(word => called.StartsWith(word, StringComparison.Ordinal)));

    private static bool Assigns(SyntaxNode code) => code.DescendantNodesAndSelf().Any(static node => node is AssignmentExpressionSyntax or LockStatementSyntax or AwaitExpressionSyntax ||
        node.Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression or SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression);

    private static string NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax access => access.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => string.Empty,
    };
}
