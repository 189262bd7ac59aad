// The call by which a reader or writer goes on, as its source shows it: `reader.AdvanceTo(buffer.End)`.
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes.Sites;

/// <summary>A call on a reader or writer that stands as a statement of its own.</summary>
/// <param name="Call">The call.</param>
/// <param name="Receiver">The reader or writer, as it is written.</param>
/// <param name="Variable">The variable, field or property the receiver ends with.</param>
/// <param name="Statement">The statement.</param>
internal sealed record Advance(InvocationExpressionSyntax Call, ExpressionSyntax Receiver, ISymbol Variable, StatementSyntax Statement)
{
    /// <summary>What is called.</summary>
    public string Member => ((MemberAccessExpressionSyntax)Call.Expression).Name.Identifier.ValueText;

    /// <summary>Whether other code may run before it is done.</summary>
    public bool IsAwaited => Statement.DescendantNodes().Any(node => node is AwaitExpressionSyntax);

    /// <summary>The advance a finding names; <see langword="null"/> if it is none, or part of something larger.</summary>
    public static Advance? Of(FindingSite site, CancellationToken cancellation) =>
        site.Breaking is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call &&
        Functions.StatementAround(call) is ExpressionStatementSyntax statement &&
        (statement.Expression == call || statement.Expression is AwaitExpressionSyntax) &&
        OwnerPath.Variable(access.Expression, site.Model, cancellation) is { } variable
            ? new Advance(call, access.Expression, variable, statement)
            : null;

    /// <summary>Whether a node names the reader or writer, or another of the same name and kind.</summary>
    public bool IsNamedIn(SyntaxNode node, SemanticModel model, CancellationToken cancellation) => Writes.Mentions(node, Variable, model, cancellation).Any();

    /// <summary>The calls in a node that are made on this very reader or writer.</summary>
    public IEnumerable<InvocationExpressionSyntax> CallsIn(SyntaxNode node) => node.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>()
        .Where(call => call.Expression is MemberAccessExpressionSyntax access && SyntaxFactory.AreEquivalent(access.Expression, Receiver));

    /// <summary>The statements of the same block behind it.</summary>
    public IEnumerable<StatementSyntax> Following => Edits.StatementEdits.Siblings(Statement).SkipWhile(sibling => sibling != Statement).Skip(1);
}
