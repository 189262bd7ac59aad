// Which flags the graph is split on. A body that tests one flag twice, or sets and then tests it, has paths that
// contradict themselves:
//
//     if (grow) list.Add(1);
//     if (!grow) view[0] = 1;      // never after the Add
//
// For a few such flags a block stands in the graph once for each value the flag can have there.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Graph;

/// <summary>What is known of each flag at one point: two bits a flag, zero for nothing.</summary>
internal readonly record struct FlagValues(int Bits)
{
    public bool? this[int flag] => ((Bits >> (flag * 2)) & 3) switch { 1 => false, 2 => true, _ => null };

    public FlagValues With(int flag, bool? value) =>
        new((Bits & ~(3 << (flag * 2))) | ((value switch { false => 1, true => 2, null => 0 }) << (flag * 2)));
}

/// <summary>A relation that is asked after, other than being equal to a constant.</summary>
/// <param name="Operator">Which one.</param>
/// <param name="Bound">With what.</param>
internal sealed record Relation(string Operator, object? Bound);

/// <summary>A question a condition asks of one variable: is it true, is it 1, is it empty.</summary>
/// <param name="Variable">The local, parameter, or field of this object.</param>
/// <param name="Asked">The constant it is compared with; <see langword="true"/> for a flag itself.</param>
internal sealed record Flag(ISymbol Variable, object Asked)
{
    /// <summary>What is asked of a view by <c>IsEmpty</c>, or by comparing its length with zero.</summary>
    public static Relation Emptiness { get; } = new("is empty", null);

    /// <summary>What a test against null asks.</summary>
    public static Relation Nullness { get; } = new("is null", null);

    public bool Equals(Flag? other) => other is not null && SymbolEqualityComparer.Default.Equals(Variable, other.Variable) && Asked.Equals(other.Asked);

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Variable);

    public bool IsAbout(ISymbol variable) => SymbolEqualityComparer.Default.Equals(Variable, variable);

    /// <summary>Whether it asks for one of many constants.</summary>
    public bool IsConstant => Asked is not (bool or Relation);

    /// <summary>Whether a yes to this question is a no to another.</summary>
    public bool Excludes(Flag other) =>
        IsConstant && SymbolEqualityComparer.Default.Equals(Variable, other.Variable) && other.Asked.GetType() == Asked.GetType() && !other.Asked.Equals(Asked);

    /// <summary>The answer once a constant was assigned.</summary>
    public bool? AnswerFor(object? constant) => constant is null || Asked is Relation ? null : constant.Equals(Asked);
}

/// <summary>The flags of one body.</summary>
internal sealed class FlagPredicates
{
    private const int MaxVariables = 3;
    private const int MaxFlags = 12;
    private const int MaxStates = 24;
    private const int MaxAsked = 100;

    private readonly ImmutableArray<Flag> _flags;
    private readonly FlagTests? _tests;

    /// <summary>What each block makes of the flags, in order.</summary>
    private readonly ImmutableArray<ImmutableArray<Answer>> _answers;

    /// <summary>The flags that are still asked from each block on.</summary>
    private readonly ImmutableArray<int> _live;

    private FlagPredicates(ImmutableArray<Flag> flags, FlagTests? tests, ImmutableArray<ImmutableArray<Answer>> answers, ImmutableArray<int> live)
    {
        _flags = flags;
        _tests = tests;
        _answers = answers;
        _live = live;
    }

    public static FlagPredicates None { get; } = new(ImmutableArray<Flag>.Empty, null, ImmutableArray<ImmutableArray<Answer>>.Empty, ImmutableArray<int>.Empty);

    public bool IsEmpty => _flags.IsEmpty;

