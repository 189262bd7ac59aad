// Names that stand twice where values are put: in tuples, arrays and collections. What they name may be a struct that owns
// storage, of which each place gets a copy.
using System.Collections.Generic;
using System.Linq;
using BufferLint.Model.Catalogs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Screen;

/// <summary>Looks for names that are put somewhere again, in the order of the source.</summary>
internal struct RepeatedPuts
{
    private HashSet<string>? _put;

    /// <summary>Takes note of a name.</summary>
    /// <returns>Whether it is put somewhere a second time, or by a loop that gives it nothing else.</returns>
    public bool Note(SyntaxToken name) =>
        name.Parent is IdentifierNameSyntax value && IsPut(value) && (!(_put ??= new HashSet<string>()).Add(name.ValueText) || (value.Parent is not EqualsValueClauseSyntax && IsOfOuter(value)));

    private static bool IsPut(IdentifierNameSyntax value) => value.Parent switch
    {
        ArgumentSyntax { Parent: TupleExpressionSyntax } or ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax } or InitializerExpressionSyntax or ExpressionElementSyntax or EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax } => true,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var called } } } => Collecting.Adds(called),
        AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax } assignment => assignment.Right == value,
        _ => false,
    };

    private static bool IsOfOuter(IdentifierNameSyntax value)
    {
        var loop = value.Ancestors().TakeWhile(static around => around is not (MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax))
            .FirstOrDefault(static around => around is CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax);
        return loop is not null && !loop.DescendantTokens().Any(token => token.ValueText == value.Identifier.ValueText && token.Parent is not IdentifierNameSyntax);
    }
}
