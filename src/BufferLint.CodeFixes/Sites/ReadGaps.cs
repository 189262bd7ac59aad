// Follows the statements from a read of a pipe to the next one, and finds where the advance is wanting. What it does not
// understand, and what may already have advanced, makes it give up.
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using BufferLint.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes.Sites;

/// <summary>The places of one finding.</summary>
internal sealed class ReadGaps
{
    private readonly FindingSite _site;
    private readonly ISymbol _reader;
    private readonly ILocalSymbol _result;
    private readonly CancellationToken _cancellation;
    private readonly HashSet<ReadGap> _found = new();
    private readonly Stack<List<ReadPath>> _switches = new();
    private bool _isUnclear;

    private ReadGaps(FindingSite site, ISymbol reader, ILocalSymbol result, CancellationToken cancellation)
    {
        _site = site;
        _reader = reader;
        _result = result;
        _cancellation = cancellation;
    }

    /// <summary>Finds the places.</summary>
    /// <param name="site">The finding.</param>
    /// <param name="reader">The reader.</param>
    /// <param name="result">The local that holds what the first read gave.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>None if they are not evident.</returns>
    public static IReadOnlyCollection<ReadGap> Of(FindingSite site, ISymbol reader, ILocalSymbol result, CancellationToken cancellation)
    {
        var gaps = new ReadGaps(site, reader, result, cancellation);
        gaps.Follow();
        return gaps._isUnclear ? System.Array.Empty<ReadGap>() : gaps._found;
    }

    private void Follow()
    {
        if (Functions.StatementAround(_site.Taken) is not { } statement)
        {
            return;
        }

        var path = ReadPath.JustRead;
        switch (statement)
        {
            case LocalDeclarationStatementSyntax or ExpressionStatementSyntax when _site.Taken.Parent is not ExpressionStatementSyntax:
                break;
            case IfStatementSyntax branch when branch.Condition == _site.Taken:
                path = Left(Walk(branch.Statement, path), branch.Statement);
                break;
            case IfStatementSyntax branch when IsNegated(branch.Condition):
                path = branch.Else is { } other ? Left(Walk(other.Statement, path), other.Statement) : NeverGoesOn(branch.Statement) ? path : Unclear();
                break;
            case WhileStatementSyntax loop when loop.Condition == _site.Taken && _site.Taken == _site.Breaking:
                Arrive(Walk(loop.Statement, path), new ReadGap(ReadGapKind.AtEnd, loop.Statement));
                return;
            default:
                Unclear();
                return;
        }

        Climb(statement, path);
    }

    private bool IsNegated(ExpressionSyntax condition) =>
        condition is PrefixUnaryExpressionSyntax { Operand: var operand } && condition.IsKind(SyntaxKind.LogicalNotExpression) && operand == _site.Taken;

    private static bool NeverGoesOn(StatementSyntax statement) =>
        (statement is BlockSyntax { Statements: [.., var last] } ? last : statement) is ReturnStatementSyntax or ThrowStatementSyntax or ContinueStatementSyntax or BreakStatementSyntax;

    /// <summary>On from a statement, outwards until the second read is met.</summary>
    private void Climb(StatementSyntax statement, ReadPath path)
    {
        for (var at = statement; path.IsReached && !_isUnclear;)
        {
            path = Walk(StatementEdits.Siblings(at).SkipWhile(sibling => sibling != at).Skip(1), path);
            var outer = at.Parent is BlockSyntax block && !StatementEdits.IsInList(block) ? block : at;
            if (at.Parent is BlockSyntax scope && IsResultDeclaredIn(scope))
            {
                path = path.EndedAt(new ReadGap(ReadGapKind.AtEnd, scope));
            }

            switch (outer.Parent)
            {
                case BlockSyntax inner when outer == at:
                    at = inner;
                    break;
                case IfStatementSyntax branch:
                    (at, path) = (branch, Left(path, outer));
                    break;
                case ElseClauseSyntax { Parent: IfStatementSyntax branch }:
                    (at, path) = (branch, Left(path, outer));
                    break;
                case UsingStatementSyntax or LockStatementSyntax or CheckedStatementSyntax or UnsafeStatementSyntax or FixedStatementSyntax:
                    at = (StatementSyntax)outer.Parent;
                    break;
                case WhileStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or DoStatementSyntax:
                    if (outer.Parent.Span.Contains(_site.Breaking.Span))
                    {
                        Arrive(path, new ReadGap(ReadGapKind.AtEnd, outer));
                    }
                    else
                    {
                        Unclear();
                    }

                    return;
                case TryStatementSyntax guarded when guarded.Block == outer && guarded.Finally is { } last && IsNamedIn(last):
                    (at, path) = (guarded, path.Ended());
                    break;
                case TryStatementSyntax guarded when guarded.Block == outer:
                    (at, path) = (guarded, guarded.Catches.Count > 0 ? Left(path, outer) : path);
                    break;
                default:
                    // The end of the function: the second read was met, or is not on this way.
                    return;
            }
        }
    }

