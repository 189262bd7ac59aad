// Makes a program smaller in one step: a statement less, a block in place of the statement around it, a simpler statement.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace BufferLint.Oracle.Programs;

internal static class ProgramShrinker
{
    /// <summary>All programs that are one step smaller, the smallest first.</summary>
    public static IEnumerable<ProgramTree> Steps(ProgramTree program) =>
        Smaller(program.Body).Select(body => program with { Body = body }).OrderBy(smaller => Size(smaller.Body));

    private static IEnumerable<ImmutableArray<Statement>> Smaller(ImmutableArray<Statement> block)
    {
        for (var index = 0; index < block.Length; index++)
        {
            yield return block.RemoveAt(index);
            foreach (var inner in Variables.Blocks(block[index]).Where(inner => !inner.Any(IsJump)))
            {
                yield return block.RemoveAt(index).InsertRange(index, inner);
            }

            foreach (var simpler in Smaller(block[index]))
            {
                yield return block.SetItem(index, simpler);
            }
        }
    }

    private static IEnumerable<Statement> Smaller(Statement statement) => statement switch
    {
        Choose choose => Smaller(choose.Then).Select(then => (Statement)(choose with { Then = then })).Concat(Smaller(choose.Else).Select(otherwise => choose with { Else = otherwise })),
        Repeat repeat => Smaller(repeat.Body).Select(body => repeat with { Body = body }),
        Count count => Smaller(count.Body).Select(body => (Statement)(count with { Body = body })).Concat(count.Turns > 1 ? [count with { Turns = count.Turns - 1 }] : []),
        Each each => Smaller(each.Body).Select(body => (Statement)(each with { Body = body })).Concat(each.WritesItem ? [each with { WritesItem = false }] : []),
        Guard guard => Smaller(guard.Body).Select(body => (Statement)(guard with { Body = body })).Concat(Smaller(guard.Handler).Select(handler => guard with { Handler = handler })),
        Call call => Smaller(call.Body).Select(body => (Statement)(call with { Body = body })).Concat(call.Descent != Descent.None ? [call with { Descent = Descent.None }] : []),
        _ => [],
    };

    /// <summary>A jump would leave another loop, or none.</summary>
    private static bool IsJump(Statement statement) =>
        statement is Leave { How: Completion.Break or Completion.Continue } || Variables.Blocks(statement).Any(block => block.Any(IsJump));

    private static int Size(ImmutableArray<Statement> block) => block.Sum(statement => 1 + Variables.Blocks(statement).Sum(Size));
}
