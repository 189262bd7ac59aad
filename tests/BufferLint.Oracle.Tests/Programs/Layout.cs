// Gives every statement the line it will be printed on.
using System.Collections.Immutable;
using System.Linq;

namespace BufferLint.Oracle.Programs;

/// <summary>One line for a statement, one for the end of a block; <c>} else {</c> is one line.</summary>
internal sealed class Layout
{
    private int _line;

    private Layout(int firstLine) => _line = firstLine;

    /// <summary>The statements with their lines.</summary>
    public static ImmutableArray<Statement> Of(ImmutableArray<Statement> body, int firstLine) => new Layout(firstLine).Place(body);

    private ImmutableArray<Statement> Place(ImmutableArray<Statement> block) => [.. block.Select(Place)];

    private Statement Place(Statement statement)
    {
        var line = _line++;
        return statement switch
        {
            Choose choose => choose with { Line = line, Then = Block(choose.Then), Else = choose.Else.IsEmpty ? [] : Block(choose.Else) },
            Repeat repeat => repeat with { Line = line, Body = Block(repeat.Body) },
            Count count => count with { Line = line, Body = Block(count.Body) },
            Each each => each with { Line = line, Body = Block(each.Body), EndLine = _line - 1 },
            Guard guard => guard with { Line = line, Body = Block(guard.Body), Handler = Block(guard.Handler) },
            _ => statement with { Line = line },
        };
    }

    private ImmutableArray<Statement> Block(ImmutableArray<Statement> block)
    {
        var placed = Place(block);
        _line++;
        return placed;
    }
}