    /// <summary>Behind a branch that was not taken by all.</summary>
    private static ReadPath Left(ReadPath path, StatementSyntax branch) =>
        path.EndedAt(new ReadGap(ReadGapKind.AtEnd, branch)) is var left && left.IsReached ? left with { IsEnded = true } : left;

    private ReadPath Walk(IEnumerable<StatementSyntax> statements, ReadPath path) => statements.Aggregate(path, (before, statement) => Walk(statement, before));

    private ReadPath Walk(StatementSyntax statement, ReadPath path) => !path.IsReached || _isUnclear ? ReadPath.None : statement switch
    {
        BlockSyntax block => Walk(block.Statements, path),
        LocalDeclarationStatementSyntax or ExpressionStatementSyntax or EmptyStatementSyntax or LocalFunctionStatementSyntax => WalkPlain(statement, path),
        YieldStatementSyntax { Expression: not null } => WalkPlain(statement, path),
        ReturnStatementSyntax or ThrowStatementSyntax or YieldStatementSyntax => WalkPlain(statement, path) with { IsOpen = false, IsEnded = false },
        BreakStatementSyntax => Break(statement, path),
        ContinueStatementSyntax => Continue(statement, path),
        IfStatementSyntax branch => WalkBranch(branch, path),
        SwitchStatementSyntax choice => WalkSwitch(choice, path),
        WhileStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or DoStatementSyntax => WalkLoop(statement, path),
        UsingStatementSyntax scope when !IsNamedInAny(scope.Expression, scope.Declaration) => Walk(scope.Statement, path),
        LockStatementSyntax gate when !IsNamedInAny(gate.Expression) => Walk(gate.Statement, path),
        TryStatementSyntax guarded => WalkTry(guarded, path),
        _ => Unclear(),
    };

    private ReadPath WalkPlain(StatementSyntax statement, ReadPath path)
    {
        if (statement.Span.Contains(_site.Breaking.Span))
        {
            return Arrive(path, new ReadGap(ReadGapKind.Before, statement));
        }

        return IsResultWritten(statement) ? Unclear() : IsNamedIn(statement) ? path.Ended() : path;
    }

    private ReadPath WalkBranch(IfStatementSyntax branch, ReadPath path)
    {
        if (branch.Condition.Span.Contains(_site.Breaking.Span))
        {
            return Arrive(path, new ReadGap(ReadGapKind.Before, branch));
        }

        if (IsNamedIn(branch.Condition) || IsResultWritten(branch.Condition))
        {
            return Unclear();
        }

        // Where the read was cancelled nothing is owed.
        var isCancelTest = branch.Condition is MemberAccessExpressionSyntax { Expression: SimpleNameSyntax asked, Name.Identifier.ValueText: "IsCanceled" } && asked.Identifier.ValueText == _result.Name;
        var taken = Walk(branch.Statement, isCancelTest ? path.Ended() : path);
        var other = branch.Else is null ? path : Walk(branch.Else.Statement, path);
        if (taken.IsReached && other.IsReached && taken.IsSurelyOpen != other.IsSurelyOpen)
        {
            taken = taken.EndedAt(new ReadGap(ReadGapKind.AtEnd, branch.Statement));
            other = other.EndedAt(branch.Else is { } last ? new ReadGap(ReadGapKind.AtEnd, last.Statement) : new ReadGap(ReadGapKind.Else, branch));
        }

        return taken.Or(other);
    }

