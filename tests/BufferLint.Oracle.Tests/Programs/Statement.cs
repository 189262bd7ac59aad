// The small language of the generated programs. A program is a tree of these; texts, paths and runs are made from it.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace BufferLint.Oracle.Programs;

/// <summary>One statement.</summary>
internal abstract record Statement
{
    /// <summary>Its line within the method; set by <see cref="Layout"/>.</summary>
    public int Line { get; init; }
}

/// <summary>A view is taken of an owner.</summary>
internal sealed record Take(ViewVariable View, string Owner, Acquisition How) : Statement;

/// <summary>A view is taken of one of two owners: <c>AsSpan(f0 ? a : b)</c>.</summary>
internal sealed record TakeEither(ViewVariable View, Condition If, string First, string Second, Acquisition How) : Statement
{
    /// <summary>What it does once the condition is known.</summary>
    public Take Chosen(bool isFirst) => new(View, isFirst ? First : Second, How) { Line = Line };
}

/// <summary>A view variable is given what another holds, or something derived from it.</summary>
internal sealed record Derive(ViewVariable To, ViewVariable From, Derivation How) : Statement;

/// <summary>A view variable holds nothing from here on.</summary>
internal sealed record Drop(ViewVariable View) : Statement;

/// <summary>A view is used.</summary>
internal sealed record Use(ViewVariable View, UseForm How) : Statement;

/// <summary>Something is done to an owner.</summary>
internal sealed record Operate(string Owner, Operation What) : Statement;

/// <summary>An owner variable is another name of what <paramref name="From"/> holds.</summary>
internal sealed record Rename(string To, string From) : Statement;

/// <summary>An owner variable is another name of one of two.</summary>
internal sealed record RenameEither(string To, Condition If, string First, string Second) : Statement
{
    /// <summary>What it does once the condition is known.</summary>
    public Rename Chosen(bool isFirst) => new(To, isFirst ? First : Second) { Line = Line };
}

/// <summary>Two owner variables exchange what they hold.</summary>
internal sealed record Swap(string First, string Second) : Statement;

/// <summary>An owner variable is given a new owner.</summary>
internal sealed record Make(string Owner, Creation How) : Statement;

/// <summary>A flag is set, to a constant, or to something nobody knows.</summary>
internal sealed record SetFlag(string Flag, bool? Value) : Statement;

/// <summary><c>if</c>.</summary>
internal sealed record Choose(Condition If, ImmutableArray<Statement> Then, ImmutableArray<Statement> Else) : Statement;

/// <summary>A loop that goes on as long as a call likes: <c>while</c>, or <c>do</c> if it <paramref name="TestsLast"/>.</summary>
internal sealed record Repeat(ImmutableArray<Statement> Body, bool TestsLast) : Statement;

/// <summary><c>for</c> with a constant number of turns.</summary>
internal sealed record Count(int Turns, ImmutableArray<Statement> Body) : Statement;

/// <summary><c>foreach</c> over a view; the item is written at the end of each turn if <paramref name="WritesItem"/>.</summary>
internal sealed record Each(ViewVariable View, ImmutableArray<Statement> Body, bool WritesItem) : Statement
{
    /// <summary>The line of its closing brace, where the item is written.</summary>
    public int EndLine { get; init; }

    /// <summary>What tells it from other loops of the program, whatever method they stand in; set by <see cref="Layout"/>.</summary>
    public string Tag { get; init; } = "";
}

/// <summary><c>try</c> with a <c>catch</c> of everything, or with a <c>finally</c>.</summary>
internal sealed record Guard(ImmutableArray<Statement> Body, ImmutableArray<Statement> Handler, bool IsFinally) : Statement;

/// <summary><c>break</c>, <c>continue</c>, <c>return</c>, <c>throw</c>; the first two only in loops.</summary>
internal sealed record Leave(Completion How) : Statement;

/// <summary>A call that throws if it likes.</summary>
internal sealed record Check : Statement;

/// <summary>How a statement ends.</summary>
internal enum Completion
{
    Normal,
    Break,
    Continue,
    Return,
    Throw,
}

/// <summary>A condition: a flag, or <see langword="null"/> for a call that answers as it likes; and then another, maybe.</summary>
internal sealed record Condition(string? Flag, bool IsNegated)
{
    /// <summary>What is asked after it.</summary>
    public Condition? Next { get; init; }

    /// <summary>Whether the next is asked if this is false, rather than if it is true.</summary>
    public bool IsOr { get; init; }

    /// <summary>This condition and those after it.</summary>
    public IEnumerable<Condition> All => Next is null ? [this] : Next.All.Prepend(this);

    public override string ToString() => (IsNegated ? "!" : "") + (Flag ?? "world.Maybe()") + (Next is null ? "" : (IsOr ? " || " : " && ") + Next);
}

/// <summary>A method body about owners of one family.</summary>
internal sealed record ProgramTree(Family Family, ImmutableArray<Statement> Body)
{
    /// <summary>Whether it is the body of a called method: nothing is known of how its owners are related.</summary>
    public bool IsFunction { get; init; }

    /// <summary>Whether the owner variables are fields of an object, and the methods its own.</summary>
    public bool IsObject { get; init; }

    /// <summary>The view variables that others see at its end.</summary>
    public ImmutableArray<ViewVariable> HandsOut { get; init; } = [];

    /// <summary>The same program, every statement with its line in a text that begins with one line for the head.</summary>
    public ProgramTree Placed() => this with { Body = Layout.Of(Body, firstLine: 1) };
}
