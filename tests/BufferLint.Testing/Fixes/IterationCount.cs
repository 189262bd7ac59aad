// How often a fix may be applied before the test says it does not come to an end.
using Xunit;

namespace BufferLint.Testing;

/// <summary>A number of iterations: an exact one, or an upper bound of at least one.</summary>
internal sealed record IterationCount(int Most, bool IsExact)
{
    /// <summary>Reads a test's property: null takes the bound, a negative number is a bound itself.</summary>
    internal static IterationCount Of(int? asked, int bound) => asked switch
    {
        null => new(bound, IsExact: false),
        < 0 and var most => new(-most, IsExact: false),
        { } exact => new(exact, IsExact: true),
    };

    internal void Verify(string stage, int actual)
    {
        if (actual > Most || (IsExact && actual != Most))
        {
            Assert.Fail($"The fix {stage} took {Show(actual)}, expected {(IsExact ? "" : "at most ")}{Show(Most)}.");
        }
    }

    private string Show(int count) => count > Most ? $"more than {Most} iterations" : $"{count} iterations";
}
