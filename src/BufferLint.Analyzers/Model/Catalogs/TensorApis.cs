// Tensors. Fact: a tensor made of an array is a view of it, and so is every slice and shape made of the tensor; what is
// resized, broadcast or reversed is a copy. The storage of a tensor is never replaced.
using System.Collections.Immutable;
using System.Linq;

namespace BufferLint.Model.Catalogs;

internal static class TensorApis
{
    private const string Tensors = "M:System.Numerics.Tensors.";
    private const string Numbers = "System.ReadOnlySpan{System.IntPtr}";
    private const string OfTensor = "(System.Numerics.Tensors.Tensor{``0}";

    private static readonly ImmutableArray<string> OverArray = ImmutableArray.Create(
        "``1(``0[])",
        "``1(``0[]," + Numbers + ")",
        "``1(``0[]," + Numbers + "," + Numbers + ")",
        "``1(``0[],System.Int32," + Numbers + "," + Numbers + ")");

    private static readonly ImmutableArray<string> Shapes = ImmutableArray.Create(
        "PermuteDimensions``1" + OfTensor + ",System.ReadOnlySpan{System.Int32})",
        "Reshape``1" + OfTensor + "," + Numbers + ")",
        "Squeeze``1" + OfTensor + ")",
        "SqueezeDimension``1" + OfTensor + ",System.Int32)",
        "Transpose``1" + OfTensor + ")",
        "Unsqueeze``1" + OfTensor + ",System.Int32)");

    private static readonly ImmutableArray<string> Parts = ImmutableArray.Create(
        "Slice(System.ReadOnlySpan{System.Buffers.NIndex})",
        "Slice(System.ReadOnlySpan{System.Buffers.NRange})",
        "Slice(" + Numbers + ")",
        "ToDenseTensor");

    public static ApiFamily Family { get; } = new("Tensor", new[] { "Create", "AsTensorSpan", "AsReadOnlyTensorSpan" }
        .SelectMany(name => OverArray.Select(arguments => name + arguments))
        .Concat(Shapes)
        .Select(id => new ApiRow(Tensors + "Tensor." + id, Effect.View(Slot.Parameter(0))))
        .Concat(Parts.Select(id => new ApiRow(Tensors + "Tensor`1." + id, Effect.View(Slot.This))))
        .ToImmutableArray())
    {
        OnlyCarries = true,
    };
}
