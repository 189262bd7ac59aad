// Handles that keep an object alive or in its place. Facts: a freed handle's slot goes to the next one who allocates; on
// the variable itself a second Free throws, on a copy it frees somebody else's slot; the typed handles of .NET 10 are
// disposed of, as often as one likes through one variable. The object itself (Target) lives on without its handle.
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace BufferLint.Model.Catalogs;

internal static class HandleApis
{
    private const string Interop = "System.Runtime.InteropServices.";
    private const string Handle = Interop + "GCHandle";
    private const string Number = "System.IntPtr";

    /// <summary>The property that says whether a handle holds anything: a release clears it.</summary>
    public const string IsAllocated = nameof(IsAllocated);

    /// <summary>Whether a type is a handle, typed or not.</summary>
    public static bool IsHandle(ITypeSymbol? type) =>
        type is INamedTypeSymbol { IsValueType: true, Name: "GCHandle" or "PinnedGCHandle" or "WeakGCHandle", ContainingNamespace: { Name: "InteropServices", ContainingNamespace.Name: "Runtime" } };

    private static Effect Address => Effect.View(Slot.This) with { StaysInPlace = true };

    private static Effect AddressOfGiven => Effect.View(Slot.Parameter(0)) with { StaysInPlace = true };

    /// <summary>A handle as a number, and back: one handle under another name.</summary>
    private static Effect SameHandle => new(EffectKind.ForwardsTo, Slot.Parameter(0));

    /// <summary>To rename a handle asks nothing of it, freed or not.</summary>
    private static Effect NoAccess => Effect.Snapshot(Slot.Parameter(0));

    private static Effect Disposal => Effect.GiveBack(Slot.This, ReleaseFamily.TypedHandle) with { IsIdempotent = true };

    public static ApiFamily Untyped { get; } = new("Handles", ImmutableArray.Create(
        new ApiRow("M:" + Handle + ".Alloc(System.Object)", Effect.Acquire(ReleaseFamily.Handle)),
        new ApiRow("M:" + Handle + ".Alloc(System.Object," + Handle + "Type)", Effect.Acquire(ReleaseFamily.Handle)),
        new ApiRow("M:" + Handle + ".Free", Effect.GiveBack(Slot.This, ReleaseFamily.Handle))))
    {
        EachHalfAlone = true,
    };

    public static ApiFamily Typed { get; } = new("Typed handles", ImmutableArray.Create(
        new ApiRow("M:" + Handle + "`1.#ctor(`0)", Effect.Acquire(ReleaseFamily.TypedHandle)),
        new ApiRow("M:" + Interop + "PinnedGCHandle`1.#ctor(`0)", Effect.Acquire(ReleaseFamily.TypedHandle)),
        new ApiRow("M:" + Interop + "WeakGCHandle`1.#ctor(`0,System.Boolean)", Effect.Acquire(ReleaseFamily.TypedHandle)),
        new ApiRow("M:" + Interop + "PinnedGCHandle`1.GetAddressOfObjectData", Address),
        new ApiRow("M:" + Interop + "GCHandleExtensions.GetAddressOfArrayData``1(" + Interop + "PinnedGCHandle{``0[]})", AddressOfGiven),
        new ApiRow("M:" + Interop + "GCHandleExtensions.GetAddressOfStringData(" + Interop + "PinnedGCHandle{System.String})", AddressOfGiven with { IsReadOnly = true })))
    {
        EachHalfAlone = true,
        Disposables = ImmutableDictionary<string, Effect>.Empty
            .Add(Handle + "`1", Disposal)
            .Add(Interop + "PinnedGCHandle`1", Disposal)
            .Add(Interop + "WeakGCHandle`1", Disposal),
    };

    /// <summary>What only goes from a handle to its address or number, or asks nothing of what it holds.</summary>
    public static ApiFamily Names { get; } = new("Names of handles", ImmutableArray.Create(
        new ApiRow("M:" + Handle + ".AddrOfPinnedObject", Address),
        new ApiRow("P:" + Handle + "." + IsAllocated, Effect.Snapshot(Slot.This)),
        new ApiRow("P:" + Handle + "`1." + IsAllocated, Effect.Snapshot(Slot.This)),
        new ApiRow("P:" + Interop + "PinnedGCHandle`1." + IsAllocated, Effect.Snapshot(Slot.This)),
        new ApiRow("P:" + Interop + "WeakGCHandle`1." + IsAllocated, Effect.Snapshot(Slot.This)),
        new ApiRow("M:" + Handle + ".ToIntPtr(" + Handle + ")", SameHandle, NoAccess),
        new ApiRow("M:" + Handle + ".FromIntPtr(" + Number + ")", SameHandle, NoAccess),
        new ApiRow("M:" + Handle + ".op_Explicit(" + Number + ")~" + Handle, SameHandle, NoAccess),
        new ApiRow("M:" + Handle + ".op_Explicit(" + Handle + ")~" + Number, SameHandle, NoAccess),
        new ApiRow("M:" + Handle + "`1.ToIntPtr(" + Handle + "{`0})", SameHandle, NoAccess),
        new ApiRow("M:" + Handle + "`1.FromIntPtr(" + Number + ")", SameHandle, NoAccess),
        new ApiRow("M:" + Interop + "PinnedGCHandle`1.ToIntPtr(" + Interop + "PinnedGCHandle{`0})", SameHandle, NoAccess),
        new ApiRow("M:" + Interop + "PinnedGCHandle`1.FromIntPtr(" + Number + ")", SameHandle, NoAccess),
        new ApiRow("M:" + Interop + "WeakGCHandle`1.ToIntPtr(" + Interop + "WeakGCHandle{`0})", SameHandle, NoAccess),
        new ApiRow("M:" + Interop + "WeakGCHandle`1.FromIntPtr(" + Number + ")", SameHandle, NoAccess)))
    {
        OnlyCarries = true,
    };
}
