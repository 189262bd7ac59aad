// How the source of one member names a field, by syntax alone: what it calls on it, gives it to, and puts into it.
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Model;

/// <summary>The places in a declaration where a field of this object is named.</summary>
internal static class FieldUses
{
    /// <summary>The expressions that are the field: by its name alone where no parameter or local hides it, or through <c>this</c>.</summary>
    public static IEnumerable<ExpressionSyntax> Of(SyntaxNode declaration, string field)
    {
        var isHidden = declaration.DescendantNodes().Any(node => node is ParameterSyntax { Identifier.ValueText: var parameter } && parameter == field || node is VariableDeclaratorSyntax { Identifier.ValueText: var local } && local == field);
        foreach (var name in declaration.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (name.Identifier.ValueText != field)
            {
                continue;
            }

            if (name.Parent is MemberAccessExpressionSyntax access && access.Name == name)
            {
                if (access.Expression is ThisExpressionSyntax or BaseExpressionSyntax)
                {
                    yield return access;
                }
            }
            else if (!isHidden && name.Parent is not (NameColonSyntax or NameEqualsSyntax or QualifiedNameSyntax))
            {
                yield return name;
            }
        }
    }

    /// <summary>The member that is called or set on an expression, and nothing else: <c>Add</c> in <c>_list.Add(1)</c>, <c>this[]</c> in <c>_map[key] = 1</c>.</summary>
    public static string? ChangedBy(ExpressionSyntax owner) => owner.Parent switch
    {
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } access when access.Expression == owner => access.Name.Identifier.ValueText,
        MemberAccessExpressionSyntax access when access.Expression == owner && IsAssigned(access) => access.Name.Identifier.ValueText,
        ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } } => binding.Name.Identifier.ValueText,
        ElementAccessExpressionSyntax element when element.Expression == owner && IsAssigned(element) => WellKnownMemberNames.Indexer,
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure => ChangedBy(sure),
        _ => null,
    };

    /// <summary>The call an expression is an argument of, with its place among the arguments.</summary>
    public static (string Method, int Ordinal)? GivenTo(ExpressionSyntax owner) =>
        owner.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } list } argument
            ? (NameOf(call.Expression), list.Arguments.IndexOf(argument))
            : null;

    /// <summary>Whether the variable is given another array: by reference, or by an assignment of something that is there.</summary>
    public static bool IsReplaced(ExpressionSyntax owner) => owner.Parent switch
    {
        ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword } => true,
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment when assignment.Left == owner => !IsNothing(assignment.Right),
        _ => false,
    };

    /// <summary>Whether a declaration hands the field itself out.</summary>
    public static bool IsHandedOut(ExpressionSyntax owner) => owner.Parent is ArrowExpressionClauseSyntax or ReturnStatementSyntax;

    private static bool IsAssigned(ExpressionSyntax target) => target.Parent is AssignmentExpressionSyntax assignment && assignment.Left == target;

    private static string NameOf(ExpressionSyntax callee) => callee switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => string.Empty,
    };

    private static bool IsNothing(ExpressionSyntax value) => value switch
    {
        LiteralExpressionSyntax or DefaultExpressionSyntax => true,
        PostfixUnaryExpressionSyntax sure => IsNothing(sure.Operand),
        InvocationExpressionSyntax call => NameOf(call.Expression) == "Empty",
        CollectionExpressionSyntax collection => collection.Elements.Count == 0,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText.Contains("Empty"),
        _ => false,
    };
}
