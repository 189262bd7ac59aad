// What the engine does not see yet of readers and writers, and what it says too much. Each case asserts today's behaviour; a change that closes a gap moves the case.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.StreamingSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1002;

public class KnownGaps
{
    // An instance created in the body and called through the interface of its wrapper: two names, two objects.
    [Fact]
    public Task WriterInsideAnother() => Verify.VerifyAnalyzerAsync(Members("""
        void M(PipeWriter pipe)
        {
            var span = pipe.GetSpan(2);
            var stream = pipe.AsStream();
            stream.WriteByte(1);
            span[1] = 1;
        }
        """));
}
