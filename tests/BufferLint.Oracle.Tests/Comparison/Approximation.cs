// All the ways in which engine, oracle and runs are known to differ. Each is checked where it is claimed, and counted.
using System;
using System.Collections.Generic;
using BufferLint.Oracle.Paths;

namespace BufferLint.Oracle.Comparison;

/// <summary>A documented difference.</summary>
internal enum Approximation
{
    /// <summary>
    /// The engine says more: it does not count the turns of a loop, so that a loop with a constant number of turns may
    /// take none, fewer or more. Checked: the finding is due if the loops' counts are ignored.
    /// </summary>
    TurnsNotCounted,

    /// <summary>
    /// The engine says more: it splits its graph on flags that are tested more than once in the text, so that a test in a
    /// loop may go another way in the next turn. Checked: the finding is due if such tests are free.
    /// </summary>
    SingleTestInLoop,

    /// <summary>
    /// The engine says more: it takes an exception to be possible after the last statement of a block in a <c>try</c>.
    /// Checked: the finding is due if that is allowed.
    /// </summary>
    LateException,

    /// <summary>
    /// The oracle says less: it walks three turns of a loop, and views that move on from variable to variable may need
    /// more. Checked: the finding is due with more turns.
    /// </summary>
    MoreTurns,

    /// <summary>
    /// The engine says more: where paths meet it keeps for each variable what it may hold, not which combinations there
    /// are. Checked: on none of the paths, each written down as straight code, does the engine say it.
    /// </summary>
    StatesJoined,

    /// <summary>
    /// The engine says less: a view that is told to break at one place is not told to break again at a later one, which it
    /// reaches whole only on other paths, or shifted. Checked: the due path passes the place that is told, and is reported
    /// if it is written down as straight code.
    /// </summary>
    ToldBefore,

    /// <summary>
    /// The engine says less: a variable that may hold several views is told once a resize. Checked: the variable is told
    /// there, and held the other view too when it broke.
    /// </summary>
    ToldForTheVariable,

    /// <summary>
    /// The engine says less: where owner variables are assigned, or change places, two names that may each be several owners
    /// are not taken to be the same one. Checked: there is such an assignment, and the due path is reported if it is written
    /// down as straight code.
    /// </summary>
    CorrelationLost,

    /// <summary>
    /// Oracle and engine say more than any run shows: growth beyond the known room may move, and need not with the capacity
    /// that the owners of the runs have, or on the paths the runs take.
    /// </summary>
    NotSeenInARun,
}

/// <summary>The readings under which an approximation makes a finding due.</summary>
internal static class LooseReadings
{
    public static IReadOnlyList<(Approximation Approximation, Reading Reading)> All { get; } =
    [
        (Approximation.TurnsNotCounted, Reading.Exact with { IgnoresCounts = true }),
        (Approximation.SingleTestInLoop, Reading.Exact with { IgnoresSingleTests = true }),
        (Approximation.LateException, Reading.Exact with { ThrowsLate = true }),
        (Approximation.MoreTurns, Reading.Exact with { Turns = 5 }),
        (Approximation.TurnsNotCounted, new Reading { IgnoresCounts = true, IgnoresSingleTests = true, ThrowsLate = true }),
    ];
}
