// What pools lend. Facts: a pool hands what was returned to the next who rents, whoever still has a name of it; an array
// returned twice goes to two renters at once; what MemoryPool rents refuses Memory once it was disposed, views taken
// before do not.
using System.Collections.Immutable;

namespace BufferLint.Model.Catalogs;

internal static class PoolApis
{
    private const string Objects = "M:Microsoft.Extensions.ObjectPool.";

    public static ApiFamily Arrays { get; } = new("Array pools", ImmutableArray.Create(
        new ApiRow("M:System.Buffers.ArrayPool`1.Rent(System.Int32)", Effect.Acquire(ReleaseFamily.ArrayPool)),
        new ApiRow("M:System.Buffers.ArrayPool`1.Return(`0[],System.Boolean)", Effect.GiveBack(Slot.Parameter(0), ReleaseFamily.ArrayPool))))
    {
        EachHalfAlone = true,
    };

    public static ApiFamily Memory { get; } = new("Memory pools", ImmutableArray.Create(
        new ApiRow("M:System.Buffers.MemoryPool`1.Rent(System.Int32)", Effect.Acquire(ReleaseFamily.MemoryOwner)),
        new ApiRow("P:System.Buffers.IMemoryOwner`1.Memory", Effect.View(Slot.This) with { StaysInPlace = true })))
    {
        Disposables = ImmutableDictionary<string, Effect>.Empty
            .Add("System.Buffers.IMemoryOwner`1", Effect.GiveBack(Slot.This, ReleaseFamily.MemoryOwner) with { IsIdempotent = true }),
    };

    public static ApiFamily OfObjects { get; } = new("Object pools", ImmutableArray.Create(
        new ApiRow(Objects + "ObjectPool`1.Get", Effect.Acquire(ReleaseFamily.ObjectPool)),
        new ApiRow(Objects + "ObjectPool`1.Return(`0)", Effect.GiveBack(Slot.Parameter(0), ReleaseFamily.ObjectPool)),
        new ApiRow(Objects + "DefaultObjectPool`1.Get", Effect.Acquire(ReleaseFamily.ObjectPool)),
        new ApiRow(Objects + "DefaultObjectPool`1.Return(`0)", Effect.GiveBack(Slot.Parameter(0), ReleaseFamily.ObjectPool))));
}
