// Advancing in a method that is called, and leases that one hands out.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.StreamingSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1002;

public class ThroughCalls
{
    [Fact]
    public Task AdvancedInACalledMethod() => Verify.VerifyAnalyzerAsync(Members("""
        static void Commit(IBufferWriter<byte> writer, int count) => writer.Advance(count);

        static Span<byte> Next(IBufferWriter<byte> writer) => writer.GetSpan(2);

        void M(IBufferWriter<byte> writer)
        {
            var span = writer.GetSpan(2);
            Commit(writer, 1);
            {|BUF1002:span[1]|} = 1;
        }

        void Handed(IBufferWriter<byte> writer)
        {
            var span = Next(writer);
            writer.Advance(1);
            {|BUF1002:span[1]|} = 1;
        }

        void Right(IBufferWriter<byte> writer)
        {
            var span = Next(writer);
            span[0] = 1;
            Commit(writer, 1);
            span = Next(writer);
            span[0] = 1;
            Commit(writer, 1);
        }
        """));
}
