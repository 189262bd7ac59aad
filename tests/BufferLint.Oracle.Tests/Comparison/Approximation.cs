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
    /// The engine says less: where owner variables are assigned, as all fields are at the start, or change places, two names that may each be several owners
    /// are not taken to be the same one. Checked: there is such an assignment, and the due path is reported if it is written
    /// down as straight code.
    /// </summary>
    CorrelationLost,

    /// <summary>
    /// The engine says more: a view that is handed to a call is used by it. Checked: the finding is due if that is so.
    /// </summary>
    PassedIsUsed,

    /// <summary>
    /// The engine says more: what one side of a call did about sizes and keys the other does not know. Checked: the finding
    /// is due if that is forgotten.
    /// </summary>
    SizesLostAtCalls,

    /// <summary>
    /// The engine says more: a call breaks what any way through the method breaks, and hands out what any hands out,
    /// whatever the caller asked. Checked: the finding is due if the ways through a method are mixed.
    /// </summary>
    WaysOfCallsJoined,

    /// <summary>
    /// The engine says less: the key under which a view was handed out by a call is not known to the caller, so that its
    /// removal does not end the view. Checked: the finding is not due if keys are forgotten at calls.
    /// </summary>
    KeysLostAtCalls,

    /// <summary>
    /// The engine says less: a method that neither takes nor breaks views is not looked into, and an array that it returns
    /// is no view by its type. Checked: the view is an array, and such a method returns one.
    /// </summary>
    ArraysPassedThrough,

    /// <summary>
    /// The engine says less: room that a method makes is taken to be enough for what its caller adds. Checked: a method
    /// reserves room.
    /// </summary>
    RoomTakenAsEnough,

    /// <summary>
    /// The engine says less: a method that breaks a view by its owner and then uses it, both given by the caller, is not
    /// told. Checked: the view is used nowhere else.
    /// </summary>
    UsedByBreaker,

    /// <summary>
    /// The engine says less in the caller: a method that hands out a view it has broken itself is told there, if its own
    /// code shows it.
    /// </summary>
    BrokenByTaker,

    /// <summary>
    /// The engine says less: what a method does before it leaves by an exception does not reach the handler. Checked: on all
    /// paths of the finding the method throws.
    /// </summary>
    BrokenByThrower,

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
        (Approximation.PassedIsUsed, Reading.Exact with { UsesWhatIsPassed = true }),
        (Approximation.SizesLostAtCalls, Reading.Exact with { ForgetsSizesAtCalls = true, UsesWhatIsPassed = true }),
        (Approximation.WaysOfCallsJoined, Reading.Exact with { JoinsWaysOfCalls = true, ForgetsSizesAtCalls = true, UsesWhatIsPassed = true }),
        (Approximation.TurnsNotCounted, new Reading { IgnoresCounts = true, IgnoresSingleTests = true, ThrowsLate = true }),
        (Approximation.WaysOfCallsJoined, new Reading { JoinsWaysOfCalls = true, ForgetsSizesAtCalls = true, UsesWhatIsPassed = true, IgnoresCounts = true, IgnoresSingleTests = true, ThrowsLate = true }),
    ];
}
