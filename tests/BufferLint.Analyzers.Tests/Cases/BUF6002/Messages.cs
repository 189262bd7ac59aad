// BUF6002: the exact text of every wording.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF6002.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF6002;

public class Messages
{
    [Fact]
    public Task Read() => VerifyAsync(
        """
        int M()
        {
            Span<byte> {|#1:id = stackalloc byte[2]|};
            return {|#0:MemoryMarshal.Read<int>(id)|};
        }
        """,
        "'MemoryMarshal.Read<int>(id)' needs 4 bytes of 'id', which has 2: (1) 'id' sized at line 17, (2) 4 needed at line 18, (3) throws whenever it is reached");

    [Fact]
    public Task Cast() => VerifyAsync(
        """
        int M()
        {
            Span<byte> {|#1:id = stackalloc byte[2]|};
            return {|#0:MemoryMarshal.Cast<byte, int>(id)|}.Length;
        }
        """,
        "'MemoryMarshal.Cast<byte, int>(id)' needs 4 bytes of 'id', which has 2: (1) 'id' sized at line 17, (2) 4 needed at line 18, (3) gives nothing");

    [Fact]
    public Task Array() => VerifyAsync(
        """
        byte[] M(int[] items) => {|#0:Unsafe.As<byte[]>({|#1:items|})|};
        """,
        "'Unsafe.As<byte[]>(items)' keeps the count of 'items', though elements of 4 and of 1 bytes are not the same: (1) 'items' given at line 15, (2) reinterpreted at line 15, (3) counts other elements than there are");

    private static Task VerifyAsync(string members, string message) =>
        Verify.VerifyAnalyzerAsync(Members(members), Verify.Diagnostic("BUF6002").WithLocation(0).WithLocation(1).WithMessage(message));
}
