// What a name stands for where it is mentioned: code that runs, or only a type.
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Screen;

internal static class Mentions
{
    /// <summary>Whether code of that name may run where it is mentioned; <see langword="false"/> where it is the type of something, or an attribute.</summary>
    public static bool MayRun(SyntaxNode? name)
    {
        for (var mention = name; mention?.Parent is { } parent; mention = parent)
        {
            switch (parent)
            {
                case VariableDeclarationSyntax declaration when declaration.Type == mention:
                    return IsMadeHere(declaration);
                case ArrayTypeSyntax or NullableTypeSyntax or RefTypeSyntax or PointerTypeSyntax or TypeArgumentListSyntax or ParameterSyntax or TypeOfExpressionSyntax or DefaultExpressionSyntax or
                    SizeOfExpressionSyntax or CatchDeclarationSyntax or DeclarationPatternSyntax or TypePatternSyntax or TypeConstraintSyntax or BaseTypeSyntax or AttributeSyntax or TupleElementSyntax:
                    return false;
                case DeclarationExpressionSyntax declared when declared.Type == mention:
                    return false;
                case RecursivePatternSyntax pattern when pattern.Type == mention:
                    return false;
                case CastExpressionSyntax cast when cast.Type == mention:
                    return false;
                case ForEachStatementSyntax loop when loop.Type == mention:
                    return false;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression or (int)SyntaxKind.AsExpression } test when test.Right == mention:
                    return false;
                case BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or BasePropertyDeclarationSyntax:
                    return false;
                case QualifiedNameSyntax or AliasQualifiedNameSyntax or GenericNameSyntax:
                    continue;
                default:
                    return true;
            }
        }

        return true;
    }

    /// <summary>Whether an operator only compares, or combines answers.</summary>
    public static bool OnlyAsks(SyntaxKind operatorToken) => operatorToken is
        SyntaxKind.EqualsEqualsToken or SyntaxKind.ExclamationEqualsToken or SyntaxKind.ExclamationToken or SyntaxKind.LessThanToken or SyntaxKind.LessThanEqualsToken or
        SyntaxKind.GreaterThanToken or SyntaxKind.GreaterThanEqualsToken or SyntaxKind.AmpersandAmpersandToken or SyntaxKind.BarBarToken or SyntaxKind.QuestionQuestionToken or
        SyntaxKind.IsKeyword or SyntaxKind.AsKeyword;

    /// <summary>Whether an object is disposed of there that was there before: not one that is got or made for the purpose, without anything of the caller's.</summary>
    public static bool DisposesOfGiven(SyntaxNode scope) => scope switch
    {
        UsingStatementSyntax { Expression: { } given } => !IsGotThere(given),
        UsingStatementSyntax { Declaration: { } declared } => MayHoldGiven(declared),
        LocalDeclarationStatementSyntax { Declaration: var declared } => MayHoldGiven(declared),
        _ => true,
    };

    private static bool MayHoldGiven(VariableDeclarationSyntax declared)
    {
        foreach (var variable in declared.Variables)
        {
            if (variable.Initializer is { Value: var value } && !IsGotThere(value))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsGotThere(ExpressionSyntax value) => value switch
    {
        AwaitExpressionSyntax { Expression: var awaited } => IsGotThere(awaited),
        ParenthesizedExpressionSyntax { Expression: var inner } => IsGotThere(inner),
        InvocationExpressionSyntax => true,
        BaseObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 } } => true,
        _ => false,
    };

    private static bool IsMadeHere(VariableDeclarationSyntax declaration)
    {
        foreach (var variable in declaration.Variables)
        {
            if (variable.Initializer?.Value is ImplicitObjectCreationExpressionSyntax)
            {
                return true;
            }
        }

        return false;
    }
}
