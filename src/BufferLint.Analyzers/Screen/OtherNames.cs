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
    private HashSet<string>? _locals;
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
            case VariableDeclaratorSyntax variable:
                Add(ref _locals, token);
                if (variable.Initializer?.Value is BaseObjectCreationExpressionSyntax made && IsGivenAName(made))
                {
                    Add(ref _holders, token);
                }

                break;
            case IdentifierNameSyntax { Parent: AssignmentExpressionSyntax { Left: IdentifierNameSyntax target, Right: var value } } when target == token.Parent && _locals?.Contains(token.ValueText) == true && NamedIn(value) is not null:
                Add(ref _names, token);
                break;
            case IdentifierNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: AssignmentExpressionSyntax { Left: var target, Right: var value } } owner } when target == owner && owner.Expression == token.Parent && _locals?.Contains(token.ValueText) == true && NamedIn(value) is not null:
                Add(ref _holders, token);
                break;
            case IdentifierNameSyntax name when IsGivenToAnObject(name):
                Add(ref _names, token);
                break;
            case SingleVariableDesignationSyntax { Parent.Parent: ArgumentSyntax }:
            case IdentifierNameSyntax { Parent: ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.OutKeyword or (int)SyntaxKind.RefKeyword } }:
                Add(ref _filled, token);
                break;
            case SingleVariableDesignationSyntax:
                Add(ref _names, token);
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
        MemberAccessExpressionSyntax { Expression: var owner, Name: var name } when NamedIn((owner as ElementAccessExpressionSyntax)?.Expression ?? owner) is not null => name,
        ConditionalAccessExpressionSyntax { WhenNotNull: MemberBindingExpressionSyntax { Name: var name } } => name,
        CastExpressionSyntax { Expression: var operand } => NamedIn(operand),
        ParenthesizedExpressionSyntax { Expression: var operand } => NamedIn(operand),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression, Operand: var operand } => NamedIn(operand),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AsExpression or (int)SyntaxKind.CoalesceExpression, Left: var operand } => NamedIn(operand),
        ConditionalExpressionSyntax { WhenTrue: var first, WhenFalse: var second } => NamedIn(first) ?? NamedIn(second),
        _ => null,
    };

    private static bool IsGivenAName(BaseObjectCreationExpressionSyntax made) =>
        made.ArgumentList?.Arguments.Any(static argument => NamedIn(argument.Expression) is not null) == true ||
        made.Initializer?.Expressions.Any(static part => part is AssignmentExpressionSyntax { Right: var value } && NamedIn(value) is not null) == true;

    /// <summary>Whether a variable is put into an object, which then holds it under another name.</summary>
    private static bool IsGivenToAnObject(IdentifierNameSyntax name) =>
        name.Parent is AssignmentExpressionSyntax { Right: var value, Left: not ElementAccessExpressionSyntax } ? value == name : name.Parent is ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax };

    private static bool WritesElementOf(HashSet<string>? names, SyntaxToken token, bool inObject) =>
        names is not null && token.IsKind(SyntaxKind.OpenBracketToken) &&
        token.Parent?.Parent is ElementAccessExpressionSyntax { Expression: var array, Parent: AssignmentExpressionSyntax or PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax or RefExpressionSyntax } &&
        (inObject ? (array as MemberAccessExpressionSyntax)?.Expression : array) is IdentifierNameSyntax { Identifier.ValueText: var name } && names.Contains(name);
}
