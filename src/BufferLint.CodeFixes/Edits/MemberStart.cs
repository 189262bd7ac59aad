// The place before all that a method does.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BufferLint.CodeFixes.Guards;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BufferLint.CodeFixes.Edits;

/// <summary>Where a method begins.</summary>
/// <param name="Method">The method.</param>
/// <param name="First">Its first statement; <see langword="null"/> if an expression is its whole body.</param>
internal sealed record MemberStart(MethodDeclarationSyntax Method, StatementSyntax? First)
{
    /// <summary>The start of a method; <see langword="null"/> if it has no code, or gives out what it makes bit by bit.</summary>
    public static MemberStart? Of(SyntaxNode function) => function is not MethodDeclarationSyntax method || method.DescendantNodes().Any(static node => node is YieldStatementSyntax) ? null : method switch
    {
        { Body.Statements: [var first, ..] } => new MemberStart(method, first),
        { ExpressionBody.Expression: { } expression } when ArrowBody.Around(expression) is not null => new MemberStart(method, null),
        _ => null,
    };

    public bool IsVoid => ArrowBody.IsVoid(Method);

    /// <summary>Whether what stands there is compiled only under some symbol.</summary>
    public bool IsConditional => First is not null ? OffLimits.IsConditional(First) : OffLimits.IsConditional(Method);

    /// <summary>Puts a statement there.</summary>
    public ImmutableArray<Edit> Insert(string statement, SourceText text) => First is { } first
        ? StatementEdits.Before(first, statement, text)
        : Braced(new[] { statement }, text);

    /// <summary>Puts an <c>if</c> there, and a statement behind it.</summary>
    public ImmutableArray<Edit> Insert(string header, string consequence, string? next, SourceText text)
    {
        if (First is not { } first)
        {
            return Braced(ArrowBody.Under(Method, header, consequence, text).Append("").Concat(next is null ? Enumerable.Empty<string>() : new[] { next }), text);
        }

        if (!Layout.StartsLine(text, first.SpanStart))
        {
            return StatementEdits.Before(first, $"{header} {{ {consequence} }}" + (next is null ? "" : " " + next), text);
        }

        var lineBreak = Layout.LineBreak(text, first.SpanStart);
        var outer = Layout.Indentation(text, first.SpanStart);
        var opening = Layout.OpensOnItsOwnLine(text, first) ? lineBreak + outer + "{" : " {";
        var test = header + opening + lineBreak + outer + Layout.Unit(text, first) + consequence + lineBreak + outer + "}" + lineBreak;
        return StatementEdits.Before(first, next is null ? test : test + lineBreak + outer + next, text);
    }

    private ImmutableArray<Edit> Braced(IEnumerable<string> lines, SourceText text)
    {
        var expression = Method.ExpressionBody!.Expression;
        var last = expression is ThrowExpressionSyntax || IsVoid ? expression + ";" : $"return {expression};";
        return ImmutableArray.Create(ArrowBody.Replaced(Method, lines.Append(last), text));
    }
}