    /// <summary>Chooses the flags worth a split: variables asked in more than one place, or given a constant and asked.</summary>
    public static FlagPredicates Of(ControlFlowGraph graph, CancellationToken cancellation)
    {
        if (!graph.Blocks.Any(static block => block.ConditionalSuccessor is not null))
        {
            return None;
        }

        var tests = new FlagTests(graph);
        var places = new Dictionary<ISymbol, HashSet<object>>(SymbolEqualityComparer.Default);
        var order = new List<Flag>();
        foreach (var block in graph.Blocks)
        {
            if (block.ConditionalSuccessor is null || tests.Of(block.BranchValue) is not { } test)
            {
                continue;
            }

            if (!places.TryGetValue(test.Variable, out var asked))
            {
                places.Add(test.Variable, asked = new HashSet<object>());
            }

            if (asked.Count < 2)
            {
                asked.Add(PlaceOf(block.BranchValue!));
            }

            foreach (var flag in test.AnyOf)
            {
                if (order.Count <= MaxAsked && !order.Contains(flag))
                {
                    order.Add(flag);
                }
            }
        }

        // What is asked once, and no constant that is assigned could answer, tells no two paths apart.
        var telling = new HashSet<ISymbol>(order.Where(flag => flag.Asked is not Relation || places[flag.Variable].Count > 1).Select(static flag => flag.Variable), SymbolEqualityComparer.Default);
        if (telling.Count == 0)
        {
            return None;
        }

        order.RemoveAll(flag => !telling.Contains(flag.Variable));
        var changes = new FieldChanges(order.Select(flag => flag.Variable).OfType<IFieldSymbol>(), cancellation);
        var set = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var walk = new OperationWalk();
        var assignments = ImmutableArray.CreateRange(graph.Blocks, block => FlagTests.Assignments(block, telling.Contains, changes.By, walk));
        foreach (var (variable, constant) in assignments.SelectMany(static block => block))
        {
            if (!set.Contains(variable) && order.Any(flag => flag.IsAbout(variable) && flag.AnswerFor(constant) is not null))
            {
                set.Add(variable);
            }
        }

        // What is set by hand and then asked is most likely meant to tell paths apart.
        var shared = new Lazy<HashSet<ISymbol>>(() => SharedVariables(graph));
        var chosen = Choose(
            order.OrderBy(flag => !set.Contains(flag.Variable)).ToList(),
            variable => (places[variable].Count > 1 || set.Contains(variable)) && !shared.Value.Contains(variable));
        return chosen.IsEmpty ? None : Of(graph, chosen, tests, ImmutableArray.CreateRange(assignments, block => AnswersTo(chosen, block)));
    }

    private static FlagPredicates Of(ControlFlowGraph graph, ImmutableArray<Flag> flags, FlagTests tests, ImmutableArray<ImmutableArray<Answer>> answers)
    {
        var asked = new int[graph.Blocks.Length];
        var assigned = new int[graph.Blocks.Length];
        foreach (var block in graph.Blocks)
        {
            var test = block.ConditionalSuccessor is null ? null : tests.Of(block.BranchValue);
            for (var index = 0; index < flags.Length; index++)
            {
                asked[block.Ordinal] |= test is not null && flags[index].IsAbout(test.Variable) ? 1 << index : 0;
            }

            foreach (var answer in answers[block.Ordinal])
            {
                assigned[block.Ordinal] |= 1 << answer.Flag;
            }
        }

        return new FlagPredicates(flags, tests, answers, FlagLiveness.Of(graph, asked, assigned));
    }

    /// <summary>What is worth knowing where a block begins.</summary>
    public FlagValues Before(BasicBlock block, FlagValues known)
    {
        for (var index = 0; index < _flags.Length && known.Bits != 0; index++)
        {
            if (((_live[block.Ordinal] >> index) & 1) == 0)
            {
                known = known.With(index, null);
            }
        }

        return known;
    }

    /// <summary>The values after a block that was entered with others.</summary>
    public FlagValues After(BasicBlock block, FlagValues before)
    {
        if (IsEmpty)
        {
            return before;
        }

        foreach (var answer in _answers[block.Ordinal])
        {
            before = before.With(answer.Flag, answer.Value);
        }

        return before;
    }

