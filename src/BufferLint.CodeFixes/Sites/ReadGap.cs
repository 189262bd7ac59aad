// A place where an advance can be put.
using System.Collections.Immutable;
using System.Linq;
using BufferLint.CodeFixes.Edits;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BufferLint.CodeFixes.Sites;

/// <summary>Where in relation to a statement.</summary>
internal enum ReadGapKind
{
    /// <summary>Before it.</summary>
    Before,

    /// <summary>At its end; it is a block, or becomes one.</summary>
    AtEnd,

    /// <summary>In an <c>else</c> it has not got yet.</summary>
    Else,
}

/// <summary>A place beside or in a statement.</summary>
internal sealed record ReadGap(ReadGapKind Kind, StatementSyntax Statement)
{
    /// <summary>A position whose scope is that of the place.</summary>
    public int Position => this switch
    {
        { Kind: ReadGapKind.AtEnd, Statement: BlockSyntax block } => block.CloseBraceToken.SpanStart,
        _ => Statement.SpanStart,
    };

    /// <summary>The edits that put a statement there; <see langword="null"/> if there is no room for it.</summary>
    public ImmutableArray<Edit>? Insert(string statement, SourceText text) => (Kind, Statement) switch
    {
        (ReadGapKind.Before, _) when StatementEdits.HasRoomBeside(Statement) => StatementEdits.Before(Statement, statement, text),
        (ReadGapKind.AtEnd, BlockSyntax block) => block.Statements.Count > 0 ? StatementEdits.After(block.Statements.Last(), statement, text) : StatementEdits.Into(block, statement, text),
        (ReadGapKind.AtEnd, ExpressionStatementSyntax) when StatementEdits.HasRoomBeside(Statement) => StatementEdits.After(Statement, statement, text),
        (ReadGapKind.Else, IfStatementSyntax { Statement: BlockSyntax, Else: null } branch) => StatementEdits.Else(branch, statement, text),
        _ => null,
    };
}
