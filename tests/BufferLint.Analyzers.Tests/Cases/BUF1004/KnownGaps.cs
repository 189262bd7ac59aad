// What the engine does not see yet of reads, and what it says too much. Each case asserts today's behaviour; a change that closes a gap moves the case.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.StreamingSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1004;

public class KnownGaps
{
    // A member of the same object might advance a reader that is its field, and nobody looks inside yet.
    [Fact]
    public Task AnyMemberOfTheSameObject() => Verify.VerifyAnalyzerAsync(Members("""
        readonly PipeReader _input = null!;
        int _count;

        async Task M(bool on)
        {
            while (on)
            {
                var result = await _input.ReadAsync();
                Count(result.Buffer.Length);
            }
        }

        void Count(long length) => _count += (int)length;
        """));

    // A method that is only named like an assertion may return all the same; [DoesNotReturnIf] says that it does not.
    [Fact]
    public Task CancellationThatIsAsserted() => Verify.VerifyAnalyzerAsync(Members("""
        async Task M(PipeReader reader)
        {
            reader.CancelPendingRead();
            var result = await reader.ReadAsync();
            IsTrue(result.IsCanceled);
            result = await {|BUF1004:reader.ReadAsync()|};
            reader.AdvanceTo(result.Buffer.End);
        }

        static void IsTrue(bool condition) { }
        """));

    // Some readers allow to be read again once they are completed and empty; the contract does not promise it.
    [Fact]
    public Task EmptyAtTheEnd() => Verify.VerifyAnalyzerAsync(Members("""
        async Task M(PipeReader reader)
        {
            var result = await reader.ReadAsync();
            if (result.IsCompleted && result.Buffer.IsEmpty)
            {
                result = await {|BUF1004:reader.ReadAsync()|};
            }

            reader.AdvanceTo(result.Buffer.End);
        }
        """));

    // The result of a read that is passed on by the caller: one body at a time.
    [Fact]
    public Task ReadInACalledMethod() => Verify.VerifyAnalyzerAsync(Members("""
        static ValueTask<ReadResult> Next(PipeReader reader) => reader.ReadAsync();

        async Task M(PipeReader reader)
        {
            await Next(reader);
            await Next(reader);
        }
        """));
}
