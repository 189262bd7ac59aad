// `writer.Advance(n);` becomes `writer.Advance(n); span = writer.GetSpan(size);`.
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes;

/// <summary>Asks the writer for memory again. What it gives then begins behind what was written, so each later use must begin there too.</summary>
public sealed class RetakeLeaseFix : FindingFix
{
    private const string Advances = "Advance";
    private const string Flushes = "FlushAsync";

    internal override string RuleId => RuleIds.ViewAfterAdvance;

    internal override string Title => "Take the view again after the advance";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation)
    {
        if (site.IsImpure || site.IsReadOnly || site.ViewLocal is not { } name ||
            ViewPlace.Of(site, cancellation) is not { } place || place.Local.Name != name || place.Value != site.Taken ||
            Sites.Advance.Of(site, cancellation) is not { } advance || !StatementEdits.HasRoomBeside(advance.Statement) ||
            LastOfRun(advance, site, place, cancellation) is not { } last)
        {
            return null;
        }

        return IsEndedByItself(advance, site, place, cancellation) &&
            LaterUses(advance, site, place, cancellation).All(use => IsNoAccess(use) || (IsFromTheStart(use, site, cancellation) && IsAdvancedNext(use, advance, site, cancellation))) &&
            Retaking.IsTheOnlyValue(site, place, cancellation) && Retaking.IsPossibleAfter(last, site, place, cancellation)
            ? new FixPlan(StatementEdits.After(last, Retaking.Statement(place), site.Text))
            : null;
    }

    /// <summary>Whether the writer was told how much was written, or nothing was: another call may have written over it.</summary>
    private static bool IsEndedByItself(Advance advance, FindingSite site, ViewPlace place, CancellationToken cancellation) => advance.Member switch
    {
        Advances => true,
        Flushes => !Writes.Mentions(site.Function, place.Local, site.Model, cancellation).Any(name => name.SpanStart > place.Statement.Span.End && name.SpanStart < advance.Statement.SpanStart),
        _ => false,
    };

    /// <summary>The last of several calls in a row that end leases, after which the view is wanted again; <see langword="null"/> if there is another call on the writer.</summary>
    private static StatementSyntax? LastOfRun(Advance advance, FindingSite site, ViewPlace place, CancellationToken cancellation)
    {
        var last = advance.Statement;
        if (!StatementEdits.IsInList(last))
        {
            return last;
        }

        foreach (var next in advance.Following)
        {
            if (Writes.Mentions(next, place.Local, site.Model, cancellation).Any())
            {
                break;
            }

            if (!advance.IsNamedIn(next, site.Model, cancellation))
            {
                continue;
            }

            var isPlain = next is ExpressionStatementSyntax or LocalDeclarationStatementSyntax;
            if (!isPlain || next.ContainsDirectives || !advance.CallsIn(next).Any(call => NameOf(call) is Advances or Flushes))
            {
                return null;
            }

            last = next;
        }

        return last;
    }

    private static string NameOf(InvocationExpressionSyntax call) => ((MemberAccessExpressionSyntax)call.Expression).Name.Identifier.ValueText;

    /// <summary>The mentions of the view that may be reached from the advance.</summary>
    private static IEnumerable<SimpleNameSyntax> LaterUses(Advance advance, FindingSite site, ViewPlace place, CancellationToken cancellation)
    {
        var from = Loops.Around(advance.Statement)
            .Where(loop => !loop.Span.Contains(place.Statement.Span))
            .Select(loop => loop.SpanStart)
            .Append(advance.Statement.Span.End)
            .Min();
        return Writes.Mentions(site.Function, place.Local, site.Model, cancellation).Where(name => name.SpanStart >= from && !Writes.IsWrite(name));
    }

    /// <summary>Whether only the length is asked, which is nobody's storage.</summary>
    private static bool IsNoAccess(SimpleNameSyntax use) => Writes.Whole(use).Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" or "IsEmpty" };

    /// <summary>Whether the view is handed on as a whole, or cut or indexed from its first element.</summary>
    private static bool IsFromTheStart(SimpleNameSyntax use, FindingSite site, CancellationToken cancellation)
    {
        var whole = Writes.Whole(use);
        if (whole.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Span" } span && span.Expression == whole)
        {
            whole = span;
        }

        return Functions.Around(use) == site.Function && whole.Parent switch
        {
            ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.None } => true,
            ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: RangeExpressionSyntax range }] } => range.LeftOperand is null || IsZero(range.LeftOperand),
            ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: var index }] } => IsZero(index),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Slice", Parent: InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var start }, _] } } => IsZero(start),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Fill" or "Clear", Parent: InvocationExpressionSyntax } => true,
            _ => false,
        };

        bool IsZero(ExpressionSyntax index) => site.Model.GetConstantValue(index, cancellation) is { HasValue: true, Value: 0 };
    }

    /// <summary>Whether the next thing the writer hears after a use is that it was made: what is filled in afterwards, as a length before its data, stands elsewhere.</summary>
    private static bool IsAdvancedNext(SimpleNameSyntax use, Advance advance, FindingSite site, CancellationToken cancellation)
    {
        if (Functions.StatementAround(use) is not { } statement)
        {
            return false;
        }

        if (advance.CallsIn(statement).Any(call => NameOf(call) == Advances && call.ArgumentList.Span.Contains(use.Span)))
        {
            return true;
        }

        var next = StatementEdits.Siblings(statement).SkipWhile(sibling => sibling != statement)
            .FirstOrDefault(sibling => advance.IsNamedIn(sibling, site.Model, cancellation));
        return next is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax made } && advance.CallsIn(next).Contains(made) && NameOf(made) == Advances;
    }
}
