// Calls that fill a buffer while an operation still reads or fills the same part of it: the next read into an array that a
// pending write sends.
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Checks;

/// <summary>Which part of which buffer the operations of one body were given.</summary>
internal sealed class Refills
{
    private readonly SolvedBody _body;
    private readonly HashSet<SyntaxNode> _calls;
    private readonly Dictionary<SyntaxNode, List<(Value Owner, string Part)>> _given = new();

    public Refills(SolvedBody body)
    {
        _body = body;
        _calls = new HashSet<SyntaxNode>(body.Facts.All.OfType<Start>().Where(static start => !start.IsDelegated && start.Through.IsEmpty).Select(static start => start.Syntax));
        if (_calls.Count > 0)
        {
            body.Resolution.Solver.ReplayForward((_, fact, held) => Note(fact, held));
        }
    }

    /// <summary>Whether a fact may be a call that fills what it is given.</summary>
    public static bool IsFill(Fact fact) => fact is Use { IsWritten: true, Syntax: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax } };

    /// <summary>The buffer that a call fills while an operation has the same part of it; <see langword="null"/> if it has another, or nobody can say.</summary>
    /// <param name="fill">What the call is given.</param>
    /// <param name="start">The operation.</param>
    /// <param name="held">What is held there.</param>
    public Value? Under(Use fill, Start start, HeldValues held) =>
        _given.TryGetValue(start.Syntax, out var given) && BufferIn(fill, held) is { } buffer && _body.Resolution.Loans.Holds(held, start.Work).ToArray().Any(id => OwnerOf(_body.Resolution.Values[id]).Equals(buffer)) && PartsOf((ArgumentSyntax)fill.Syntax, fill.Origin, held).Any(part => given.Contains((buffer, part)))
            ? buffer
            : null;

    private void Note(Fact fact, HeldValues held)
    {
        if (fact is Use { Syntax: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } argument } use && _calls.Contains(call) && BufferIn(use, held) is { } buffer)
        {
            if (!_given.TryGetValue(call, out var given))
            {
                _given.Add(call, given = new List<(Value Owner, string Part)>());
            }

            given.AddRange(PartsOf(argument, use.Origin, held).Select(part => (buffer, part)));
        }
    }

    /// <summary>The one buffer that an argument is, or is a view of.</summary>
    private Value? BufferIn(Use given, HeldValues held)
    {
        var owners = _body.Resolution.Loans.Holds(held, given.Origin).ToArray().Select(id => OwnerOf(_body.Resolution.Values[id])).Distinct().ToArray();
        return owners is [{ IsAmbiguous: false } only and not Released] ? only : null;
    }

    private static Value OwnerOf(Value value) => value is Loan loan ? OwnerOf(loan.Owner) : value;

    /// <summary>Where the part begins that an argument stands for, by the names of what it is a part of; nothing if that may be anywhere.</summary>
    private IEnumerable<string> PartsOf(ArgumentSyntax argument, Origin origin, HeldValues held)
    {
        if (argument.Parent is ArgumentListSyntax { Arguments: [.., { Expression: LiteralExpressionSyntax { Token.ValueText: "0" } }] and { Count: > 2 } })
        {
            // Nothing is filled: such a read only tells when there is something to read.
            return Enumerable.Empty<string>();
        }

        if (!IsName(argument.Expression))
        {
            return BeginsOf(argument.Expression);
        }

        var isWhole = _body.Resolution.Loans.Holds(held, origin).ToArray().All(id => _body.Resolution.Values[id] is not Loan);
        var names = NamesOf(argument.Expression).Concat(isWhole ? new[] { string.Empty } : Enumerable.Empty<string>());
        return isWhole && argument.Parent is ArgumentListSyntax { Arguments: var all } && all.IndexOf(argument) is var place && place + 1 < all.Count && (all.Count > 2 || all[place + 1].Expression is LiteralExpressionSyntax)
            ? From(names, all[place + 1].Expression)
            : names.Select(static name => name + "+0");
    }

    private static bool IsName(ExpressionSyntax given) => given is IdentifierNameSyntax or MemberAccessExpressionSyntax { Name.Identifier.ValueText: not ("Memory" or "Span") };

    private static IEnumerable<string> BeginsOf(ExpressionSyntax part) => part switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AsMemory" or "AsSpan", Expression: var array }, ArgumentList.Arguments: var cut } => From(NamesOf(array).Append(string.Empty), cut.FirstOrDefault()?.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Slice", Expression: var whole }, ArgumentList.Arguments: [var first, ..] } => From(WholesOf(whole), first.Expression),
        ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: RangeExpressionSyntax range }], Expression: var whole } => From(WholesOf(whole), range.LeftOperand),
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [var array, var begin, ..] } => From(NamesOf(array.Expression).Append(string.Empty), begin.Expression),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Memory" } => new[] { "+0" },
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Span", Expression: IdentifierNameSyntax memory } => From(NamesOf(memory), null),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Span", Expression: var memory } => BeginsOf(memory),
        _ => Enumerable.Empty<string>(),
    };

    /// <summary>What is cut: the memory of an owner, all of an array, or a variable that is one part for good.</summary>
    private static IEnumerable<string> WholesOf(ExpressionSyntax whole) => whole switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Memory" or "Span" } or InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AsMemory" or "AsSpan" }, ArgumentList.Arguments.Count: 0 } => new[] { string.Empty },
        _ => NamesOf(whole),
    };

    private static IEnumerable<string> From(IEnumerable<string> names, ExpressionSyntax? begin) => begin switch
    {
        null => names.Select(static name => name + "+0"),
        LiteralExpressionSyntax { Token.ValueText: var number } => names.Select(name => name + "+" + number),
        _ => Enumerable.Empty<string>(),
    };

    /// <summary>The name of a variable that is not assigned again.</summary>
    private static IEnumerable<string> NamesOf(ExpressionSyntax variable) =>
        variable is IdentifierNameSyntax { Identifier.ValueText: var name } && variable.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member && !member.DescendantNodes().Any(node => Assigns(node, name)) ? new[] { name } : Enumerable.Empty<string>();

    private static bool Assigns(SyntaxNode node, string name) => node switch
    {
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax target } => target.Identifier.ValueText == name,
        AssignmentExpressionSyntax { Left: TupleExpressionSyntax targets } => targets.Arguments.Any(target => target.Expression is IdentifierNameSyntax one && one.Identifier.ValueText == name),
        ArgumentSyntax { Expression: IdentifierNameSyntax given } argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None) && given.Identifier.ValueText == name,
        _ => false,
    };
}
