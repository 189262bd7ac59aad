// A kind of lease under experiment: every way to acquire one, every way to release it, and what is seen of it then.
using System;
using System.Collections.Generic;
using System.Linq;

namespace BufferLint.ExecutedFacts.Leases;

/// <summary>Leases that any of several members acquires and any of several releases.</summary>
internal interface ILease
{
    /// <summary>Whether a member acquires or releases this kind of lease.</summary>
    bool Knows(string id);

    /// <summary>Acquires, releases, and tells what became of the storage.</summary>
    /// <param name="id">The member that is to acquire or to release; the usual one does the other half.</param>
    Outcome Run(string id);

    /// <summary>The same with a second release.</summary>
    Outcome RunTwice(string id);
}

/// <inheritdoc/>
/// <typeparam name="T">What is acquired.</typeparam>
/// <param name="acquiring">By documentation id; the usual way first.</param>
/// <param name="releasing">By documentation id, or by the name of the type that is disposed of; the usual way first.</param>
/// <param name="after">What is seen after one release: <see cref="Outcome.Recycled"/> or <see cref="Outcome.Refused"/> if it did give the storage back.</param>
/// <param name="afterTwo">What is seen after two: <see cref="Outcome.Stayed"/> if the second did nothing.</param>
internal sealed class Lease<T>(IReadOnlyList<(string Id, Func<T> Call)> acquiring, IReadOnlyList<(string Id, Action<T> Call)> releasing, Func<T, Outcome> after, Func<T, Outcome> afterTwo) : ILease
{
    public bool Knows(string id) => acquiring.Any(way => way.Id == id) || releasing.Any(way => way.Id == id);

    public Outcome Run(string id)
    {
        var lease = Acquire(id);
        Release(id)(lease);
        return after(lease);
    }

    public Outcome RunTwice(string id)
    {
        var lease = Acquire(id);
        var release = Release(id);
        release(lease);
        return See.Refuses(() => release(lease)) ? Outcome.Refused : afterTwo(lease);
    }

    private T Acquire(string id) => (acquiring.FirstOrDefault(way => way.Id == id).Call ?? acquiring[0].Call)();

    private Action<T> Release(string id) => releasing.FirstOrDefault(way => way.Id == id).Call ?? releasing[0].Call;
}

/// <summary>What is seen of what was released.</summary>
internal static class See
{
    /// <summary>Whether an act is refused with one of the exceptions by which .NET's owners say that they were released.</summary>
    public static bool Refuses(Action act)
    {
        try
        {
            act();
            return false;
        }
        catch (Exception exception) when (exception is ObjectDisposedException or InvalidOperationException or NullReferenceException)
        {
            return true;
        }
    }

    public static Outcome Refused(Action act) => Refuses(act) ? Outcome.Refused : Outcome.Stayed;

    /// <summary>Whether the next who asks gets the very same.</summary>
    public static Outcome Recycled<T>(T released, Func<T> next)
        where T : class => ReferenceEquals(released, next()) ? Outcome.Recycled : Outcome.Stayed;

    /// <summary>Whether the next two who ask get one and the same.</summary>
    public static Outcome GivenTwice<T>(Func<T> next)
        where T : class => ReferenceEquals(next(), next()) ? Outcome.GivenTwice : Outcome.Stayed;
}
