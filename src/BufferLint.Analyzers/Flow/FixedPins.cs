// Addresses out of fixed statements hold, beside what they point into, the pin that keeps it in its place.
using BufferLint.Facts;
using BufferLint.Model;

namespace BufferLint.Flow;

internal static class FixedPins
{
    /// <summary>The fixed statement that a value is an address out of, left by now or not; <see langword="null"/> for all others.</summary>
    public static Create? In(Value value) => value switch
    {
        Created { Site: { Lease.Family: { } family } site } when family == ReleaseFamily.Fixed => site,
        Released released => In(released.Of),
        Loan loan => In(loan.Owner),
        _ => null,
    };
}
