// Variables that only ever hold what the method itself acquired: to release that takes nothing from a caller.
using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Screen;

/// <summary>The variables of one member that hold leases of its own, by name.</summary>
internal sealed class LocalLeases
{
    private static readonly HashSet<string> Acquiring =
    [
        "Rent", "Alloc", "AllocZeroed", "AlignedAlloc", "AllocHGlobal", "AllocCoTaskMem", "AllocateUninitializedArray", "AllocateArray",
    ];

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <param name="code">The code of a member.</param>
    public LocalLeases(SyntaxNode code)
    {
        var others = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in code.DescendantNodes())
        {
            switch (node)
            {
                case VariableDeclaratorSyntax { Initializer: null } declared:
                    _names.Add(declared.Identifier.ValueText);
                    break;
                case VariableDeclaratorSyntax { Initializer.Value: var value } declared:
                    (IsAcquired(value) ? _names : others).Add(declared.Identifier.ValueText);
                    break;
                case AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var assigned }, Right: var value } when !IsAcquired(value):
                    others.Add(assigned);
                    break;
                case AssignmentExpressionSyntax { Left: TupleExpressionSyntax assigned }:
                    others.UnionWith(assigned.DescendantNodes().OfType<IdentifierNameSyntax>().Select(static name => name.Identifier.ValueText));
                    break;
                case ArgumentSyntax { RefKindKeyword.RawKind: not 0, Expression: IdentifierNameSyntax { Identifier.ValueText: var given } }:
                    others.Add(given);
                    break;
                case ForEachStatementSyntax loop:
                    others.Add(loop.Identifier.ValueText);
                    break;
                case SingleVariableDesignationSyntax designated:
                    others.Add(designated.Identifier.ValueText);
                    break;
                case ParameterSyntax parameter:
                    others.Add(parameter.Identifier.ValueText);
                    break;
            }
        }

        _names.ExceptWith(others);
    }

    /// <summary>Whether a call releases nothing but one of these variables: its only argument that is a variable, or what it is called on.</summary>
    /// <param name="callee">The name that is called.</param>
    public bool AreAllThatIsGivenTo(SimpleNameSyntax callee)
    {
        if (_names.Count == 0)
        {
            return false;
        }

        var (call, receiver) = callee.Parent switch
        {
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax invocation } access when access.Name == callee => (invocation, access.Expression),
            MemberBindingExpressionSyntax { Parent: InvocationExpressionSyntax { Parent: ConditionalAccessExpressionSyntax conditional } invocation } => (invocation, conditional.Expression),
            InvocationExpressionSyntax invocation => (invocation, null),
            _ => (null, null),
        };
        return call switch
        {
            null => false,
            { ArgumentList.Arguments: [{ Expression: var first }, ..] } => IsOne(first),
            _ => receiver is not null && IsOne(receiver),
        };
    }

    private bool IsOne(ExpressionSyntax given) => given switch
    {
        IdentifierNameSyntax name => _names.Contains(name.Identifier.ValueText),
        CastExpressionSyntax cast => IsOne(cast.Expression),
        ParenthesizedExpressionSyntax inner => IsOne(inner.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } checkedForNull => IsOne(checkedForNull.Operand),
        _ => false,
    };

    private static bool IsAcquired(ExpressionSyntax value) => value switch
    {
        LiteralExpressionSyntax or DefaultExpressionSyntax or ArrayCreationExpressionSyntax or StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax => true,
        ParenthesizedExpressionSyntax inner => IsAcquired(inner.Expression),
        CastExpressionSyntax cast => IsAcquired(cast.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } checkedForNull => IsAcquired(checkedForNull.Operand),
        ConditionalExpressionSyntax choice => IsAcquired(choice.WhenTrue) && IsAcquired(choice.WhenFalse),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } => Acquiring.Contains(name),
        _ => false,
    };
}
