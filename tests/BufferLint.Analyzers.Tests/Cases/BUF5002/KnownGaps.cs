// What the engine does not see yet of views that are stored. Each case asserts today's behaviour; a change that closes a gap moves the case.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF5002;

public class KnownGaps
{
    // Memory of a writer is kept from one call to the next by many; that it is good until the writer advances is not asked.
    [Fact]
    public Task MemoryOfAWriter() => Verify.VerifyAnalyzerAsync("using System.IO.Pipelines;\n" + Members("""
        Memory<byte> _memory;

        void M(PipeWriter writer)
        {
            _memory = writer.GetMemory();
            writer.Advance(1);
        }
        """));
}
