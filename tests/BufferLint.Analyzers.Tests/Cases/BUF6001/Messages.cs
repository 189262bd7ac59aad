// BUF6001: the exact text of every wording, and the places: the call, what there is, what is asked for.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF6001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF6001;

public class Messages
{
    [Fact]
    public Task Numbers() => VerifyAsync(
        """
        void M(int[] source)
        {
            var {|#1:copy = new int[4]|};
            {|#0:Array.Copy(source, copy, 5)|};
        }
        """,
        "'Array.Copy(source, copy, 5)' needs 5 elements of 'copy', which has 4: (1) 'copy' sized at line 17, (2) 5 needed at line 18, (3) throws whenever it is reached");

    [Fact]
    public Task Difference() => VerifyAsync(
        """
        void M(byte[] source)
        {
            var {|#1:copy = new byte[source.Length - 2]|};
            {|#0:source.CopyTo(copy, 0)|};
        }
        """,
        "'source.CopyTo(copy, 0)' needs at least 2 bytes more than 'copy' has: (1) 'copy' sized at line 17, (2) 2 bytes too many asked for at line 18, (3) throws whenever it is reached");

    /// <summary>Bytes for as many numbers: none of them fit anywhere.</summary>
    [Fact]
    public Task Counts() => VerifyAsync(
        """
        void M(int count, int[] source)
        {
            var {|#1:copy = new byte[count]|};
            {|#0:Buffer.BlockCopy(source, 0, copy, 0, count * 4)|};
        }
        """,
        "'Buffer.BlockCopy(source, 0, copy, 0, count * 4)' needs at least 3 bytes more than 'copy' has: (1) 'copy' sized at line 17, (2) 3 bytes too many asked for at line 18, (3) throws whenever it is reached, but for a count of 0");

    [Fact]
    public Task CountsOfNative() => VerifyAsync(
        """
        void M(int count)
        {
            byte* {|#1:block = stackalloc byte[count]|};
            var items = {|#0:new Span<int>(block, count)|};
        }
        """,
        "'new Span<int>(block, count)' needs at least 3 bytes more than 'block' has: (1) 'block' sized at line 17, (2) 3 bytes too many asked for at line 18, (3) memory beyond the end is used, but for a count of 0");

    [Fact]
    public Task Bounds() => VerifyAsync(
        """
        void M(bool wide)
        {
            var {|#1:buffer = wide ? new byte[3] : new byte[4]|};
            {|#0:BinaryPrimitives.ReadInt64LittleEndian(buffer)|};
        }
        """,
        "'BinaryPrimitives.ReadInt64LittleEndian(buffer)' needs 8 bytes of 'buffer', which has at most 4: (1) 'buffer' sized at line 17, (2) 8 needed at line 18, (3) throws whenever it is reached");

    [Fact]
    public Task Unchecked() => VerifyAsync(
        """
        void M()
        {
            byte* {|#1:block = stackalloc byte[8]|};
            var items = {|#0:new Span<int>(block, 8)|};
        }
        """,
        "'new Span<int>(block, 8)' needs 32 bytes of 'block', which has 8: (1) 'block' sized at line 17, (2) 32 needed at line 18, (3) memory beyond the end is used");

    [Fact]
    public Task Negative() => VerifyAsync(
        """
        void M(byte[] bytes)
        {
            {|#0:bytes.AsSpan({|#1:-1|})|};
        }
        """,
        "'bytes.AsSpan(-1)' is given '-1', which is -1: (1) '-1' given at line 17, (2) used at line 17, (3) throws whenever it is reached");

    private static Task VerifyAsync(string members, string message) =>
        Verify.VerifyAnalyzerAsync(Members(members), Verify.Diagnostic("BUF6001").WithLocation(0).WithLocation(1).WithMessage(message));
}
