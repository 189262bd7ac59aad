// BUF6002: what is read and written through addresses that were cast, and of spans that were.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF6002.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF6002;

public class Addresses
{
    [Theory]
    [InlineData(3, "return {|BUF6002:*(int*)bytes|};")]
    [InlineData(4, "return *(int*)bytes;")]
    [InlineData(4, "return {|BUF6002:*(int*)(bytes + 1)|};")]
    [InlineData(5, "return *(int*)(bytes + 1);")]
    [InlineData(7, "return {|BUF6002:((int*)bytes)[1]|};")]
    [InlineData(8, "return ((int*)bytes)[1];")]
    [InlineData(7, "{|BUF6002:*(long*)bytes|} = 1; return 0;")]
    [InlineData(8, "*(long*)bytes = 1; return 0;")]
    [InlineData(3, "var numbers = (int*)bytes; return {|BUF6002:*numbers|};")]
    [InlineData(3, "int* end = &((int*)bytes)[1]; return (int)end;")]
    [InlineData(3, "bytes += index; return *(int*)bytes;")]
    [InlineData(8, "var sum = 0; for (var end = bytes + 8; bytes < end; bytes += 4) { sum += *(int*)bytes; } return sum;")]
    [InlineData(4, "bytes++; bytes--; return *(int*)bytes;")]
    public Task Block(int size, string read) => Verify.VerifyAnalyzerAsync(Members($$"""
        int M(int index)
        {
            byte* bytes = stackalloc byte[{{size}}];
            {{read}}
        }
        """));

    /// <summary>A variable is a block as well; behind a field there may be others.</summary>
    [Fact]
    public Task Variables() => Verify.VerifyAnalyzerAsync(Members("""
        private struct Pair
        {
            public int First;
            public int Second;
        }

        long M(int number) => {|BUF6002:*(long*)&number|};

        uint N(float number) => *(uint*)&number;

        long O(Pair pair) => *(long*)&pair.First;
        """));

    /// <summary>Behind a text there is the character that ends it.</summary>
    [Fact]
    public Task Text() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            fixed (char* letters = "a")
            {
                return *(int*)letters;
            }
        }
        """));

    [Theory]
    [InlineData(4, "return {|BUF6002:numbers[1]|};")]
    [InlineData(8, "return numbers[1];")]
    [InlineData(7, "{|BUF6002:numbers[1]|} = 2; return 0;")]
    [InlineData(4, "return numbers.Length > 1 ? numbers[1] : 0;")]
    [InlineData(4, "return {|BUF6002:MemoryMarshal.Cast<byte, int>(bytes)[1]|};")]
    [InlineData(4, "return numbers[index];")]
    [InlineData(4, "numbers = new int[2]; return numbers[1];")]
    public Task Span(int size, string read) => Verify.VerifyAnalyzerAsync(Members($$"""
        int M(int index)
        {
            Span<byte> bytes = stackalloc byte[{{size}}];
            var numbers = MemoryMarshal.Cast<byte, int>(bytes);
            {{read}}
        }
        """));
}
