// `try { await read.WaitAsync(time); } finally { pool.Return(a); }` becomes `await read.WaitAsync(time); pool.Return(a);`,
// and `if (first != read) { pool.Return(a); throw …; }` loses the release: what may be filled yet is left to the collector.
using System.Linq;
using System.Threading;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Guards;
using BufferLint.CodeFixes.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BufferLint.CodeFixes;

/// <summary>Returns a buffer only where the operation on it is known to be over.</summary>
public sealed class KeepFromPoolFix : FindingFix
{
    internal override string RuleId => RuleIds.ReleaseUnderAbandonedWork;

    internal override string Title => "Keep the buffer out of the pool where the wait gave up";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation)
    {
        // What is not from a pool would never be freed.
        if (site.Release is not { } way || !way.EndsWith(".Return", System.StringComparison.Ordinal) ||
            ReleaseCall.Of(site.Breaking, site.Model, cancellation) is not { Statement: { Parent: BlockSyntax block } release } || OffLimits.IsConditional(Functions.MemberAround(site.Breaking)))
        {
            return null;
        }

        return block.Parent is FinallyClauseSyntax { Parent: TryStatementSyntax attempt }
            ? block.Statements.Count == 1 ? Unwrapped(attempt, release, site) : null
            : block.Statements.Last() is ThrowStatementSyntax ? FixPlan.Of(StatementMove.Removal(release, site.Text)) : null;
    }

    /// <summary>The statements of a <c>try</c> without it, and the release behind them.</summary>
    private static FixPlan? Unwrapped(TryStatementSyntax attempt, StatementSyntax release, FindingSite site)
    {
        var text = site.Text;
        if (attempt.Catches.Count > 0 || !StatementEdits.IsInList(attempt) || attempt.ContainsDirectives || attempt.Block.Statements is not [var first, ..] || !Layout.StartsLine(text, attempt.SpanStart) ||
            !attempt.Block.Statements.All(StatementEdits.EndsLine) || !Layout.StartsLine(text, first.SpanStart) || attempt.Block.DescendantNodes().Any(static node => node is ReturnStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax or YieldStatementSyntax) ||
            attempt.DescendantTokens().Any(token => text.Lines.GetLineFromPosition(token.SpanStart).LineNumber != text.Lines.GetLineFromPosition(token.Span.End).LineNumber))
        {
            return null;
        }

        var outer = Layout.Indentation(text, attempt.SpanStart);
        var unit = Layout.Indentation(text, first.SpanStart).Substring(outer.Length);
        var lines = Lines(attempt.Block, unit, outer, text).Concat(Lines((BlockSyntax)release.Parent!, unit, outer, text));
        return FixPlan.Of(new Edit(attempt.Span, string.Join(Layout.LineBreak(text, attempt.SpanStart), lines).TrimStart()));
    }

    /// <summary>The lines between the braces, one step to the left.</summary>
    private static System.Collections.Generic.IEnumerable<string> Lines(BlockSyntax block, string unit, string outer, SourceText text) => text.Lines
        .Skip(text.Lines.GetLineFromPosition(block.OpenBraceToken.SpanStart).LineNumber + 1)
        .TakeWhile(line => line.Start <= block.CloseBraceToken.SpanStart && line.End < block.CloseBraceToken.SpanStart)
        .Select(static line => line.ToString())
        .Select(line => line.StartsWith(outer + unit, System.StringComparison.Ordinal) ? outer + line.Substring(outer.Length + unit.Length) : line);
}
