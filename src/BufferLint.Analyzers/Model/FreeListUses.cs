// What one method does with a private collection of its type: does it give its caller an element, or else a new one?
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Model;

/// <summary>Follows what is taken out of a field through the variables of a method, by their names.</summary>
internal sealed class FreeListUses
{
    private static readonly ImmutableHashSet<string> Takes = ImmutableHashSet.Create("Pop", "Dequeue");

    private static readonly ImmutableHashSet<string> TakesIfAny = ImmutableHashSet.Create("TryPop", "TryDequeue", "TryTake");

    private static readonly ImmutableHashSet<string> Makes = ImmutableHashSet.Create("Rent", "AllocateUninitializedArray", "AllocateArray");

    private readonly string _field;
    private readonly MethodDeclarationSyntax _method;
    private readonly HashSet<string> _taken = new();
    private readonly HashSet<string> _made = new();
    private readonly bool _removes;

    public FreeListUses(string field, MethodDeclarationSyntax method)
    {
        _field = field;
        _method = method;
        _removes = method.DescendantNodes().Any(Removes);
    }

    /// <summary>Whether an expression is a field of this object, or of the type.</summary>
    public static bool Is(ExpressionSyntax expression, string field) =>
        (expression is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: var member } ? member : expression) is IdentifierNameSyntax name && name.Identifier.ValueText == field;

    /// <summary>Whether the method results in an element that it took out, or in one that it made.</summary>
    public bool GivesOneOrANewOne()
    {
        if (_method.ReturnType is PredefinedTypeSyntax)
        {
            return false;
        }

        foreach (var node in _method.DescendantNodes())
        {
            Follow(node);
        }

        var results = _method.DescendantNodes().Select(static node => node switch
        {
            ReturnStatementSyntax { Expression: { } returned } => returned,
            ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax, Expression: var arrow } => arrow,
            _ => null,
        }).OfType<ExpressionSyntax>().SelectMany(Choices).ToArray();
        return results.Any(result => IsTaken(result)) && results.Any(result => IsMade(result));
    }

    private void Follow(SyntaxNode node)
    {
        var (name, value) = node switch
        {
            VariableDeclaratorSyntax { Initializer.Value: var initial } variable => (variable.Identifier.ValueText, initial),
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax left, Right: var right } => (left.Identifier.ValueText, right),
            _ => (string.Empty, null),
        };
        foreach (var choice in value is null ? Enumerable.Empty<ExpressionSyntax>() : Choices(value))
        {
            _ = (IsTaken(choice) && _taken.Add(name)) || (IsMade(choice) && _made.Add(name));
        }

        if (node is InvocationExpressionSyntax { ArgumentList.Arguments: [{ RefKindKeyword.RawKind: (int)SyntaxKind.OutKeyword, Expression: var given }] } call && CallsField(call, TakesIfAny))
        {
            _ = ((given as DeclarationExpressionSyntax)?.Designation, given) switch
            {
                (SingleVariableDesignationSyntax variable, _) => _taken.Add(variable.Identifier.ValueText),
                (_, IdentifierNameSyntax variable) => _taken.Add(variable.Identifier.ValueText),
                _ => false,
            };
        }
    }

    private bool IsTaken(ExpressionSyntax value) => value switch
    {
        InvocationExpressionSyntax call => CallsField(call, Takes),
        ElementAccessExpressionSyntax element => _removes && Is(element.Expression, _field),
        IdentifierNameSyntax name => _taken.Contains(name.Identifier.ValueText),
        _ => false,
    };

    private bool IsMade(ExpressionSyntax value) => value switch
    {
        BaseObjectCreationExpressionSyntax or ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax => true,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var called } } => Makes.Contains(called),
        IdentifierNameSyntax name => _made.Contains(name.Identifier.ValueText),
        _ => false,
    };

    /// <summary>Whether something is taken off a list, or out of its place in an array.</summary>
    private bool Removes(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "RemoveAt", Expression: var receiver } } => Is(receiver, _field),
        AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax element, Right: var value } => Is(element.Expression, _field) && IsNothing(value),
        ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreDecrementExpression } }] } element => Is(element.Expression, _field),
        _ => false,
    };

    private static bool IsNothing(ExpressionSyntax value) =>
        (value is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression, Operand: var operand } ? operand : value).Kind() is SyntaxKind.NullLiteralExpression or SyntaxKind.DefaultLiteralExpression;

    private bool CallsField(InvocationExpressionSyntax call, ImmutableHashSet<string> names) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var called, Expression: var receiver } && names.Contains(called) && Is(receiver, _field);

    /// <summary>What an expression may turn out to be.</summary>
    private static IEnumerable<ExpressionSyntax> Choices(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax parenthesized => Choices(parenthesized.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure => Choices(sure.Operand),
        ConditionalExpressionSyntax choice => Choices(choice.WhenTrue).Concat(Choices(choice.WhenFalse)),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } either => Choices(either.Left).Concat(Choices(either.Right)),
        _ => new[] { expression },
    };
}
