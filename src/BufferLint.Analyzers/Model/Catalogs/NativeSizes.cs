using System.Collections.Immutable;
using System.Linq;

namespace BufferLint.Model.Catalogs;

/// <summary>Sizes of blocks behind addresses: what allocators give, what copies to and from them need.</summary>
internal static class NativeSizes
{
    private const string Native = "System.Runtime.InteropServices.NativeMemory";
    private const string Marshal = "System.Runtime.InteropServices.Marshal";
    private const string Unsafe = "System.Runtime.CompilerServices.Unsafe";

    public static ImmutableArray<SizeApi> Rows { get; } = new[]
    {
        SizeApi.Of(Native, "Alloc(byteCount)", gives: "byteCount"),
        SizeApi.Of(Native, "AllocZeroed(byteCount)", gives: "byteCount"),
        SizeApi.Of(Native, "Alloc(elementCount, elementSize)", gives: "elementCount*elementSize"),
        SizeApi.Of(Native, "AllocZeroed(elementCount, elementSize)", gives: "elementCount*elementSize"),
        SizeApi.Of(Native, "AlignedAlloc(byteCount, alignment)", gives: "byteCount"),
        SizeApi.Of(Native, "Realloc(ptr, byteCount)", gives: "byteCount"),
        SizeApi.Of(Native, "Copy(source, destination, byteCount)", "byteCount <= source; byteCount <= destination"),
        SizeApi.Of(Native, "Clear(ptr, byteCount)", "byteCount <= ptr"),
        SizeApi.Of(Native, "Fill(ptr, byteCount, value)", "byteCount <= ptr"),
        SizeApi.Of(Marshal, "AllocHGlobal(cb)", gives: "cb"),
        SizeApi.Of(Marshal, "AllocCoTaskMem(cb)", gives: "cb"),
        SizeApi.Of(Marshal, "ReAllocHGlobal(pv, cb)", gives: "cb"),
        SizeApi.Of(Marshal, "ReAllocCoTaskMem(pv, cb)", gives: "cb"),
        SizeApi.Of(Marshal, "Copy(source, startIndex, destination, length)", "startIndex + length <= source; length*@source <= destination"),
        SizeApi.Of(Marshal, "Copy(source, destination, startIndex, length)", "startIndex + length <= destination; length*@destination <= source"),
        SizeApi.Of(Unsafe, "CopyBlock(destination, source, byteCount)", "byteCount <= #source; byteCount <= #destination"),
        SizeApi.Of(Unsafe, "CopyBlockUnaligned(destination, source, byteCount)", "byteCount <= #source; byteCount <= #destination"),
        SizeApi.Of(Unsafe, "InitBlock(startAddress, value, byteCount)", "byteCount <= #startAddress"),
        SizeApi.Of(Unsafe, "InitBlockUnaligned(startAddress, value, byteCount)", "byteCount <= #startAddress"),
        SizeApi.Of("System.Runtime.InteropServices.MemoryMarshal", "CreateSpan(reference, length)", "length*T <= #reference", "length"),
        SizeApi.Of("System.Runtime.InteropServices.MemoryMarshal", "CreateReadOnlySpan(reference, length)", "length*T <= #reference", "length"),
    }
        .Select(static row => row with { IsUnchecked = !row.Demands.IsEmpty })
        .ToImmutableArray();
}
