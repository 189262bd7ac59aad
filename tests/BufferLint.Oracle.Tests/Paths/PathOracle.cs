// The oracle: walks every path of a program, loops up to a few turns, and keeps for each view what has happened to its
// storage since it was taken. Slow and obvious; shares nothing with the engine.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Oracle.Programs;

namespace BufferLint.Oracle.Paths;

internal sealed class PathOracle
{
    private readonly Reading _reading;
    private readonly Choices _choices;
    private readonly PathState _state;
    private readonly ImmutableHashSet<string> _singleTests;
    private readonly Dictionary<string, bool> _flags = [];
    private readonly ImmutableArray<Statement>.Builder _trace = ImmutableArray.CreateBuilder<Statement>();
    private readonly Inputs _inputs = new();
    private int _guarded;
    private int _calls;

    private PathOracle(ProgramTree program, Reading reading, ImmutableHashSet<string> singleTests, Choices choices)
    {
        _reading = reading;
        _choices = choices;
        _state = new PathState(program) { ForgetsSizesAtCalls = reading.ForgetsSizesAtCalls };
        _singleTests = singleTests;
    }

    /// <summary>All paths, one after the other.</summary>
    public static IEnumerable<Path> Paths(ProgramTree placed, Reading reading)
    {
        var singleTests = reading.IgnoresSingleTests ? Flags.TestedOnce(placed.Body) : [];
        var choices = new Choices();
        do
        {
            var walk = new PathOracle(placed, reading, singleTests, choices);
            if (walk.Block(placed.Body) is Completion.Normal or Completion.Return)
            {
                walk.HandOut(placed.HandsOut);
            }

            walk._state.Settle();
            yield return new Path(walk._state.Verdict, walk._trace.ToImmutable(), walk._inputs);
        }
        while (choices.MoveOn());
    }

    /// <summary>What is due, over all paths; <see langword="null"/> if there are too many of them.</summary>
    /// <param name="placed">The program.</param>
    /// <param name="reading">How it is read.</param>
    /// <param name="maxPaths">How many paths are too many.</param>
    /// <param name="telling">Receives the inputs of the first path, and of each that has something new due on it.</param>
    public static Verdict? Judge(ProgramTree placed, Reading reading, int maxPaths, ICollection<Inputs>? telling = null)
    {
        var verdict = new Verdict();
        foreach (var path in Paths(placed, reading))
        {
            if (maxPaths-- == 0)
            {
                return null;
            }

            var known = verdict.Dues.Count;
            verdict.Add(path.Verdict);
            if (telling is { Count: 0 } || verdict.Dues.Count > known)
            {
                telling?.Add(path.Inputs);
            }
        }

        return verdict;
    }

    /// <summary>In a <c>try</c>, any call and any access may throw, before it does anything.</summary>
    private Completion Block(ImmutableArray<Statement> block)
    {
        foreach (var statement in block)
        {
            var throws = _guarded > 0 && MayThrow(statement) && _choices.Next();
            if (statement is Check)
            {
                _inputs.Answers.Add(throws);
            }

            var completion = throws ? Completion.Throw : Run(statement);
            if (completion != Completion.Normal)
            {
                return completion;
            }
        }

        return _reading.ThrowsLate && _guarded > 0 && _choices.Next() ? Completion.Throw : Completion.Normal;
    }

    private Completion Run(Statement statement)
    {
        switch (statement)
        {
            case Choose choose:
                return Block(IsTrue(choose.If) ? choose.Then : choose.Else);
            case Repeat repeat:
                return Loop(repeat.TestsLast ? 1 : 0, _reading.Turns, () => Block(repeat.Body), asks: true);
            case Count count:
                return _reading.IgnoresCounts
                    ? Loop(0, _reading.Turns, () => Block(count.Body))
                    : Loop(count.Turns, count.Turns, () => Block(count.Body));
            case Each each:
                Plain(Enumerators.Start(each));
                return Loop(0, _reading.Turns, () => Turn(each));
            case Guard guard:
                return Guarded(guard);
            case Leave leave:
                return leave.How;
            case Call call:
                return Called(call);
            case TakeEither take:
                Plain(take.Chosen(IsTrue(take.If)));
                return Completion.Normal;
            case RenameEither rename:
                Plain(rename.Chosen(IsTrue(rename.If)));
                return Completion.Normal;
            default:
                Plain(statement);
                return Completion.Normal;
        }
    }

    private void Plain(Statement statement)
    {
        _trace.Add(statement);
        _state.Run(statement);
        if (statement is SetFlag flag)
        {
            _flags[flag.Flag] = flag.Value ?? Asked();
        }
    }

    /// <summary>What others see afterwards is used.</summary>
    private void HandOut(ImmutableArray<ViewVariable> views)
    {
        foreach (var view in views)
        {
            Plain(new Use(view, new(view.Kind, view.Kind == "ref int" ? "world.Keep({0});" : "world.Look({0});", Touch.View)));
        }
    }

