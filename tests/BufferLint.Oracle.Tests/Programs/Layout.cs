// Gives every statement the line it will be printed on.
using System.Collections.Immutable;
using System.Linq;

namespace BufferLint.Oracle.Programs;

/// <summary>One line for a statement, one for the end of a block; <c>} else {</c> is one line.</summary>
internal sealed class Layout
{
    private readonly string _prefix;
    private readonly Counter _methods;
    private int _line;

    private Layout(int firstLine, string prefix, Counter methods) => (_line, _prefix, _methods) = (firstLine, prefix, methods);

    /// <summary>The statements with their lines.</summary>
    public static ImmutableArray<Statement> Of(ImmutableArray<Statement> body, int firstLine) => new Layout(firstLine, "", new Counter()).Place(body);

    private ImmutableArray<Statement> Place(ImmutableArray<Statement> block) => [.. block.Select(Place)];

    private Statement Place(Statement statement)
    {
        var line = _line++;
        return statement switch
        {
            Choose choose => choose with { Line = line, Then = Block(choose.Then), Else = choose.Else.IsEmpty ? [] : Block(choose.Else) },
            Repeat repeat => repeat with { Line = line, Body = Block(repeat.Body) },
            Count count => count with { Line = line, Body = Block(count.Body) },
            Each each => each with { Line = line, Tag = _prefix + line, Body = Block(each.Body), EndLine = _line - 1 },
            Guard guard => guard with { Line = line, Body = Block(guard.Body), Handler = Block(guard.Handler) },
            Call call => Outside(call, line),
            _ => statement with { Line = line },
        };
    }

    private Call Outside(Call call, int line)
    {
        var number = ++_methods.Last;
        var own = new Layout(1, number + "_", _methods).Place(call.Body);
        return call with { Line = line, Number = number, Own = own, Body = [.. own.Select(statement => At(line, statement))] };
    }

    /// <summary>A statement and all within it on one line.</summary>
    private static Statement At(int line, Statement statement)
    {
        ImmutableArray<Statement> All(ImmutableArray<Statement> block) => [.. block.Select(inner => At(line, inner))];
        return statement switch
        {
            Choose choose => choose with { Line = line, Then = All(choose.Then), Else = All(choose.Else) },
            Repeat repeat => repeat with { Line = line, Body = All(repeat.Body) },
            Count count => count with { Line = line, Body = All(count.Body) },
            Each each => each with { Line = line, Body = All(each.Body), EndLine = line },
            Guard guard => guard with { Line = line, Body = All(guard.Body), Handler = All(guard.Handler) },
            Call call => call with { Line = line, Body = All(call.Body) },
            _ => statement with { Line = line },
        };
    }

    private ImmutableArray<Statement> Block(ImmutableArray<Statement> block)
    {
        var placed = Place(block);
        _line++;
        return placed;
    }

    private sealed class Counter
    {
        public int Last { get; set; }
    }
}
