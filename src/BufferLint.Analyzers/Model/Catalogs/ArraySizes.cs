using System.Collections.Immutable;

namespace BufferLint.Model.Catalogs;

/// <summary>Sizes of arrays: copies, parts, new ones, and what pools and writers lend at least.</summary>
internal static class ArraySizes
{
    private const string Array = "System.Array";
    private const string Block = "System.Buffer";

    public static ImmutableArray<SizeApi> Rows { get; } = ImmutableArray.Create(
        SizeApi.Of(Array, "CopyTo(array, index)", "this + index <= array"),
        SizeApi.Of(Array, "Copy(sourceArray, destinationArray, length)", "length <= sourceArray; length <= destinationArray"),
        SizeApi.Of(Array, "Copy(sourceArray, sourceIndex, destinationArray, destinationIndex, length)", "sourceIndex + length <= sourceArray; destinationIndex + length <= destinationArray"),
        SizeApi.Of(Array, "ConstrainedCopy(sourceArray, sourceIndex, destinationArray, destinationIndex, length)", "sourceIndex + length <= sourceArray; destinationIndex + length <= destinationArray"),
        SizeApi.Of(Array, "Clear(array, index, length)", "index + length <= array"),
        SizeApi.Of(Array, "Fill(array, value, startIndex, count)", "startIndex + count <= array"),
        SizeApi.Of(Array, "Reverse(array, index, length)", "index + length <= array"),
        SizeApi.Of(Array, "Sort(array, index, length)", "index + length <= array"),
        SizeApi.Of(Array, "Empty()", gives: "0"),
        SizeApi.Of(Array, "Clone()", gives: "this"),
        SizeApi.Of("System.GC", "AllocateUninitializedArray(length, pinned)", gives: "length"),
        SizeApi.Of("System.GC", "AllocateArray(length, pinned)", gives: "length"),
        SizeApi.Of("System.Buffers.ArrayPool`1", "Rent(minimumLength)", gives: ">=minimumLength"),
        SizeApi.Of("System.Buffers.IBufferWriter`1", "GetSpan(sizeHint)", gives: ">=sizeHint"),
        SizeApi.Of("System.Buffers.IBufferWriter`1", "GetMemory(sizeHint)", gives: ">=sizeHint"),
        SizeApi.Of(Block, "BlockCopy(src, srcOffset, dst, dstOffset, count)", "srcOffset + count <= #src; dstOffset + count <= #dst"),
        SizeApi.Of(Block, "MemoryCopy(source, destination, destinationSizeInBytes, sourceBytesToCopy)", "sourceBytesToCopy <= destinationSizeInBytes; sourceBytesToCopy <= source; sourceBytesToCopy <= destination") with { IsUnchecked = true });
}