    private Completion Called(Call call)
    {
        foreach (var view in call.Parameters.Where(_ => _reading.UsesWhatIsPassed && _calls == 0))
        {
            _state.Run(new Use(view, new(view.Kind, "", Touch.Elements)) { Line = call.Line });
        }

        // What is passed even where nothing is done there.
        _trace.Add(new Check { Line = call.Line });
        var isOutermost = _calls++ == 0;
        if (isOutermost)
        {
            _state.Enter();
        }

        var joins = isOutermost && _reading.JoinsWaysOfCalls;
        var before = _state.Names();
        var completion = Inside(call);
        if (joins && completion == Completion.Normal)
        {
            _state.Restore(before);
            _state.BreaksNothing = true;
            completion = Inside(call);
            _state.BreaksNothing = false;
        }

        if (completion == Completion.Throw && call.Result is { } result)
        {
            _state.Restore(before, result.Name);
        }

        foreach (var flag in Variables.FlagsSetIn(call.Body).Where(_ => joins))
        {
            _flags.Remove(flag);
        }

        _calls--;
        if (isOutermost)
        {
            _state.Leave(completion == Completion.Throw);
        }

        return completion;
    }

    private Completion Inside(Call call)
    {
        foreach (var local in call.Locals)
        {
            Plain(new Drop(local) { Line = call.Line });
        }

        return Block(call.Body);
    }

    /// <summary>A question to the world.</summary>
    private bool Asked()
    {
        var answer = _choices.Next();
        _inputs.Answers.Add(answer);
        return answer;
    }

    private Completion Loop(int least, int most, Func<Completion> body, bool asks = false)
    {
        for (var turn = 0; turn < most && (turn < least || (asks ? Asked() : _choices.Next())); turn++)
        {
            switch (body())
            {
                case Completion.Break:
                    return Completion.Normal;
                case Completion.Return:
                    return Completion.Return;
                case Completion.Throw:
                    return Completion.Throw;
            }

            if (asks && turn == most - 1)
            {
                _inputs.Answers.Add(false);
            }
        }

        return Completion.Normal;
    }

    private Completion Turn(Each each)
    {
        Plain(Enumerators.Turn(each));
        var ended = Block(each.Body);
        if (ended == Completion.Normal && each.WritesItem)
        {
            Plain(Enumerators.Write(each));
        }

        return ended;
    }

    private Completion Guarded(Guard guard)
    {
        _guarded++;
        var completion = Block(guard.Body);
        _guarded--;
        if (guard.IsFinally)
        {
            var last = Block(guard.Handler);
            return last == Completion.Normal ? completion : last;
        }

        return completion == Completion.Throw ? Block(guard.Handler) : completion;
    }

    private bool IsTrue(Condition condition)
    {
        var first = Answer(condition);
        return condition.Next is { } next && first != condition.IsOr ? IsTrue(next) : first;
    }

    /// <summary>A flag has one value on a path until it is set.</summary>
    private bool Answer(Condition condition)
    {
        if (condition.Flag is not { } flag)
        {
            return Asked() != condition.IsNegated;
        }

        if (_singleTests.Contains(flag) || (_calls > 0 && (_reading.IgnoresSingleTests || _reading.JoinsWaysOfCalls)))
        {
            return _choices.Next();
        }

        if (!_flags.TryGetValue(flag, out var value))
        {
            _flags[flag] = value = _choices.Next();
            if (value)
            {
                _inputs.Flags.Add(flag);
            }
        }

        return value != condition.IsNegated;
    }

    /// <summary>Whether a statement, up to its first block, holds a call or an access.</summary>
    private static bool MayThrow(Statement statement) => statement switch
    {
        Derive derive => derive.How.Touch != Touch.Nothing,
        Take { How.NeverThrows: true } => false,
        TakeEither { How.NeverThrows: true } take => take.If.All.Any(asked => asked.Flag is null),
        Choose choose => choose.If.All.Any(asked => asked.Flag is null),
        SetFlag flag => flag.Value is null,
        Repeat repeat => !repeat.TestsLast,
        Drop or Rename or RenameEither or Swap or Count or Guard or Leave => false,
        _ => true,
    };

    private static class Flags
    {
        public static ImmutableHashSet<string> TestedOnce(ImmutableArray<Statement> body) =>
            [.. body.SelectMany(TestedIn).GroupBy(flag => flag).Where(tests => tests.Count() == 1).Select(tests => tests.Key)];

        /// <summary>Here, not in methods that are called.</summary>
        private static IEnumerable<string> TestedIn(Statement statement) => statement is Call ? [] : Variables.TestsOf(statement).Concat(Variables.Blocks(statement).SelectMany(block => block.SelectMany(TestedIn)));
    }
}
