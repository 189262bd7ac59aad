// The bytes of a BitArray end when its length is set; all else is done in place.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class BitArrays
{
    [Fact]
    public Task BytesReadAfterLengthSet() => Verify.VerifyAnalyzerAsync("using System.Collections;\n" + Members("""
        byte M(BitArray bits, int length)
        {
            var bytes = CollectionsMarshal.AsBytes(bits);
            {|BUF1001:bits.Length = length|};
            return bytes[0];
        }

        byte N(BitArray bits, int length)
        {
            bits.Length = length;
            var bytes = CollectionsMarshal.AsBytes(bits);
            return bytes[0];
        }

        byte O(BitArray bits, BitArray other)
        {
            var bytes = CollectionsMarshal.AsBytes(bits);
            bits.SetAll(true);
            bits.Not().And(other).LeftShift(1);
            bits[0] = bits.Length > 3;
            other.Length = 7;
            return bytes[0];
        }
        """));
}
