// Insertions of whole statements, laid out as the file is.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BufferLint.CodeFixes.Edits;

/// <summary>Makes the edits that put a statement before or after another one.</summary>
internal static class StatementEdits
{
    /// <summary>The rank of what comes behind all else at its place.</summary>
    public const int Closing = 1;

    private const int Opening = -1;

    /// <summary>Whether statements can be put beside this one, if need be after braces are put around it.</summary>
    public static bool HasRoomBeside(StatementSyntax statement) => IsInList(statement) || IsEmbedded(statement);

    /// <summary>Whether a statement stands among others.</summary>
    public static bool IsInList(StatementSyntax statement) => statement.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax;

    /// <summary>The statements among which one stands.</summary>
    public static IReadOnlyList<StatementSyntax> Siblings(StatementSyntax statement) => statement.Parent switch
    {
        BlockSyntax block => block.Statements,
        SwitchSectionSyntax section => section.Statements,
        GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } => unit.Members.OfType<GlobalStatementSyntax>().Select(member => member.Statement).ToArray(),
        _ => new[] { statement },
    };

    /// <summary>Puts a statement before another, above the comments that belong to that.</summary>
    /// <param name="rank">Which of several comes first; the smaller.</param>
    public static ImmutableArray<Edit> Before(StatementSyntax statement, string inserted, SourceText text, int rank = 0)
    {
        var edits = ImmutableArray.CreateBuilder<Edit>();
        if (IsEmbedded(statement))
        {
            AddBraces(statement, text, edits);
        }

        var lineBreak = Layout.LineBreak(text, statement.SpanStart);
        if (Layout.StartsLine(text, statement.SpanStart))
        {
            edits.Add(Edit.Insert(Layout.StartWithComments(text, statement), Layout.Indentation(text, statement.SpanStart) + inserted + lineBreak, rank));
        }
        else
        {
            edits.Add(Edit.Insert(statement.SpanStart, inserted + (IsEmbedded(statement) ? lineBreak + InnerIndentation(statement, text) : " "), rank));
        }

        return edits.ToImmutable();
    }

    /// <summary>Puts a statement after another, below the comment that ends its line.</summary>
    /// <param name="rank">Which of several comes first; the smaller.</param>
    public static ImmutableArray<Edit> After(StatementSyntax statement, string inserted, SourceText text, int rank = 0)
    {
        var edits = ImmutableArray.CreateBuilder<Edit>();
        var lineBreak = Layout.LineBreak(text, statement.SpanStart);
        if (IsEmbedded(statement))
        {
            AddBraces(statement, text, edits);
            edits.Add(Edit.Insert(End(statement), lineBreak + InnerIndentation(statement, text) + inserted, rank));
        }
        else if (EndsLine(statement) && Layout.StartsLine(text, statement.SpanStart))
        {
            edits.Add(Edit.Insert(End(statement), lineBreak + Layout.Indentation(text, statement.SpanStart) + inserted, rank));
        }
        else
        {
            edits.Add(Edit.Insert(statement.Span.End, " " + inserted, rank));
        }

        return edits.ToImmutable();
    }

    /// <summary>Puts a statement into an empty block.</summary>
    public static ImmutableArray<Edit> Into(BlockSyntax block, string inserted, SourceText text)
    {
        var brace = block.CloseBraceToken.SpanStart;
        return ImmutableArray.Create(Layout.StartsLine(text, brace)
            ? Edit.Insert(text.Lines.GetLineFromPosition(brace).Start, Layout.Indentation(text, brace) + Layout.Unit(text, block.Parent!) + inserted + Layout.LineBreak(text, brace))
            : Edit.Insert(brace, inserted + " "));
    }

    /// <summary>Gives an <c>if</c> that has none an <c>else</c> with one statement.</summary>
    public static ImmutableArray<Edit> Else(IfStatementSyntax branch, string inserted, SourceText text)
    {
        var lineBreak = Layout.LineBreak(text, branch.SpanStart);
        var outer = Layout.Indentation(text, branch.SpanStart);
        var inner = outer + Layout.Unit(text, branch);
        var brace = Layout.OpensOnItsOwnLine(text, branch.Statement) ? lineBreak + outer : " ";
        var written = $"{brace}else{brace}{{{lineBreak}{inner}{inserted}{lineBreak}{outer}}}";
        return ImmutableArray.Create(Edit.Insert(branch.Statement.Span.End, written));
    }

    /// <summary>Puts a statement that stands among others into the block of a header: an <c>if</c>.</summary>
    public static ImmutableArray<Edit> Under(string header, StatementSyntax statement, SourceText text)
    {
        if (!Layout.StartsLine(text, statement.SpanStart))
        {
            return ImmutableArray.Create(Edit.Insert(statement.SpanStart, header + " { ", Closing), Edit.Insert(statement.Span.End, " }", Opening));
        }

        var lineBreak = Layout.LineBreak(text, statement.SpanStart);
        var outer = Layout.Indentation(text, statement.SpanStart);
        var brace = Layout.OpensOnItsOwnLine(text, statement) ? lineBreak + outer : " ";
        return ImmutableArray.Create(Edit.Insert(statement.SpanStart, header + brace + "{" + lineBreak + outer + Layout.Unit(text, statement), Closing))
            .AddRange(Indented(statement, text.Lines.GetLineFromPosition(statement.SpanStart).LineNumber + 1, text.Lines.GetLineFromPosition(statement.Span.End).LineNumber, Layout.Unit(text, statement), text))
            .Add(Edit.Insert(End(statement), lineBreak + outer + "}", Opening));
    }

    /// <summary>Indents some lines by one step; what stands in a literal stays.</summary>
    public static ImmutableArray<Edit> Indented(SyntaxNode around, int first, int last, string unit, SourceText text)
    {
        var edits = ImmutableArray.CreateBuilder<Edit>();
        for (var number = first; number <= last; number++)
        {
            var line = text.Lines[number];
            if (!Layout.IsBlank(line) && !IsInLiteral(around, line.Start))
            {
                edits.Add(Edit.Insert(line.Start, unit, Closing));
            }
        }

        return edits.ToImmutable();
    }

    private static bool IsInLiteral(SyntaxNode node, int position) =>
        node.FindToken(position) is var token && position > token.SpanStart && position < token.Span.End ||
        node.FindToken(position).Parent?.FirstAncestorOrSelf<InterpolatedStringExpressionSyntax>() is { } text && position > text.SpanStart;

    private static bool IsEmbedded(StatementSyntax statement) => statement is ExpressionStatementSyntax or ContinueStatementSyntax &&
        statement.Parent is IfStatementSyntax or ElseClauseSyntax or WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or UsingStatementSyntax or LockStatementSyntax or FixedStatementSyntax;

    private static void AddBraces(StatementSyntax statement, SourceText text, ImmutableArray<Edit>.Builder edits)
    {
        var before = statement.GetFirstToken().GetPreviousToken();
        var lineBreak = Layout.LineBreak(text, statement.SpanStart);
        var outer = Layout.Indentation(text, statement.Parent!.SpanStart);
        var ownLine = Layout.OpensOnItsOwnLine(text, statement);
        var opening = ownLine ? lineBreak + outer + "{" : " {";
        if (Layout.StartsLine(text, statement.SpanStart))
        {
            edits.Add(Edit.Insert(ownLine ? EndWithComment(before) : before.Span.End, opening, Opening));
        }
        else
        {
            edits.Add(new Edit(TextSpan.FromBounds(before.Span.End, statement.SpanStart), opening + lineBreak + InnerIndentation(statement, text), Opening));
        }

        var next = statement.GetLastToken().GetNextToken();
        if (EndsLine(statement) || next.IsKind(SyntaxKind.None))
        {
            edits.Add(Edit.Insert(End(statement), lineBreak + outer + "}", Closing));
        }
        else
        {
            // Another statement or `else` goes on behind it: that gets a line of its own.
            edits.Add(Edit.Insert(statement.Span.End, lineBreak + outer + "}", Closing));
            edits.Add(new Edit(TextSpan.FromBounds(statement.Span.End, next.SpanStart), lineBreak + outer));
        }
    }

    /// <summary>How statements beside this one are indented.</summary>
    public static string InnerIndentation(StatementSyntax statement, SourceText text) => Layout.StartsLine(text, statement.SpanStart)
        ? Layout.Indentation(text, statement.SpanStart)
        : Layout.Indentation(text, statement.Parent!.SpanStart) + Layout.Unit(text, statement);

    /// <summary>Whether nothing but a comment stands behind a statement on its line.</summary>
    public static bool EndsLine(StatementSyntax statement) => statement.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);

    /// <summary>The end of a statement, with the comment behind it if nothing else is on that line.</summary>
    private static int End(StatementSyntax statement) => EndsLine(statement) ? EndWithComment(statement.GetLastToken()) : statement.Span.End;

    private static int EndWithComment(SyntaxToken token) => token.TrailingTrivia
        .Where(trivia => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia)
        .Select(trivia => trivia.Span.End)
        .DefaultIfEmpty(token.Span.End)
        .Last();
}
