// Which view variables a program names, and where each can be declared: in the innermost block that holds all its
// mentions if it is assigned there first, else at the head of the method.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace BufferLint.Oracle.Programs;

internal static class Variables
{
    /// <summary>The view variables a statement names, blocks within it included.</summary>
    public static IEnumerable<ViewVariable> In(Statement statement) => Own(statement).Concat(statement is Call ? [] : Blocks(statement).SelectMany(In));

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
        Call call => [call.Body],
        _ => [],
    };

    /// <summary>The view variables that are assigned in a block, or in a method it calls.</summary>
    public static IEnumerable<ViewVariable> AssignedIn(ImmutableArray<Statement> block) => block.SelectMany(statement => statement switch
    {
        Drop drop => [drop.View],
        Call call => AssignedIn(call.Body).Where(view => !call.Locals.Contains(view)),
        _ => (Assigned(statement) is { } assigned ? new[] { assigned } : []).Concat(Blocks(statement).SelectMany(AssignedIn)),
    });

    /// <summary>The owner variables that are assigned in a block, or in a method it calls.</summary>
    public static IEnumerable<string> OwnersAssignedIn(ImmutableArray<Statement> block) => block.SelectMany(statement => (statement switch
    {
        Rename rename => new[] { rename.To },
        RenameEither rename => [rename.To],
        Swap swap => [swap.First, swap.Second],
        Make make => [make.Owner],
        Operate { What.Renews: true } operate => [operate.Owner],
        _ => [],
    }).Concat(Blocks(statement).SelectMany(OwnersAssignedIn)));

    /// <summary>The flags that are set in a block, or in a method it calls.</summary>
    public static IEnumerable<string> FlagsSetIn(ImmutableArray<Statement> block) =>
        block.SelectMany(statement => (statement is SetFlag flag ? new[] { flag.Flag } : []).Concat(Blocks(statement).SelectMany(FlagsSetIn)));

    /// <summary>The flags that are named in a block, or in a method it calls.</summary>
    public static IEnumerable<string> FlagsIn(ImmutableArray<Statement> block) => block.SelectMany(statement =>
        TestsOf(statement).Concat(statement is SetFlag flag ? [flag.Flag] : []).Concat(Blocks(statement).SelectMany(FlagsIn)));

    /// <summary>The flags that a statement itself tests.</summary>
    public static IEnumerable<string> TestsOf(Statement statement) =>
        (statement switch { Choose choose => choose.If.All, TakeEither take => take.If.All, RenameEither rename => rename.If.All, _ => [] })
        .Select(asked => asked.Flag)
        .OfType<string>();

    /// <summary>Whether a statement assigns a variable before anything else happens to it.</summary>
    public static bool IsFirstAssigned(Statement statement, ViewVariable variable) => Assigned(statement) == variable && Own(statement).Count(named => named == variable) == 1 && statement is not Call { IsResultNew: false };

    /// <summary>The line of the statement that can declare a variable; <see langword="null"/> if none can.</summary>
    public static int? DeclaredAt(ImmutableArray<Statement> block, ViewVariable variable)
    {
        var naming = block.Where(statement => In(statement).Contains(variable)).ToArray();
        if (naming is [var only] && only is not Call && !Own(only).Contains(variable) && Blocks(only).Count(inner => In(inner).Contains(variable)) == 1)
        {
            return DeclaredAt(Blocks(only).Single(inner => In(inner).Contains(variable)), variable);
        }

        return naming is [var first, ..] && IsFirstAssigned(first, variable) ? first.Line : null;
    }

    private static ViewVariable? Assigned(Statement statement) => statement switch
    {
        Take take => take.View,
        TakeEither take => take.View,
        Derive derive => derive.To,
        Call call => call.Result,
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
        Call call => call.IsResultNew ? call.Parameters.Add(call.Result!) : call.Parameters,
        _ => [],
    };
}
