// Tensors over an array that is replaced, told by name.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class Tensors
{
    private const string Library = """

        namespace System.Numerics.Tensors
        {
            public sealed class Tensor<T>
            {
                public ref T this[scoped ReadOnlySpan<nint> indexes] => throw null;
                public Tensor<T> Slice(scoped ReadOnlySpan<nint> startIndexes) => throw null;
                public TensorSpan<T> AsTensorSpan() => throw null;
            }

            public readonly ref struct TensorSpan<T>
            {
                public TensorSpan(T[] array) => throw null;
                public ref T this[scoped ReadOnlySpan<nint> indexes] => throw null;
            }

            public static class Tensor
            {
                public static Tensor<T> Create<T>(T[] array) => throw null;
                public static Tensor<T> Resize<T>(Tensor<T> tensor, ReadOnlySpan<nint> lengths) => throw null;
                public static TensorSpan<T> AsTensorSpan<T>(this T[] array) => throw null;
            }
        }
        """;

    private static Task VerifyAsync(string members) => Verify.VerifyAnalyzerAsync("using System.Numerics.Tensors;\n" + Members(members) + Library);

    [Fact]
    public Task TensorOverAResizedArray() => VerifyAsync("""
        int M(int[] array)
        {
            var tensor = Tensor.Create(array);
            {|BUF1001:Array.Resize(ref array, array.Length * 2)|};
            tensor[[0]] = 1;
            return array[0];
        }

        int N(int[] array)
        {
            Array.Resize(ref array, array.Length * 2);
            var tensor = Tensor.Create(array);
            tensor[[0]] = 1;
            return array[0];
        }
        """);

    [Fact]
    public Task SliceAndSpanOfATensor() => VerifyAsync("""
        int M(int[] array)
        {
            var slice = Tensor.Create(array).Slice([1]);
            {|BUF1001:Array.Resize(ref array, array.Length * 2)|};
            slice[[0]] = 1;
            return array[0];
        }

        int N(int[] array)
        {
            var span = array.AsTensorSpan();
            {|BUF1001:Array.Resize(ref array, array.Length * 2)|};
            span[[0]] = 1;
            return array[0];
        }
        """);

    [Fact]
    public Task TensorResized() => VerifyAsync("""
        int M(Tensor<int> tensor)
        {
            var span = tensor.AsTensorSpan();
            tensor = Tensor.Resize(tensor, [4]);
            span[[0]] = 1;
            return tensor[[0]];
        }
        """);
}
