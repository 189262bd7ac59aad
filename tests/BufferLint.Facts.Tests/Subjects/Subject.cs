// An owner under experiment: made with so much room, viewed, and looked at again after something was done to it.
using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace BufferLint.ExecutedFacts.Subjects;

/// <summary>An owner and the one view by which its storage is watched.</summary>
internal abstract class Subject
{
    /// <summary>What members are called on, or given.</summary>
    public abstract object Owner { get; }

    /// <summary>The type arguments of static generic members that are given this owner.</summary>
    public virtual Type[] TypeArguments => [typeof(int)];

    /// <summary>How often a member is called until it shows its effect: wrappers gather before they pass on.</summary>
    public virtual int Patience => 1;

    /// <summary>How many elements the owner has.</summary>
    public abstract int Count { get; }

    /// <summary>Takes the view, acts, takes it again, and tells what happened.</summary>
    public abstract Outcome Watch(Action act);

    /// <summary>Adds elements in the owner's usual way.</summary>
    public virtual void Add(int count) => throw new NotSupportedException();

    /// <summary>An argument that only this kind of owner can name; <see langword="null"/> for the usual ones.</summary>
    /// <param name="type">The parameter's type.</param>
    /// <param name="isPresent">Whether an element or key that is there is wanted, or a new one.</param>
    public virtual object? Argument(Type type, bool isPresent) => null;

    /// <summary>What happened to a span: not its place, then not its contents and not its length, or something.</summary>
    protected static Outcome Compare<T>(ReadOnlySpan<T> before, ReadOnlySpan<T> contents, ReadOnlySpan<T> after)
    {
        if (!Unsafe.AreSame(ref MemoryMarshal.GetReference(before), ref MemoryMarshal.GetReference(after)))
        {
            return Outcome.Moved;
        }

        return after.Length < before.Length || !before.SequenceEqual(contents) ? Outcome.Shifted : Outcome.Stayed;
    }

    /// <summary>The same for arrays, of which a part is in use.</summary>
    protected static Outcome Compare<T>(T[] before, ReadOnlySpan<T> contents, T[] after, int countAfter)
    {
        if (!ReferenceEquals(before, after))
        {
            return Outcome.Moved;
        }

        return countAfter < contents.Length || !before.AsSpan(0, contents.Length).SequenceEqual(contents) ? Outcome.Shifted : Outcome.Stayed;
    }
}
