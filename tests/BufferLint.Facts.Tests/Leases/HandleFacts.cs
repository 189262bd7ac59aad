// What handles are asked and turned into without a lease changing hands.
using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using CommunityToolkit.HighPerformance.Buffers;

namespace BufferLint.ExecutedFacts.Leases;

internal static class HandleFacts
{
    private const string Interop = "System.Runtime.InteropServices.";
    private const string Handle = Interop + "GCHandle";
    private const string Pinned = Interop + "PinnedGCHandle";
    private const string Weak = Interop + "WeakGCHandle";
    private const string Number = "System.IntPtr";

    private static readonly object Held = new();

    private static readonly Dictionary<string, Func<bool>> IsSame = new()
    {
        ["M:" + Handle + ".ToIntPtr(" + Handle + ")"] = () => IsUntyped(handle => GCHandle.FromIntPtr(GCHandle.ToIntPtr(handle))),
        ["M:" + Handle + ".FromIntPtr(" + Number + ")"] = () => IsUntyped(handle => GCHandle.FromIntPtr(GCHandle.ToIntPtr(handle))),
        ["M:" + Handle + ".op_Explicit(" + Number + ")~" + Handle] = () => IsUntyped(handle => (GCHandle)(nint)handle),
        ["M:" + Handle + ".op_Explicit(" + Handle + ")~" + Number] = () => IsUntyped(handle => (GCHandle)(nint)handle),
        ["M:" + Handle + "`1.ToIntPtr(" + Handle + "{`0})"] = IsTyped,
        ["M:" + Handle + "`1.FromIntPtr(" + Number + ")"] = IsTyped,
        ["M:" + Pinned + "`1.ToIntPtr(" + Pinned + "{`0})"] = IsPinned,
        ["M:" + Pinned + "`1.FromIntPtr(" + Number + ")"] = IsPinned,
        ["M:" + Weak + "`1.ToIntPtr(" + Weak + "{`0})"] = IsWeak,
        ["M:" + Weak + "`1.FromIntPtr(" + Number + ")"] = IsWeak,
        ["M:CommunityToolkit.HighPerformance.Buffers.MemoryOwner`1.Slice(System.Int32,System.Int32)"] = static () =>
        {
            // The slice is the owner by now: it alone gives the array back, once.
            var owner = MemoryOwner<int>.Allocate(3);
            var array = owner.DangerousGetArray().Array;
            var slice = owner.Slice(0, 2);
            owner.Dispose();
            var isSame = ReferenceEquals(slice.DangerousGetArray().Array, array) && See.Refuses(() => _ = owner.Memory);
            slice.Dispose();
            return isSame && See.Refuses(() => _ = slice.Memory);
        },
    };

    /// <summary>What may be asked of a handle that was released.</summary>
    public static Dictionary<string, Func<bool>> Snapshots { get; } = new()
    {
        ["P:" + Handle + ".IsAllocated"] = static () =>
        {
            var handle = GCHandle.Alloc(Held);
            handle.Free();
            return !handle.IsAllocated;
        },
        ["P:" + Handle + "`1.IsAllocated"] = static () =>
        {
            var handle = new GCHandle<object>(Held);
            handle.Dispose();
            return !handle.IsAllocated;
        },
        ["P:" + Pinned + "`1.IsAllocated"] = static () =>
        {
            var handle = new PinnedGCHandle<int[]>([1]);
            handle.Dispose();
            return !handle.IsAllocated;
        },
        ["P:" + Weak + "`1.IsAllocated"] = static () =>
        {
            var handle = new WeakGCHandle<object>(Held);
            handle.Dispose();
            return !handle.IsAllocated;
        },
        ["M:" + Handle + ".ToIntPtr(" + Handle + ")"] = UntypedNameOfAFreedOne,
        ["M:" + Handle + ".FromIntPtr(" + Number + ")"] = UntypedNameOfAFreedOne,
        ["M:" + Handle + ".op_Explicit(" + Number + ")~" + Handle] = ConvertedNameOfAFreedOne,
        ["M:" + Handle + ".op_Explicit(" + Handle + ")~" + Number] = ConvertedNameOfAFreedOne,
        ["M:" + Handle + "`1.ToIntPtr(" + Handle + "{`0})"] = TypedNameOfAFreedOne,
        ["M:" + Handle + "`1.FromIntPtr(" + Number + ")"] = TypedNameOfAFreedOne,
        ["M:" + Pinned + "`1.ToIntPtr(" + Pinned + "{`0})"] = PinnedNameOfAFreedOne,
        ["M:" + Pinned + "`1.FromIntPtr(" + Number + ")"] = PinnedNameOfAFreedOne,
        ["M:" + Weak + "`1.ToIntPtr(" + Weak + "{`0})"] = WeakNameOfAFreedOne,
        ["M:" + Weak + "`1.FromIntPtr(" + Number + ")"] = WeakNameOfAFreedOne,
    };

