// BUF6004: the exact text of every wording.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF6004.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF6004;

public class Messages
{
    [Fact]
    public Task Hidden() => VerifyAsync(
        """
        byte[] M(byte[] given) => {|#0:{|#1:new MemoryStream(given)|}.GetBuffer()|};
        """,
        "'new MemoryStream(given).GetBuffer()' asks 'new MemoryStream(given)' for a buffer that it does not show: (1) 'new MemoryStream(given)' given at line 15, (2) asked for at line 15, (3) throws whenever it is reached");

    [Fact]
    public Task Growth() => VerifyAsync(
        """
        void M()
        {
            var stream = new MemoryStream(new byte[8]);
            {|#0:{|#1:stream|}.SetLength(9)|};
        }
        """,
        "'stream.SetLength(9)' needs 9 bytes of 'stream', which has 8 and cannot grow: (1) 'stream' given at line 18, (2) 9 needed at line 18, (3) throws whenever it is reached");

    [Fact]
    public Task Pin() => VerifyAsync(
        """
        void M(string[] texts) => {|#0:GCHandle.Alloc({|#1:texts|}, GCHandleType.Pinned)|};
        """,
        "'GCHandle.Alloc(texts, GCHandleType.Pinned)' pins 'texts', which holds references: (1) 'texts' given at line 15, (2) pinned at line 15, (3) throws whenever it is reached");

    [Fact]
    public Task Unasked() => VerifyAsync(
        """
        int M(MemoryStream stream)
        {
            {|#0:{|#1:stream|}.TryGetBuffer(out var segment)|};
            return segment.Count;
        }
        """,
        "'stream.TryGetBuffer(out var segment)' may get no buffer of 'stream', and its answer is not looked at: (1) 'stream' given at line 17, (2) asked for at line 17, (3) what is used then may be empty");

    private static Task VerifyAsync(string members, string message) =>
        Verify.VerifyAnalyzerAsync(Members(members), Verify.Diagnostic("BUF6004").WithLocation(0).WithLocation(1).WithMessage(message));
}
