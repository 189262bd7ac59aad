// The code that a finding says is handed over, and the statement that does it.
using System.Linq;
using BufferLint.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes.Sites;

internal static class HandedOver
{
    /// <summary>The outermost lambda of a function around a node; <see langword="null"/> if it stands in the function itself.</summary>
    public static SyntaxNode? CodeAround(SyntaxNode node, SyntaxNode function) =>
        node.Ancestors().TakeWhile(around => around != function).LastOrDefault(static around => around is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);

    /// <summary>The simple statement that hands over; <see langword="null"/> where it stands in a larger one, or something is left open there.</summary>
    public static StatementSyntax? StatementOf(FindingSite site) => site.Needed is { } given ? StatementOf(given, site.Function) : null;

    /// <inheritdoc cref="StatementOf(FindingSite)"/>
    /// <param name="given">What is handed over.</param>
    /// <param name="function">The function that does it.</param>
    public static StatementSyntax? StatementOf(SyntaxNode given, SyntaxNode function) =>
        Functions.StatementAround((CodeAround(given, function) ?? given).Parent!) is { } statement && Functions.Around(statement) == function &&
        statement is ExpressionStatementSyntax or LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.None } && StatementEdits.HasRoomBeside(statement)
            ? statement
            : null;
}
