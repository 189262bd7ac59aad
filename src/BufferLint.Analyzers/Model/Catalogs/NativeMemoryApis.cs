// Native memory. Facts: what was freed is what the next allocation of that size gets; freeing it again aborts the process
// or corrupts the heap. After a reallocation the block may lie elsewhere, so that the old address is dead under every
// name it has, as are the spans over it; only the result counts, and only it is to be freed.
using System.Collections.Immutable;
using System.Linq;

namespace BufferLint.Model.Catalogs;

internal static class NativeMemoryApis
{
    private const string Native = "M:System.Runtime.InteropServices.NativeMemory.";
    private const string Marshal = "M:System.Runtime.InteropServices.Marshal.";
    private const string Size = "System.UIntPtr";
    private const string Block = "System.Void*";
    private const string Address = "System.IntPtr";

    public static ApiFamily Family { get; } = new("Native memory", Rows(ReleaseFamily.Native, Native, "Alloc(" + Size + ")", "Alloc(" + Size + "," + Size + ")", "AllocZeroed(" + Size + ")", "AllocZeroed(" + Size + "," + Size + ")", "Free(" + Block + ")", "Realloc(" + Block + "," + Size + ")")
        .AddRange(Rows(ReleaseFamily.AlignedNative, Native, "AlignedAlloc(" + Size + "," + Size + ")", "AlignedFree(" + Block + ")", "AlignedRealloc(" + Block + "," + Size + "," + Size + ")"))
        .AddRange(Rows(ReleaseFamily.Global, Marshal, "AllocHGlobal(System.Int32)", "AllocHGlobal(" + Address + ")", "FreeHGlobal(" + Address + ")", "ReAllocHGlobal(" + Address + "," + Address + ")"))
        .AddRange(Rows(ReleaseFamily.CoTask, Marshal, "AllocCoTaskMem(System.Int32)", "FreeCoTaskMem(" + Address + ")", "ReAllocCoTaskMem(" + Address + ",System.Int32)")))
    {
        EachHalfAlone = true,
    };

    /// <summary>What an allocating, freeing or reallocating member does, by what its name says.</summary>
    private static ImmutableArray<ApiRow> Rows(ReleaseFamily family, string type, params string[] members) => members
        .Select(member => new ApiRow(type + member, member switch
        {
            _ when member.Contains("ealloc(") || member.StartsWith("ReAlloc", System.StringComparison.Ordinal) => new[]
            {
                Effect.Move(Slot.Parameter(0)) with { EndsNames = true, Family = family },
                new Effect(EffectKind.Transfers, Slot.Parameter(0)),
                Effect.Acquire(family),
            },
            _ when member.Contains("Free") => new[] { Effect.GiveBack(Slot.Parameter(0), family) },
            _ => new[] { Effect.Acquire(family) },
        }))
        .ToImmutableArray();
}
