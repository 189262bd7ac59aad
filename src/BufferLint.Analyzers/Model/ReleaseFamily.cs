// The ways in which storage is leased: what takes it, what gives it back, and how both are told.
using System.Collections.Immutable;
using System.Linq;

namespace BufferLint.Model;

/// <summary>What it means that a lease is never released.</summary>
internal enum Leak
{
    /// <summary>Nothing that this product speaks of: a finalizer or the collector sees to it.</summary>
    Harmless,

    /// <summary>The pool makes another one.</summary>
    Pooled,

    /// <summary>Memory is lost, or cannot move, for as long as the process runs.</summary>
    Lost,
}

/// <summary>Leases that one kind of call takes and another gives back.</summary>
/// <param name="Name">What is leased, for people.</param>
/// <param name="Taken">What was done to get it: the participle that goes before «at line n».</param>
/// <param name="GivenBack">What was done to release it.</param>
/// <param name="GivesBack">The same as a verb, for what a callee does.</param>
/// <param name="Release">How it is released, for messages: <c>ArrayPool&lt;T&gt;.Return</c>.</param>
/// <param name="Leak">What a missing release means.</param>
internal sealed record ReleaseFamily(string Name, string Taken, string GivenBack, string GivesBack, string Release, Leak Leak)
{
    /// <summary>How a block is given another size; <see langword="null"/> if there is no such thing.</summary>
    public string? Reallocation { get; private init; }

    /// <summary>Whether it is the handle that counts its leases and is asked to release one, whatever name that has.</summary>
    public bool IsAskedOfHandle { get; private init; }

    /// <summary>Whether nothing comes out but the word that it was done, so that who never releases it may have left that to others.</summary>
    public bool IsOnlyCounted { get; private init; }

    public static ReleaseFamily ArrayPool { get; } = new("array of a pool", "rented", "returned", "returns", "ArrayPool<T>.Return", Leak.Pooled);

    public static ReleaseFamily ObjectPool { get; } = new("object of a pool", "taken", "returned", "returns", "ObjectPool<T>.Return", Leak.Harmless);

    public static ReleaseFamily OwnPool { get; } = new("buffer of a pool written by hand", "taken", "put back", "puts back", "the pool", Leak.Harmless);

    public static ReleaseFamily MemoryOwner { get; } = new("memory of a pool", "rented", "disposed", "disposes", "Dispose", Leak.Pooled);

    public static ReleaseFamily Document { get; } = new("document", "parsed", "disposed", "disposes", "Dispose", Leak.Harmless);

    public static ReleaseFamily Stream { get; } = new("stream of a pool", "taken", "disposed", "disposes", "Dispose", Leak.Harmless);

    public static ReleaseFamily Pin { get; } = new("pin", "pinned", "disposed", "disposes", "Dispose", Leak.Lost);

    public static ReleaseFamily Handle { get; } = new("handle", "allocated", "freed", "frees", "GCHandle.Free", Leak.Lost);

    public static ReleaseFamily TypedHandle { get; } = new("handle", "allocated", "disposed", "disposes", "Dispose", Leak.Lost);

    public static ReleaseFamily Native { get; } = new("native memory", "allocated", "freed", "frees", "NativeMemory.Free", Leak.Lost) { Reallocation = "NativeMemory.Realloc" };

    public static ReleaseFamily AlignedNative { get; } = new("aligned native memory", "allocated", "freed", "frees", "NativeMemory.AlignedFree", Leak.Lost) { Reallocation = "NativeMemory.AlignedRealloc" };

    public static ReleaseFamily Global { get; } = new("memory of HGLOBAL", "allocated", "freed", "frees", "Marshal.FreeHGlobal", Leak.Lost) { Reallocation = "Marshal.ReAllocHGlobal" };

    public static ReleaseFamily CoTask { get; } = new("memory of the COM task allocator", "allocated", "freed", "frees", "Marshal.FreeCoTaskMem", Leak.Lost) { Reallocation = "Marshal.ReAllocCoTaskMem" };

    public static ReleaseFamily BasicString { get; } = new("BSTR", "allocated", "freed", "frees", "Marshal.FreeBSTR", Leak.Lost);

    public static ReleaseFamily HandlePointer { get; } = new("pointer of a safe buffer", "acquired", "released", "releases", "SafeBuffer.ReleasePointer", Leak.Lost) { IsAskedOfHandle = true };

    /// <summary>What keeps a safe handle from being closed; the variable that is given only tells that it was counted.</summary>
    public static ReleaseFamily HandleCount { get; } = new("reference of a safe handle", "counted", "released", "releases", "SafeHandle.DangerousRelease", Leak.Lost) { IsAskedOfHandle = true, IsOnlyCounted = true };

    public static ReleaseFamily MappedView { get; } = new("view of a mapped file", "mapped", "disposed", "disposes", "Dispose", Leak.Harmless);

    /// <summary>What a fixed statement keeps in its place: nobody can forget to release it.</summary>
    public static ReleaseFamily Fixed { get; } = new("fixed pin", "fixed", "unpinned", "unpins", "the end of the fixed statement", Leak.Harmless);

    /// <summary>Families whose leases the compiler takes one for another: both are addresses, both are objects of some pool.</summary>
    private static ImmutableArray<ImmutableArray<ReleaseFamily>> Alike { get; } = ImmutableArray.Create(
        ImmutableArray.Create(Native, AlignedNative, Global, CoTask, BasicString, Handle),
        ImmutableArray.Create(ArrayPool, ObjectPool));

    /// <summary>Every family.</summary>
    public static ImmutableArray<ReleaseFamily> All { get; } = ImmutableArray.Create(
        ArrayPool, ObjectPool, OwnPool, MemoryOwner, Document, Stream, Pin, Handle, TypedHandle, Native, AlignedNative, Global, CoTask, BasicString, HandlePointer, HandleCount, MappedView, Fixed);

    /// <summary>Whether a lease of this family is spoiled by a release of another.</summary>
    public bool IsSpoiledBy(ReleaseFamily release) => !Equals(release) && Alike.Any(group => group.Contains(this) && group.Contains(release));
}
