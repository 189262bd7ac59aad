// A part of a program that stands in a method of its own. Its variables keep their names there, so that to put the body
// back in place of the call is all that inlining takes.
using System.Collections.Immutable;
using System.Linq;

namespace BufferLint.Oracle.Programs;

/// <summary>How a method comes to its body.</summary>
internal enum Descent
{
    /// <summary>At once.</summary>
    None,

    /// <summary>It calls itself a few times first.</summary>
    Self,

    /// <summary>Two methods call each other a few times first.</summary>
    Mutual,
}

/// <summary>A call of a method that is called nowhere else.</summary>
/// <param name="Body">What the method does; once placed, every statement stands on the line of the call.</param>
/// <param name="Result">The view variable that is given what it returns; <see langword="null"/> if it returns nothing.</param>
/// <param name="Locals">View variables that are its own.</param>
/// <param name="Descent">How it comes to its body.</param>
internal sealed record Call(ImmutableArray<Statement> Body, ViewVariable? Result, ImmutableArray<ViewVariable> Locals, Descent Descent) : Statement
{
    /// <summary>The place of the method among those of the program; set by <see cref="Layout"/>.</summary>
    public int Number { get; init; }

    /// <summary>The body as it stands in the method; set by <see cref="Layout"/>.</summary>
    public ImmutableArray<Statement> Own { get; init; } = [];

    /// <summary>Whether what the result variable held before does not come in.</summary>
    public bool IsResultNew => Result is not null && Body.FirstOrDefault(statement => Variables.In(statement).Contains(Result)) is { } first && Variables.IsFirstAssigned(first, Result);

    /// <summary>The calls in a block, those in called methods included.</summary>
    public static System.Collections.Generic.IEnumerable<Call> In(ImmutableArray<Statement> block) =>
        block.SelectMany(statement => (statement is Call call ? new[] { call } : []).Concat(Variables.Blocks(statement).SelectMany(In)));

    /// <summary>The view variables that come in.</summary>
    public ImmutableArray<ViewVariable> Parameters => [.. Variables.In(Body).Concat(Result is null ? [] : [Result]).Distinct().Where(view => !Locals.Contains(view) && !(view == Result && IsResultNew)).OrderBy(view => view.Name, System.StringComparer.Ordinal)];

    /// <summary>The view variables of the caller that are assigned inside, and no result.</summary>
    public ImmutableArray<ViewVariable> Given => [.. Variables.AssignedIn(Body).Where(view => view != Result && Parameters.Contains(view)).Distinct()];

    /// <summary>The method as a program of its own: each of its owners another one, and what it hands out used at its end; an array given back by reference is no view to anybody.</summary>
    public ProgramTree AsProgram(ProgramTree caller) => new(caller.Family, Own) { IsFunction = true, IsObject = caller.IsObject, HandsOut = [.. Given.Where(view => !view.IsArray), .. Result is null ? ImmutableArray<ViewVariable>.Empty : [Result]] };
}
