// Moving a statement up in its block, with the comments that belong to it.
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BufferLint.CodeFixes.Edits;

/// <summary>Moves a statement up in its block.</summary>
internal static class StatementMove
{
    /// <summary>The edits that put a statement before an earlier one of the same block.</summary>
    public static FixPlan Before(StatementSyntax target, StatementSyntax moved, SourceText text)
    {
        if (!OwnsItsLines(target, text) || !OwnsItsLines(moved, text))
        {
            var gap = TextSpan.FromBounds(moved.GetFirstToken().GetPreviousToken().Span.End, moved.Span.End);
            return FixPlan.Of(Edit.Insert(target.SpanStart, moved.ToString() + " "), new Edit(gap, ""));
        }

        var lines = TextSpan.FromBounds(Layout.StartWithComments(text, moved), text.Lines.GetLineFromPosition(moved.Span.End).EndIncludingLineBreak);
        return FixPlan.Of(
            Edit.Insert(Layout.StartWithComments(text, target), text.ToString(lines)),
            new Edit(WithBlankLineAbove(lines, text), ""));
    }

    private static bool OwnsItsLines(StatementSyntax statement, SourceText text) =>
        Layout.StartsLine(text, statement.SpanStart) && statement.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);

    /// <summary>Lines that leave two blank lines, or one before a closing brace, take the upper one along.</summary>
    private static TextSpan WithBlankLineAbove(TextSpan lines, SourceText text)
    {
        var first = text.Lines.GetLineFromPosition(lines.Start).LineNumber;
        var next = text.Lines.GetLineFromPosition(lines.End);
        return first > 0 && Layout.IsBlank(text.Lines[first - 1]) && (Layout.IsBlank(next) || next.ToString().TrimStart().StartsWith("}", System.StringComparison.Ordinal))
            ? TextSpan.FromBounds(text.Lines[first - 1].Start, lines.End)
            : lines;
    }
}
