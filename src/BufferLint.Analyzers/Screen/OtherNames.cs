// Arrays under other names: to write an element through one writes what is kept elsewhere, or what was kept there before it
// was replaced.
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Screen;

/// <summary>Looks for variables that may be other names of arrays, and for elements written through them, in the order of the source.</summary>
internal struct OtherNames
{
    private HashSet<string>? _names;
    private HashSet<string>? _holders;
    private HashSet<string>? _filled;

    /// <summary>Takes note of a name where it is given something, or is given away.</summary>
    /// <param name="token">The name.</param>
    /// <returns>What it is another name of, if it is declared as that.</returns>
    public SimpleNameSyntax? Note(SyntaxToken token)
    {
        switch (token.Parent)
        {
            case VariableDeclaratorSyntax { Initializer.Value: var value } when NamedIn(value) is { } named:
                Add(ref _names, token);
                return named;
            case VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax made } when made.DescendantNodes().Any(static part => part is IdentifierNameSyntax given && IsGivenToAnObject(given)):
                Add(ref _holders, token);
                break;
            case IdentifierNameSyntax name when IsGivenToAnObject(name):
                Add(ref _names, token);
                break;
            case SingleVariableDesignationSyntax { Parent.Parent: ArgumentSyntax }:
            case IdentifierNameSyntax { Parent: ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.OutKeyword or (int)SyntaxKind.RefKeyword } }:
                Add(ref _filled, token);
                break;
        }

        return null;
    }

    /// <summary>Whether an element is written under another name of an array: <c>var items = _items; … items[0] = 1;</c>, or in an object that was given it.</summary>
    public readonly bool AreWritten(SyntaxToken token) => WritesElementOf(_names, token, inObject: false) || WritesElementOf(_holders, token, inObject: true);

    /// <summary>Whether an element is written of an array that a callee gave: <c>Open(out var items); … items[0] = 1;</c>.</summary>
    public readonly bool AreFilledAndWritten(SyntaxToken token) => WritesElementOf(_filled, token, inObject: false);

    private static void Add(ref HashSet<string>? names, SyntaxToken token) => (names ??= new HashSet<string>()).Add(token.ValueText);

    /// <summary>The name whose value a variable gets: <c>_items</c>, <c>table.Nodes.Items</c>, <c>(byte[])buffer</c>.</summary>
    private static SimpleNameSyntax? NamedIn(ExpressionSyntax value) => value switch
    {
        IdentifierNameSyntax name => name,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: var name } => name,
        MemberAccessExpressionSyntax { Expression: var owner, Name: var name } when NamedIn(owner) is not null => name,
        CastExpressionSyntax { Expression: var operand } => NamedIn(operand),
        _ => null,
    };

    /// <summary>Whether a variable is put into an object, which then holds it under another name.</summary>
    private static bool IsGivenToAnObject(IdentifierNameSyntax name) =>
        name.Parent is AssignmentExpressionSyntax { Right: var value, Left: not ElementAccessExpressionSyntax } ? value == name : name.Parent is ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax };

    private static bool WritesElementOf(HashSet<string>? names, SyntaxToken token, bool inObject) =>
        names is not null && token.IsKind(SyntaxKind.OpenBracketToken) &&
        token.Parent?.Parent is ElementAccessExpressionSyntax { Expression: var array, Parent: AssignmentExpressionSyntax or PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax or RefExpressionSyntax } &&
        (inObject ? (array as MemberAccessExpressionSyntax)?.Expression : array) is IdentifierNameSyntax { Identifier.ValueText: var name } && names.Contains(name);
}
