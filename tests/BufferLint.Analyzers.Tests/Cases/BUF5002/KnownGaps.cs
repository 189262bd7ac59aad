// What the engine does not see yet of views that are stored. Each case asserts today's behaviour; a change that closes a gap moves the case.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF5002;

public class KnownGaps
{
    // A method that does nothing but store is not looked into: its name is no reason to.
    [Fact]
    public Task StoredByAnotherMethod() => Verify.VerifyAnalyzerAsync(Members("""
        byte[]? _array;

        void M(int n)
        {
            var a = ArrayPool<byte>.Shared.Rent(n);
            Keep(a);
            ArrayPool<byte>.Shared.Return(a);
        }

        void Keep(byte[] array) => _array = array;
        """));

    // A reader that advances ends its views too; only releases are asked.
    [Fact]
    public Task Advanced() => Verify.VerifyAnalyzerAsync("using System.IO.Pipelines;\n" + Members("""
        ReadOnlySequence<byte> _line;

        async Task M(PipeReader reader)
        {
            var result = await reader.ReadAsync();
            _line = result.Buffer;
            reader.AdvanceTo(result.Buffer.End);
        }
        """));
}
