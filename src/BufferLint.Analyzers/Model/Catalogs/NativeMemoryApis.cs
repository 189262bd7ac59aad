// Native memory under a reallocation. Fact: the block may lie elsewhere afterwards, so that the old address is dead under
// every name it has, as are the spans over it; only the result counts.
using System.Collections.Immutable;

namespace BufferLint.Model.Catalogs;

internal static class NativeMemoryApis
{
    private const string Native = "M:System.Runtime.InteropServices.NativeMemory.";
    private const string Marshal = "M:System.Runtime.InteropServices.Marshal.";

    private static Effect Reallocates => Effect.Move(Slot.Parameter(0)) with { EndsNames = true };

    public static ApiFamily Family { get; } = new("Native memory", ImmutableArray.Create(
        new ApiRow(Native + "Realloc(System.Void*,System.UIntPtr)", Reallocates),
        new ApiRow(Native + "AlignedRealloc(System.Void*,System.UIntPtr,System.UIntPtr)", Reallocates),
        new ApiRow(Marshal + "ReAllocHGlobal(System.IntPtr,System.IntPtr)", Reallocates),
        new ApiRow(Marshal + "ReAllocCoTaskMem(System.IntPtr,System.Int32)", Reallocates)))
    {
        ViewsAreTakenSilently = true,
    };
}
