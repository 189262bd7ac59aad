// Putting statements into a `try`, and what must happen however they end into its `finally`.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BufferLint.CodeFixes.Edits;

internal static class TryFinally
{
    /// <summary>The plan; <see langword="null"/> if the statements do not own their lines, or there are none.</summary>
    /// <param name="statements">Statements in a row.</param>
    /// <param name="release">What comes into the <c>finally</c>.</param>
    /// <param name="replaced">The statement right behind them that goes there, if it is written already.</param>
    /// <param name="text">The text they stand in.</param>
    public static FixPlan? Around(IReadOnlyList<StatementSyntax> statements, string release, StatementSyntax? replaced, SourceText text)
    {
        if (statements.Count == 0 || !Layout.StartsLine(text, statements[0].SpanStart) ||
            statements.Append(replaced ?? statements[0]).Any(statement => statement.ContainsDirectives || !StatementEdits.EndsLine(statement)))
        {
            return null;
        }

        var start = Layout.StartWithComments(text, statements[0]);
        var last = text.Lines.GetLineFromPosition(statements[statements.Count - 1].Span.End);
        var lineBreak = Layout.LineBreak(text, start);
        var outer = Layout.Indentation(text, statements[0].SpanStart);
        var unit = Layout.Unit(text, statements[0]);
        var brace = Layout.OpensOnItsOwnLine(text, statements[0]) ? lineBreak + outer : " ";
        var block = (BlockSyntax)statements[0].Parent!;

        var edits = ImmutableArray.CreateBuilder<Edit>();
        edits.Add(Edit.Insert(start, $"{outer}try{brace}{{{lineBreak}"));
        edits.AddRange(StatementEdits.Indented(block, text.Lines.GetLineFromPosition(start).LineNumber, last.LineNumber, unit, text));

        var written = replaced is null ? release : Below(last.LineNumber, replaced, text).Replace(lineBreak, lineBreak + unit).Replace(lineBreak + unit + lineBreak, lineBreak + lineBreak);
        var closing = $"{lineBreak}{outer}}}{brace}finally{brace}{{{lineBreak}{outer}{unit}{written}{lineBreak}{outer}}}";
        var end = replaced is null ? last.End : text.Lines.GetLineFromPosition(replaced.Span.End).End;
        edits.Add(new Edit(TextSpan.FromBounds(last.End, end), closing, StatementEdits.Closing));
        return new FixPlan(edits.ToImmutable()) { Region = TextSpan.FromBounds(start, end) };
    }

    /// <summary>All that stands between a line and the end of a statement's last, from the first that is not blank on.</summary>
    private static string Below(int line, StatementSyntax statement, SourceText text)
    {
        do
        {
            line++;
        }
        while (Layout.IsBlank(text.Lines[line]));

        var start = text.Lines[line].Start;
        return text.ToString(TextSpan.FromBounds(start + Layout.Indentation(text, start).Length, text.Lines.GetLineFromPosition(statement.Span.End).End));
    }
}
