// Pins of memories. Facts: what is pinned may move again once the handle is disposed of; disposing of one variable twice
// does nothing, and its Pointer is null then, while a copy keeps the stale one.
using System.Collections.Immutable;

namespace BufferLint.Model.Catalogs;

internal static class PinApis
{
    private static Effect Pins => Effect.Acquire(ReleaseFamily.Pin);

    public static ApiFamily Family { get; } = new("Pins", ImmutableArray.Create(
        new ApiRow("M:System.Memory`1.Pin", Pins, Effect.View(Slot.This)),
        new ApiRow("M:System.ReadOnlyMemory`1.Pin", Pins, Effect.View(Slot.This) with { IsReadOnly = true, CastsAwayReadOnly = true }),
        new ApiRow("M:System.Buffers.MemoryManager`1.Pin(System.Int32)", Pins, Effect.View(Slot.This)),
        new ApiRow("M:System.Buffers.IPinnable.Pin(System.Int32)", Pins, Effect.View(Slot.This)),
        new ApiRow("M:System.Numerics.Tensors.Tensor`1.GetPinnedHandle", Pins, Effect.View(Slot.This)),
        new ApiRow("P:System.Buffers.MemoryHandle.Pointer", Effect.View(Slot.This) with { StaysInPlace = true })))
    {
        EachHalfAlone = true,
        Disposables = ImmutableDictionary<string, Effect>.Empty
            .Add("System.Buffers.MemoryHandle", Effect.GiveBack(Slot.This, ReleaseFamily.Pin) with { IsIdempotent = true }),
    };
}
