// Whether the memory that a call passes is taken back when the call is over: its buffer is released, its reader goes on, or
// the next turn of the loop fills it again.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Graph;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Summaries;

internal static class LentArguments
{
    /// <summary>What fills a buffer, by the names of members that are given it.</summary>
    private static readonly ImmutableHashSet<string> Fillers = ImmutableHashSet.Create("Read", "ReadAsync", "ReadExactly", "ReadExactlyAsync", "ReadAtLeast", "ReadAtLeastAsync", "Receive", "ReceiveAsync", "ReceiveFrom", "ReceiveFromAsync");

    /// <summary>What ends the loan of an argument; <see langword="null"/> if nothing is seen to.</summary>
    /// <param name="bodies">The bodies of the caller.</param>
    /// <param name="calls">The calls.</param>
    /// <param name="ordinal">Which argument.</param>
    public static Fact? EndOf(ImmutableArray<ResolvedBody> bodies, IReadOnlyCollection<SyntaxNode> calls, int ordinal)
    {
        foreach (var body in bodies)
        {
            var events = new Events(body);
            foreach (var (use, held) in events.Passed)
            {
                if (use.Syntax is ArgumentSyntax { Parent: ArgumentListSyntax list } argument && list.Arguments.IndexOf(argument) == ordinal && calls.Contains(list.Parent!) && held.ToArray().Select(id => events.EndOf(use, body.Resolution.Values[id])).FirstOrDefault(static end => end is not null) is { } end)
                {
                    return end;
                }
            }
        }

        return null;
    }

    /// <summary>All that happens to buffers in one body.</summary>
    private sealed class Events
    {
        private readonly ResolvedBody _body;
        private readonly List<(Invalidate End, ValueSet Owners)> _ends = new();

        public Events(ResolvedBody body)
        {
            _body = body;
            body.Resolution.Solver.ReplayForward(Visit);
        }

        /// <summary>What calls are given, and what that holds.</summary>
        public List<(Use Use, ValueSet Held)> Passed { get; } = new();

        private void Visit(FlowNode node, Fact fact, HeldValues state)
        {
            if (fact is Use { Kind: UseKind.Pass or UseKind.PassToRead } use)
            {
                Passed.Add((use, _body.Resolution.Loans.Holds(state, use.Origin)));
            }
            else if (fact is Invalidate { Effect: { GivesBack: true } or { Kind: EffectKind.Advances } } end)
            {
                _ends.Add((end, _body.Resolution.OperandOf(node, end)));
            }
        }

        public Fact? EndOf(Use lent, Value memory)
        {
            var owner = OwnerOf(memory);
            var isOfReader = memory is Loan { Site.Effect: { IsLease: true, IsReadOnly: true } };
            foreach (var (end, owners) in _ends)
            {
                if (owners.Contains(owner.Id) && (end.Effect.GivesBack ? owner is Created { Site.Lease: not null } : isOfReader) && IsSurelyAfter(lent.Syntax, end.Syntax))
                {
                    return end;
                }
            }

            return LoopAround(lent.Syntax) is { } loop && IsOutside(owner, loop) ? Refill(owner, loop) : null;
        }

        /// <summary>The next turn's fill of the same buffer.</summary>
        private Fact? Refill(Value owner, SyntaxNode loop) => Passed.FirstOrDefault(passed =>
            loop.Span.Contains(passed.Use.Syntax.Span) && passed.Use.Syntax.Parent?.Parent is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } && Fillers.Contains(name) &&
            passed.Held.ToArray().Any(id => OwnerOf(_body.Resolution.Values[id]) == owner)).Use;

        private static Value OwnerOf(Value value) => value is Loan loan ? OwnerOf(loan.Owner) : value;

        /// <summary>Whether it is one buffer in all turns: made before the loop, or in a field of this object.</summary>
        private static bool IsOutside(Value owner, SyntaxNode loop) => owner switch
        {
            Created made => !loop.Span.Contains(made.Site.Syntax.Span),
            Part { Step: { IsElement: false, Symbol: IFieldSymbol } } => true,
            Placeholder { Origin: { Symbol: IFieldSymbol } or { Step.Symbol: IFieldSymbol } } => true,
            _ => false,
        };
    }

    /// <summary>Whether a release comes after a call whichever way the code between goes, unless by an exception.</summary>
    private static bool IsSurelyAfter(SyntaxNode call, SyntaxNode release)
    {
        if (release.SpanStart < call.SpanStart && LoopAround(call)?.Span.Contains(release.Span) != true && !IsOfScope(release))
        {
            return false;
        }

        return release.Ancestors().TakeWhile(around => !around.Span.Contains(call.Span)).All(static around =>
            around is not (IfStatementSyntax { Condition: not (BinaryExpressionSyntax or IsPatternExpressionSyntax) } or SwitchSectionSyntax or CatchClauseSyntax or AnonymousFunctionExpressionSyntax or ConditionalExpressionSyntax));
    }

    /// <summary>Whether it is the end of a scope that releases.</summary>
    private static bool IsOfScope(SyntaxNode release) =>
        release.FirstAncestorOrSelf<StatementSyntax>() is UsingStatementSyntax or LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 };

    private static SyntaxNode? LoopAround(SyntaxNode node) => node.Ancestors()
        .TakeWhile(static around => around is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax))
        .LastOrDefault(static around => around is WhileStatementSyntax or ForStatementSyntax or DoStatementSyntax or CommonForEachStatementSyntax);
}
