// Members whose whole body is an expression, given braces.
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BufferLint.CodeFixes.Edits;

internal static class ArrowBody
{
    /// <summary>The method that an expression is the whole body of; <see langword="null"/> if that is no method, or a comment stands where braces would.</summary>
    public static BaseMethodDeclarationSyntax? Around(SyntaxNode expression) =>
        expression.Parent is ArrowExpressionClauseSyntax { Parent: BaseMethodDeclarationSyntax { SemicolonToken.IsMissing: false } method } arrow &&
        arrow.ArrowToken.GetPreviousToken().TrailingTrivia.Concat(arrow.ArrowToken.LeadingTrivia).Concat(arrow.ArrowToken.TrailingTrivia)
            .Concat(expression.GetLeadingTrivia()).Concat(expression.GetTrailingTrivia()).Concat(method.SemicolonToken.LeadingTrivia).All(static trivia => trivia.Kind() is SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia)
            ? method
            : null;

    /// <summary>Whether a method gives its caller nothing.</summary>
    public static bool IsVoid(BaseMethodDeclarationSyntax method) => method is DestructorDeclarationSyntax or MethodDeclarationSyntax { ReturnType: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } } ||
        (method is MethodDeclarationSyntax { ReturnType: IdentifierNameSyntax or QualifiedNameSyntax } && method.Modifiers.Any(SyntaxKind.AsyncKeyword));

    /// <summary>Puts lines into braces in place of the arrow and its expression.</summary>
    public static Edit Replaced(BaseMethodDeclarationSyntax method, IEnumerable<string> lines, SourceText text)
    {
        var arrow = method.ExpressionBody!;
        var lineBreak = Layout.LineBreak(text, method.SpanStart);
        var outer = Layout.Indentation(text, method.SpanStart);
        var inner = outer + Unit(method, text);
        var brace = OpensOnItsOwnLine(method, text) ? lineBreak + outer : " ";
        return new Edit(
            TextSpan.FromBounds(arrow.ArrowToken.GetPreviousToken().Span.End, method.SemicolonToken.Span.End),
            brace + "{" + lineBreak + string.Concat(lines.Select(line => line.Length == 0 ? lineBreak : inner + line + lineBreak)) + outer + "}");
    }

    /// <summary>The lines of a statement under a question.</summary>
    public static IEnumerable<string> Under(BaseMethodDeclarationSyntax method, string header, string statement, SourceText text)
    {
        var indented = Unit(method, text) + statement;
        return OpensOnItsOwnLine(method, text) ? new[] { header, "{", indented, "}" } : new[] { header + " {", indented, "}" };
    }

    private static bool OpensOnItsOwnLine(BaseMethodDeclarationSyntax method, SourceText text) =>
        method.Parent is not TypeDeclarationSyntax { OpenBraceToken: var opening } || Layout.StartsLine(text, opening.SpanStart);

    /// <summary>One step of indentation: what a member has more than its type.</summary>
    private static string Unit(BaseMethodDeclarationSyntax method, SourceText text)
    {
        var outer = Layout.Indentation(text, method.Parent!.SpanStart);
        var inner = Layout.Indentation(text, method.SpanStart);
        return inner.Length > outer.Length ? inner.Substring(outer.Length) : Layout.Unit(text, method);
    }
}
