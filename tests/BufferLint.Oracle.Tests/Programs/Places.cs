// The places between the statements of a program, counted as they are read.
using System.Collections.Immutable;
using System.Linq;

namespace BufferLint.Oracle.Programs;

internal static class Places
{
    /// <summary>How many there are.</summary>
    public static int In(ImmutableArray<Statement> block) => block.Length + 1 + block.Sum(statement => Variables.Blocks(statement).Sum(In));

    /// <summary>The block with a statement at one of its places.</summary>
    public static ImmutableArray<Statement> Insert(ImmutableArray<Statement> block, Statement inserted, int place)
    {
        for (var index = 0; index < block.Length; index++)
        {
            if (place == 0)
            {
                return block.Insert(index, inserted);
            }

            place--;
            var inside = Variables.Blocks(block[index]).Sum(In);
            if (place < inside)
            {
                return block.SetItem(index, InsertInto(block[index], inserted, place));
            }

            place -= inside;
        }

        return block.Add(inserted);
    }

    private static Statement InsertInto(Statement statement, Statement inserted, int place) => statement switch
    {
        Choose choose when place < In(choose.Then) => choose with { Then = Insert(choose.Then, inserted, place) },
        Choose choose => choose with { Else = Insert(choose.Else, inserted, place - In(choose.Then)) },
        Repeat repeat => repeat with { Body = Insert(repeat.Body, inserted, place) },
        Count count => count with { Body = Insert(count.Body, inserted, place) },
        Each each => each with { Body = Insert(each.Body, inserted, place) },
        Guard guard when place < In(guard.Body) => guard with { Body = Insert(guard.Body, inserted, place) },
        Guard guard => guard with { Handler = Insert(guard.Handler, inserted, place - In(guard.Body)) },
        _ => statement,
    };
}