    /// <summary>The values on a branch; <see langword="null"/> if it contradicts what is known.</summary>
    public FlagValues? On(ControlFlowBranch branch, FlagValues after)
    {
        var block = branch.Source;
        if (IsEmpty || block.ConditionalSuccessor is null || _tests!.Of(block.BranchValue) is not { } test)
        {
            return after;
        }

        var condition = branch.IsConditionalSuccessor == (block.ConditionKind == ControlFlowConditionKind.WhenTrue);
        var isOneOf = condition == test.WhenTrue;
        for (var index = 0; index < _flags.Length; index++)
        {
            // It is one of these, so it is none of the others; or it is none of these.
            var isAsked = test.AnyOf.Contains(_flags[index]);
            bool? answer = !isOneOf && isAsked ? false
                : isOneOf && isAsked && test.AnyOf.Length == 1 ? true
                : isOneOf && !isAsked && AreExcluded(test.AnyOf, by: _flags[index]) ? false
                : null;
            if (answer is { } known)
            {
                if (after[index] is { } before && before != known)
                {
                    return null;
                }

                after = after.With(index, known);
            }
        }

        return isOneOf && AreAllDenied(test.AnyOf, after) ? null : after;
    }

    private static ImmutableArray<Answer> AnswersTo(ImmutableArray<Flag> flags, ImmutableArray<(ISymbol Variable, object? Constant)> assignments)
    {
        if (assignments.IsEmpty)
        {
            return ImmutableArray<Answer>.Empty;
        }

        var answers = ImmutableArray.CreateBuilder<Answer>();
        foreach (var (variable, constant) in assignments)
        {
            for (var index = 0; index < flags.Length; index++)
            {
                if (flags[index].IsAbout(variable))
                {
                    answers.Add(new Answer(index, flags[index].AnswerFor(constant)));
                }
            }
        }

        return answers.ToImmutable();
    }

    private static bool AreExcluded(ImmutableArray<Flag> flags, Flag by)
    {
        foreach (var flag in flags)
        {
            if (!flag.Excludes(by))
            {
                return false;
            }
        }

        return true;
    }

    private bool AreAllDenied(ImmutableArray<Flag> flags, FlagValues known)
    {
        foreach (var flag in flags)
        {
            if (_flags.IndexOf(flag) is not (>= 0 and var index) || known[index] != false)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The questions about the first few variables, as far as all their answers together are not too many.</summary>
    private static ImmutableArray<Flag> Choose(List<Flag> order, Func<ISymbol, bool> isWorthIt)
    {
        var chosen = ImmutableArray.CreateBuilder<Flag>();
        var states = 1;
        var variables = 0;
        foreach (var questions in order.GroupBy(flag => flag.Variable, SymbolEqualityComparer.Default).Select(questions => questions.ToList()))
        {
            var answers = questions.Count + 1;
            if (variables < MaxVariables && states * answers <= MaxStates && chosen.Count + questions.Count <= MaxFlags && isWorthIt(questions[0].Variable))
            {
                variables++;
                states *= answers;
                chosen.AddRange(questions);
            }
        }

        return chosen.ToImmutable();
    }

    /// <summary>All arms of one switch ask in one place.</summary>
    private static SyntaxNode PlaceOf(IOperation condition)
    {
        for (var at = condition.Syntax; at is not null and not (StatementSyntax and not SwitchStatementSyntax); at = at.Parent)
        {
            if (at is SwitchStatementSyntax or SwitchExpressionSyntax)
            {
                return at;
            }
        }

        return condition.Syntax;
    }

    /// <summary>The variables that are written, or asked, where the graph does not show it: in functions, and through references.</summary>
    private static HashSet<ISymbol> SharedVariables(ControlFlowGraph graph)
    {
        var shared = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var operation in graph.OriginalOperation.Descendants())
        {
            switch (operation)
            {
                case IAnonymousFunctionOperation or ILocalFunctionOperation:
                    shared.UnionWith(operation.Descendants().Select(FlagTests.NamedBy).OfType<ISymbol>());
                    break;
                case ISimpleAssignmentOperation { IsRef: true } assignment when FlagTests.NamedBy(assignment.Value) is { } aliased:
                    shared.Add(aliased);
                    break;
                case IVariableDeclaratorOperation { Symbol.IsRef: true, Initializer.Value: { } value } when FlagTests.NamedBy(value) is { } aliased:
                    shared.Add(aliased);
                    break;
            }
        }

        return shared;
    }

    /// <summary>What an assignment makes of a flag; <see langword="null"/> if it may be either afterwards.</summary>
    private readonly record struct Answer(int Flag, bool? Value);
}
