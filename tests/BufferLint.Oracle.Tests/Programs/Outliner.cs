// Puts parts of a program into methods: a few statements that follow each other, anywhere, also within a method made before.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace BufferLint.Oracle.Programs;

internal sealed class Outliner
{
    private const int Tries = 12;
    private const int MostMethods = 4;
    private const int MostStatements = 4;

    private readonly Random _random;

    private Outliner(int seed) => _random = new Random(seed);

    /// <summary>The program with some of its parts in methods; the program itself if none can be.</summary>
    public static ProgramTree Of(ProgramTree program, int seed)
    {
        var outliner = new Outliner(seed);
        var methods = outliner._random.Next(1, MostMethods + 1);
        for (var tries = 0; tries < Tries && methods > 0; tries++)
        {
            if (outliner.Outlined(program.Body) is { } body)
            {
                program = program with { Body = body };
                methods--;
            }
        }

        return program;
    }

    private ImmutableArray<Statement>? Outlined(ImmutableArray<Statement> body)
    {
        var blocks = Blocks(body).Where(block => !block.IsEmpty).ToArray();
        if (blocks.Length == 0)
        {
            return null;
        }

        var block = blocks[_random.Next(blocks.Length)];
        var start = _random.Next(block.Length);
        var run = block.Slice(start, _random.Next(1, Math.Min(MostStatements, block.Length - start) + 1));
        var others = Replaced(body, block, block.RemoveRange(start, run.Length));
        return CanStandAlone(run) && Method(run, [.. Named(others)]) is { } call
            ? Replaced(body, block, block.RemoveRange(start, run.Length).Insert(start, call))
            : null;
    }

    /// <summary>What is named anywhere, in methods too, so that no name means two things if they are inlined again.</summary>
    private static IEnumerable<ViewVariable> Named(ImmutableArray<Statement> block) =>
        Variables.In(block).Concat(block.SelectMany(statement => Variables.Blocks(statement).SelectMany(Named)));

    private Call? Method(ImmutableArray<Statement> run, ImmutableHashSet<ViewVariable> others)
    {
        var call = new Call(run, null, [.. Variables.In(run).Distinct().Where(view => !others.Contains(view))], (Descent)Math.Max(_random.Next(-4, 3), 0));
        var references = call.Given.Where(view => view.Kind == "ref int").ToArray();
        var given = references.Length > 0 ? references : [.. call.Given.Where(_ => _random.Next(2) == 0)];
        return references.Length > 1 ? null : call with { Result = given.FirstOrDefault() };
    }

    /// <summary>Whether nothing in a run leaves it, but by exceptions on some way.</summary>
    private static bool CanStandAlone(ImmutableArray<Statement> run) => !run.Any(statement => statement is Leave || Leaves(statement, isInLoop: false));

    private static bool Leaves(Statement statement, bool isInLoop) => statement switch
    {
        Leave { How: Completion.Return } => true,
        Leave { How: Completion.Break or Completion.Continue } => !isInLoop,
        _ => Variables.Blocks(statement).Any(block => block.Any(inner => Leaves(inner, isInLoop || statement is Repeat or Count or Each))),
    };

    private static IEnumerable<ImmutableArray<Statement>> Blocks(ImmutableArray<Statement> block) =>
        block.SelectMany(statement => Variables.Blocks(statement).SelectMany(Blocks)).Prepend(block);

    /// <summary>The same with one block, that very one, in place of another.</summary>
    private static ImmutableArray<Statement> Replaced(ImmutableArray<Statement> body, ImmutableArray<Statement> block, ImmutableArray<Statement> by) =>
        body == block ? by : [.. body.Select(statement => Replaced(statement, block, by))];

    private static Statement Replaced(Statement statement, ImmutableArray<Statement> block, ImmutableArray<Statement> by) => statement switch
    {
        Choose choose => choose with { Then = Replaced(choose.Then, block, by), Else = Replaced(choose.Else, block, by) },
        Repeat repeat => repeat with { Body = Replaced(repeat.Body, block, by) },
        Count count => count with { Body = Replaced(count.Body, block, by) },
        Each each => each with { Body = Replaced(each.Body, block, by) },
        Guard guard => guard with { Body = Replaced(guard.Body, block, by), Handler = Replaced(guard.Handler, block, by) },
        Call call => call with { Body = Replaced(call.Body, block, by) },
        _ => statement,
    };
}
