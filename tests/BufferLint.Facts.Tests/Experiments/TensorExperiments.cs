// Tensors over an array: what is written into the array must show in all that is made of it.
using System;
using System.Buffers;
using System.Collections.Generic;
using System.Numerics.Tensors;

namespace BufferLint.ExecutedFacts.Experiments;

internal static class TensorExperiments
{
    private const string Tensors = "M:System.Numerics.Tensors.Tensor.";
    private const string Instance = "M:System.Numerics.Tensors.Tensor`1.";
    private const string Lengths = ",System.ReadOnlySpan{System.IntPtr}";
    private const string OverArray = "``1(``0[]";
    private const string OfTensor = "``1(System.Numerics.Tensors.Tensor{``0}";

    private static readonly nint[] Square = [2, 2];
    private static readonly nint[] Strides = [2, 1];

    private delegate ReadOnlyTensorSpan<int> Made(int[] array);

    private delegate Tensor<int> Shaped(Tensor<int> tensor);

    public static Dictionary<string, Func<bool>> Views { get; } = new()
    {
        [Tensors + "Create" + OverArray + ")"] = () => Shows(array => Tensor.Create(array)),
        [Tensors + "Create" + OverArray + Lengths + ")"] = () => Shows(array => Tensor.Create(array, Square)),
        [Tensors + "Create" + OverArray + Lengths + Lengths + ")"] = () => Shows(array => Tensor.Create(array, Square, Strides)),
        [Tensors + "Create" + OverArray + ",System.Int32" + Lengths + Lengths + ")"] = () => Shows(array => Tensor.Create(array, 0, Square, Strides)),
        [Tensors + "AsTensorSpan" + OverArray + ")"] = () => Shows(array => Tensor.AsTensorSpan(array)),
        [Tensors + "AsTensorSpan" + OverArray + Lengths + ")"] = () => Shows(array => Tensor.AsTensorSpan(array, Square)),
        [Tensors + "AsTensorSpan" + OverArray + Lengths + Lengths + ")"] = () => Shows(array => Tensor.AsTensorSpan(array, Square, Strides)),
        [Tensors + "AsTensorSpan" + OverArray + ",System.Int32" + Lengths + Lengths + ")"] = () => Shows(array => Tensor.AsTensorSpan(array, 0, Square, Strides)),
        [Tensors + "AsReadOnlyTensorSpan" + OverArray + ")"] = () => Shows(array => Tensor.AsReadOnlyTensorSpan(array)),
        [Tensors + "AsReadOnlyTensorSpan" + OverArray + Lengths + ")"] = () => Shows(array => Tensor.AsReadOnlyTensorSpan(array, Square)),
        [Tensors + "AsReadOnlyTensorSpan" + OverArray + Lengths + Lengths + ")"] = () => Shows(array => Tensor.AsReadOnlyTensorSpan(array, Square, Strides)),
        [Tensors + "AsReadOnlyTensorSpan" + OverArray + ",System.Int32" + Lengths + Lengths + ")"] = () => Shows(array => Tensor.AsReadOnlyTensorSpan(array, 0, Square, Strides)),
        [Tensors + "PermuteDimensions" + OfTensor + ",System.ReadOnlySpan{System.Int32})"] = () => Keeps(tensor => Tensor.PermuteDimensions(tensor, [1, 0])),
        [Tensors + "Reshape" + OfTensor + Lengths + ")"] = () => Keeps(tensor => Tensor.Reshape(tensor, [4])),
        [Tensors + "Squeeze" + OfTensor + ")"] = () => Keeps(tensor => Tensor.Squeeze(Tensor.Unsqueeze(tensor, 0))),
        [Tensors + "SqueezeDimension" + OfTensor + ",System.Int32)"] = () => Keeps(tensor => Tensor.SqueezeDimension(Tensor.Unsqueeze(tensor, 0), 0)),
        [Tensors + "Transpose" + OfTensor + ")"] = () => Keeps(Tensor.Transpose),
        [Tensors + "Unsqueeze" + OfTensor + ",System.Int32)"] = () => Keeps(tensor => Tensor.Unsqueeze(tensor, 0)),
        [Instance + "Slice(System.ReadOnlySpan{System.Buffers.NIndex})"] = () => Keeps(tensor => tensor.Slice(new NIndex(0), new NIndex(0))),
        [Instance + "Slice(System.ReadOnlySpan{System.Buffers.NRange})"] = () => Keeps(tensor => tensor.Slice(NRange.All, NRange.All)),
        [Instance + "Slice(System.ReadOnlySpan{System.IntPtr})"] = () => Keeps(tensor => tensor.Slice([0, 0])),
        [Instance + "ToDenseTensor"] = () => Keeps(tensor => tensor.ToDenseTensor()),
    };

    private static bool Shows(Made make)
    {
        int[] array = [1, 2, 3, 4];
        var made = make(array);
        array[0] = 9;
        return made.GetPinnableReference() == 9;
    }

    private static bool Keeps(Shaped shape) => Shows(array => shape(Tensor.Create(array, Square)));
}
