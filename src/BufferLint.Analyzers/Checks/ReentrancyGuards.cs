// How a member keeps callbacks from changing what it goes through: a flag or a depth that the changing members ask, or a
// version that it compares afterwards.
using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Checks;

internal static class ReentrancyGuards
{
    /// <summary>The member around a node.</summary>
    public static SyntaxNode MemberAround(SyntaxNode node) => node.Ancestors().First(ancestor => ancestor is CompilationUnitSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax);

    /// <summary>The names that a member sets to <see langword="true"/>, or counts up and down again.</summary>
    public static HashSet<string> In(SyntaxNode member)
    {
        var raised = new HashSet<string>();
        var counted = new HashSet<string>();
        foreach (var node in member.DescendantNodes())
        {
            switch (node)
            {
                case AssignmentExpressionSyntax { Right.RawKind: (int)SyntaxKind.TrueLiteralExpression } flag:
                    raised.Add(NameOf(flag.Left));
                    break;
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression } up when member.DescendantNodes().Any(other => IsDecrement(other, NameOf(up.Operand))):
                    counted.Add(NameOf(up.Operand));
                    break;
                case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression } up when member.DescendantNodes().Any(other => IsDecrement(other, NameOf(up.Operand))):
                    counted.Add(NameOf(up.Operand));
                    break;
            }
        }

        raised.UnionWith(counted);
        raised.Remove(string.Empty);
        return raised;
    }

    /// <summary>Whether a member compares a version, and so notices what a callback changed.</summary>
    public static bool ComparesVersions(SyntaxNode member) => member.DescendantNodes().Any(static node =>
        node is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison &&
        (IsVersion(comparison.Left) || IsVersion(comparison.Right)));

    private static bool IsVersion(ExpressionSyntax value) => NameOf(value).IndexOf("version", StringComparison.OrdinalIgnoreCase) >= 0;

    private static bool IsDecrement(SyntaxNode node, string name) => node switch
    {
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostDecrementExpression } down => NameOf(down.Operand) == name,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreDecrementExpression } down => NameOf(down.Operand) == name,
        _ => false,
    };

    private static string NameOf(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => string.Empty,
    };
}
