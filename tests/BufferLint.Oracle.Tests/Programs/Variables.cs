// Which view variables a program names, and where each can be declared: in the innermost block that holds all its
// mentions if it is assigned there first, else at the head of the method.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace BufferLint.Oracle.Programs;

internal static class Variables
{
    /// <summary>The view variables a statement names, blocks within it included.</summary>
    public static IEnumerable<ViewVariable> In(Statement statement) => Own(statement).Concat(Blocks(statement).SelectMany(In));

    /// <inheritdoc cref="In(Statement)"/>
    public static IEnumerable<ViewVariable> In(ImmutableArray<Statement> block) => block.SelectMany(In);

    /// <summary>The owner variables a statement names, blocks within it included.</summary>
    public static IEnumerable<string> OwnersIn(Statement statement) => (statement switch
    {
        Take take => new[] { take.Owner },
        TakeEither take => [take.First, take.Second],
        Operate operate => [operate.Owner],
        Rename rename => [rename.To, rename.From],
        RenameEither rename => [rename.To, rename.First, rename.Second],
        Swap swap => [swap.First, swap.Second],
        Make make => [make.Owner],
        _ => [],
    }).Concat(Blocks(statement).SelectMany(block => block.SelectMany(OwnersIn)));

    /// <summary>Whether owner variables are given other owners anywhere in a block.</summary>
    public static bool OwnersAreAssigned(ImmutableArray<Statement> block) =>
        block.Any(statement => statement is Rename or RenameEither or Swap or Make or Operate { What.Renews: true } || Blocks(statement).Any(OwnersAreAssigned));

    /// <summary>The blocks directly within a statement.</summary>
    public static ImmutableArray<Statement>[] Blocks(Statement statement) => statement switch
    {
        Choose choose => [choose.Then, choose.Else],
        Repeat repeat => [repeat.Body],
        Count count => [count.Body],
        Each each => [each.Body],
        Guard guard => [guard.Body, guard.Handler],
        _ => [],
    };

    /// <summary>The line of the statement that can declare a variable; <see langword="null"/> if none can.</summary>
    public static int? DeclaredAt(ImmutableArray<Statement> block, ViewVariable variable)
    {
        var naming = block.Where(statement => In(statement).Contains(variable)).ToArray();
        if (naming is [var only] && !Own(only).Contains(variable) && Blocks(only).Count(inner => In(inner).Contains(variable)) == 1)
        {
            return DeclaredAt(Blocks(only).Single(inner => In(inner).Contains(variable)), variable);
        }

        return naming is [var first, ..] && Assigned(first) == variable && Own(first).Count(named => named == variable) == 1 ? first.Line : null;
    }

    private static ViewVariable? Assigned(Statement statement) => statement switch
    {
        Take take => take.View,
        TakeEither take => take.View,
        Derive derive => derive.To,
        _ => null,
    };

    private static IEnumerable<ViewVariable> Own(Statement statement) => statement switch
    {
        Take take => [take.View],
        TakeEither take => [take.View],
        Derive derive => [derive.To, derive.From],
        Drop drop => [drop.View],
        Use use => [use.View],
        Each each => [each.View],
        _ => [],
    };
}