    private ReadPath WalkSwitch(SwitchStatementSyntax choice, ReadPath path)
    {
        if (IsNamedIn(choice.Expression) || choice.Sections.SelectMany(section => section.Labels).Any(IsNamedIn))
        {
            return Unclear();
        }

        _switches.Push(new List<ReadPath>());
        foreach (var section in choice.Sections)
        {
            Walk(section.Statements, path);
        }

        var ends = _switches.Pop();
        if (!choice.Sections.Any(section => section.Labels.Any(label => label is DefaultSwitchLabelSyntax)))
        {
            ends.Add(path);
        }

        return ends.Aggregate(ReadPath.None, (all, end) => all.Or(end));
    }

    /// <summary>A loop in between: it must have nothing to do with the reader.</summary>
    private ReadPath WalkLoop(StatementSyntax loop, ReadPath path) => loop switch
    {
        WhileStatementSyntax turn when turn.Condition == _site.Breaking => Arrive(path, new ReadGap(ReadGapKind.Before, loop)),
        _ => IsNamedIn(loop) || IsResultWritten(loop) || loop.DescendantNodes().Any(static node => node is GotoStatementSyntax) ? Unclear() : path,
    };

    private ReadPath WalkTry(TryStatementSyntax guarded, ReadPath path)
    {
        if (guarded.Span.Contains(_site.Breaking.Span) || IsNamedInAny(guarded.Block) || guarded.Catches.Any(IsNamedIn) || IsResultWritten(guarded))
        {
            return Unclear();
        }

        var after = Walk(guarded.Block, path);
        foreach (var handler in guarded.Catches)
        {
            after = after.Or(Walk(handler.Block, path with { IsEnded = true }));
        }

        return guarded.Finally is { } last && IsNamedIn(last) ? after.Ended() : after;
    }

    private ReadPath Break(StatementSyntax statement, ReadPath path)
    {
        if (Target(statement, static node => node is SwitchStatementSyntax) is SwitchStatementSyntax && _switches.Count > 0)
        {
            _switches.Peek().Add(path);
        }
        else if (Loops.Around(statement).Skip(1).Any() && path.IsOpen)
        {
            // Out of one loop and perhaps into the next turn of another.
            Unclear();
        }

        return ReadPath.None;
    }

    private ReadPath Continue(StatementSyntax statement, ReadPath path) =>
        Loops.Around(statement).First() is var loop && loop.Span.Contains(_site.Breaking.Span) && loop.Span.Contains(_site.Taken.Span) && loop == Loops.Around(_site.Taken).FirstOrDefault()
            ? Arrive(path, new ReadGap(ReadGapKind.Before, statement))
            : path.IsOpen ? Unclear() : ReadPath.None;

    /// <summary>What a <c>break</c> leaves.</summary>
    private static SyntaxNode? Target(StatementSyntax jump, System.Func<SyntaxNode, bool> isTarget) => jump.Ancestors().FirstOrDefault(ancestor => Loops.IsLoop(ancestor) || isTarget(ancestor));

    /// <summary>The second read: all that is open must be ended before it, and nothing twice.</summary>
    private ReadPath Arrive(ReadPath path, ReadGap gap)
    {
        if (!path.IsReached)
        {
            return ReadPath.None;
        }

        var ended = path.EndedAt(gap);
        if (ended.IsOpen)
        {
            return Unclear();
        }

        _found.UnionWith(ended.Gaps);
        return ReadPath.None;
    }

    private ReadPath Unclear()
    {
        _isUnclear = true;
        return ReadPath.None;
    }

    private bool IsNamedInAny(params SyntaxNode?[] nodes) => nodes.Any(node => node is not null && IsNamedIn(node));

    private bool IsNamedIn(SyntaxNode node) => Writes.Mentions(node, _reader, _site.Model, _cancellation).Any();

    private bool IsResultDeclaredIn(SyntaxNode scope) => _result.DeclaringSyntaxReferences.Any(declared => scope.Span.Contains(declared.Span));

    private bool IsResultWritten(SyntaxNode node) => Writes.Mentions(node, _result, _site.Model, _cancellation).Any(Writes.IsWrite);
}
