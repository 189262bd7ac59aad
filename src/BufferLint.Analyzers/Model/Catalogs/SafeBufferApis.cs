// Pointers that a safe buffer lends. Facts: each is counted, so that its memory stays until as many were released, were
// the handle disposed of meanwhile; one release too many throws, or takes the memory from whoever has a pointer still.
using System.Collections.Immutable;

namespace BufferLint.Model.Catalogs;

internal static class SafeBufferApis
{
    private const string Handle = "M:System.Runtime.InteropServices.SafeHandle.";
    private const string Buffer = "System.Runtime.InteropServices.SafeBuffer.";

    public static ApiFamily Pointers { get; } = new("Pointers of safe buffers", ImmutableArray.Create(
        new ApiRow("M:" + Buffer + "AcquirePointer(System.Byte*@)", new Effect(EffectKind.Acquires, Slot.This) { Into = Slot.Parameter(0), Family = ReleaseFamily.HandlePointer }),
        new ApiRow("M:" + Buffer + "ReleasePointer", Effect.GiveBack(Slot.This, ReleaseFamily.HandlePointer))))
    {
        EachHalfAlone = true,
    };

    /// <summary>Facts: a handle is closed when it was disposed of and as often released as counted; one release too many closes it for all.</summary>
    public static ApiFamily Counts { get; } = new("Counts of safe handles", ImmutableArray.Create(
        new ApiRow(Handle + "DangerousAddRef(System.Boolean@)", new Effect(EffectKind.Acquires, Slot.This) { Into = Slot.Parameter(0), Family = ReleaseFamily.HandleCount }),
        new ApiRow(Handle + "DangerousRelease", Effect.GiveBack(Slot.This, ReleaseFamily.HandleCount))))
    {
        EachHalfAlone = true,
    };
}