    /// <summary>Forwarded, if the result is the same lease under another name.</summary>
    public static Outcome? Forwarded(string id) => IsSame.TryGetValue(id, out var isSame) ? isSame() ? Outcome.Forwarded : Outcome.Copied : null;

    private static bool IsUntyped(Func<GCHandle, GCHandle> there)
    {
        var handle = GCHandle.Alloc(Held);
        var other = there(handle);
        var isSame = other == handle && ReferenceEquals(other.Target, Held);
        other.Free();
        return isSame;
    }

    private static bool IsTyped()
    {
        var handle = new GCHandle<object>(Held);
        using var other = GCHandle<object>.FromIntPtr(GCHandle<object>.ToIntPtr(handle));
        return other.Equals(handle) && ReferenceEquals(other.Target, Held);
    }

    private static bool IsPinned()
    {
        int[] array = [1];
        var handle = new PinnedGCHandle<int[]>(array);
        using var other = PinnedGCHandle<int[]>.FromIntPtr(PinnedGCHandle<int[]>.ToIntPtr(handle));
        return other.Equals(handle) && ReferenceEquals(other.Target, array);
    }

    private static bool IsWeak()
    {
        var handle = new WeakGCHandle<object>(Held);
        using var other = WeakGCHandle<object>.FromIntPtr(WeakGCHandle<object>.ToIntPtr(handle));
        return other.Equals(handle) && other.TryGetTarget(out var target) && ReferenceEquals(target, Held);
    }

    /// <summary>The names of a copy, which does not know that its handle is gone.</summary>
    private static bool UntypedNameOfAFreedOne()
    {
        var handle = GCHandle.Alloc(Held);
        var copy = handle;
        handle.Free();
        return GCHandle.ToIntPtr(GCHandle.FromIntPtr(GCHandle.ToIntPtr(copy))) != 0;
    }

    private static bool ConvertedNameOfAFreedOne()
    {
        var handle = GCHandle.Alloc(Held);
        var copy = handle;
        handle.Free();
        return (nint)(GCHandle)(nint)copy != 0;
    }

    private static bool TypedNameOfAFreedOne()
    {
        var handle = new GCHandle<object>(Held);
        var copy = handle;
        handle.Dispose();
        return GCHandle<object>.ToIntPtr(GCHandle<object>.FromIntPtr(GCHandle<object>.ToIntPtr(copy))) != 0;
    }

    private static bool PinnedNameOfAFreedOne()
    {
        var handle = new PinnedGCHandle<int[]>([1]);
        var copy = handle;
        handle.Dispose();
        return PinnedGCHandle<int[]>.ToIntPtr(PinnedGCHandle<int[]>.FromIntPtr(PinnedGCHandle<int[]>.ToIntPtr(copy))) != 0;
    }

    private static bool WeakNameOfAFreedOne()
    {
        var handle = new WeakGCHandle<object>(Held);
        var copy = handle;
        handle.Dispose();
        return WeakGCHandle<object>.ToIntPtr(WeakGCHandle<object>.FromIntPtr(WeakGCHandle<object>.ToIntPtr(copy))) != 0;
    }
}
