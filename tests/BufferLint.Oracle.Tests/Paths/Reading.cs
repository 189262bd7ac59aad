// How a program is read: exactly, or with one thing about its control flow left open that the engine leaves open too.
namespace BufferLint.Oracle.Paths;

/// <summary>How strictly the control flow of a program is taken.</summary>
internal sealed record Reading
{
    public static Reading Exact { get; } = new();

    /// <summary>The most turns of a loop whose number of turns nobody knows.</summary>
    public int Turns { get; init; } = 3;

    /// <summary>A loop with a constant number of turns may take any number of them.</summary>
    public bool IgnoresCounts { get; init; }

    /// <summary>A test of a flag that stands in the text once may go either way each time.</summary>
    public bool IgnoresSingleTests { get; init; }

    /// <summary>In a <c>try</c>, an exception may come after the last statement of a block too.</summary>
    public bool ThrowsLate { get; init; }

    /// <summary>A view that is handed to a call is used there.</summary>
    public bool UsesWhatIsPassed { get; init; }

    /// <summary>Sizes and keys are known on neither side of a call from what the other did.</summary>
    public bool ForgetsSizesAtCalls { get; init; }

    /// <summary>
    /// What a call breaks on one way through the method and what it hands out on another come together; conditions in the
    /// method have nothing to do with those of the caller.
    /// </summary>
    public bool JoinsWaysOfCalls { get; init; }
}
