// Pointers that a safe buffer lends. Facts: each is counted, so that its memory stays until as many were released, were
// the handle disposed of meanwhile; one release too many throws, or takes the memory from whoever has a pointer still.
using System.Collections.Immutable;

namespace BufferLint.Model.Catalogs;

internal static class SafeBufferApis
{
    private const string Buffer = "System.Runtime.InteropServices.SafeBuffer.";

    public static ApiFamily Pointers { get; } = new("Pointers of safe buffers", ImmutableArray.Create(
        new ApiRow("M:" + Buffer + "AcquirePointer(System.Byte*@)", new Effect(EffectKind.Acquires, Slot.This) { Into = Slot.Parameter(0), Family = ReleaseFamily.HandlePointer }),
        new ApiRow("M:" + Buffer + "ReleasePointer", Effect.GiveBack(Slot.This, ReleaseFamily.HandlePointer))))
    {
        EachHalfAlone = true,
    };
}
