// `_ = Task.Run(() => Send(memory));` becomes `await Task.Run(() => Send(memory));` where the method is async.
using System.Linq;
using System.Threading;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Sites;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BufferLint.CodeFixes;

/// <summary>Waits for work whose task was thrown away.</summary>
public sealed class AwaitWorkFix : FindingFix
{
    internal override string RuleId => RuleIds.ViewInUnwaitedWork;

    internal override string Title => "Await the work before the release";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation)
    {
        if (HandedOver.StatementOf(site) is not ExpressionStatementSyntax statement || !IsAsync(site.Function) || statement.Ancestors().TakeWhile(around => around != site.Function).Any(static around => around is LockStatementSyntax) ||
            Task(statement.Expression) is not { } task || !IsOver(site.Model.GetTypeInfo(task, cancellation).Type))
        {
            return null;
        }

        var awaited = new Edit(TextSpan.FromBounds(statement.SpanStart, task.SpanStart), "await ");
        return LeavesContext(site.Function) ? FixPlan.Of(awaited, Edit.Insert(task.Span.End, ".ConfigureAwait(false)")) : FixPlan.Of(awaited);
    }

    private static InvocationExpressionSyntax? Task(ExpressionSyntax statement) => statement switch
    {
        InvocationExpressionSyntax call => call,
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" }, Right: InvocationExpressionSyntax call } => call,
        _ => null,
    };

    /// <summary>Whether the work is over when a value of a type was awaited: not, if that results in another task.</summary>
    private static bool IsOver(ITypeSymbol? type) => WorkTypes.IsAwaitable(type) && type is INamedTypeSymbol { Name: "Task" or "ValueTask" } task && !task.TypeArguments.Any(WorkTypes.IsAwaitable);

    private static bool IsAsync(SyntaxNode function) => function switch
    {
        MethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
        LocalFunctionStatementSyntax local => local.Modifiers.Any(SyntaxKind.AsyncKeyword),
        AnonymousFunctionExpressionSyntax lambda => lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword),
        _ => false,
    };

    /// <summary>Whether the function says at each await that it need not go on where it was.</summary>
    private static bool LeavesContext(SyntaxNode function) => function.DescendantNodes().OfType<AwaitExpressionSyntax>().ToArray() is { Length: > 0 } awaits &&
        awaits.All(static wait => wait.Expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" }, ArgumentList.Arguments: [{ Expression.RawKind: (int)SyntaxKind.FalseLiteralExpression }] });
}
