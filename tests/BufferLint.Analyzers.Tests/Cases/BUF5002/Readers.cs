// What a reader lent, and a field keeps when the reader has gone on.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF5002;

public class Readers
{
    [Fact]
    public Task Kept() => VerifyAsync("""
        async Task Sequence(PipeReader reader)
        {
            var result = await reader.ReadAsync();
            {|BUF5002:_line = result.Buffer|};
            reader.AdvanceTo(result.Buffer.End);
        }

        async Task Part()
        {
            var result = await _reader.ReadAsync();
            {|BUF5002:_first = result.Buffer.First|};
            _reader.AdvanceTo(result.Buffer.End);
        }
        """);

    [Fact]
    public Task NotKept() => VerifyAsync("""
        async Task Copied(PipeReader reader)
        {
            var result = await reader.ReadAsync();
            _first = result.Buffer.ToArray();
            reader.AdvanceTo(result.Buffer.End);
        }

        async Task Emptied(PipeReader reader)
        {
            var result = await reader.ReadAsync();
            _line = result.Buffer;
            Parse();
            _line = default;
            reader.AdvanceTo(result.Buffer.End);
        }

        async Task NotEnded(PipeReader reader)
        {
            var result = await reader.ReadAsync();
            _line = result.Buffer;
        }

        async Task ReadAgain(PipeReader reader)
        {
            while (true)
            {
                var result = await reader.ReadAsync();
                _line = result.Buffer;
                if (result.IsCompleted)
                {
                    return;
                }

                reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
            }
        }

        // The result tells how the reader stands, too.
        async Task TheResult(PipeReader reader)
        {
            _result = await reader.ReadAsync();
            reader.AdvanceTo(_result.Buffer.Start);
        }

        void Parse() { }
        """);

    // On the way on which there was nothing to read, nothing was taken.
    [Fact]
    public Task OnlyTried() => VerifyAsync("""
        void Kept(PipeReader reader)
        {
            if (reader.TryRead(out var result))
            {
                {|BUF5002:_first = result.Buffer.First|};
                reader.AdvanceTo(result.Buffer.End);
            }
        }

        static void Split(ReadOnlySequence<byte> buffer, out ReadOnlySequence<byte> line) => line = buffer.Slice(1);

        void ByAnOutArgument(PipeReader reader)
        {
            if (!reader.TryRead(out var result))
            {
                return;
            }

            {|BUF5002:Split(result.Buffer, out _line)|};
            reader.AdvanceTo(result.Buffer.End);
        }

        void AdvancedOnlyWhereNothingIsKept(PipeReader reader)
        {
            if (reader.TryRead(out var result))
            {
                if (result.IsCompleted)
                {
                    _line = result.Buffer;
                    return;
                }

                reader.AdvanceTo(result.Buffer.End);
            }
        }

        void Emptied(PipeReader reader)
        {
            if (reader.TryRead(out var result))
            {
                _line = result.Buffer;
                Parse();
                _line = default;
                reader.AdvanceTo(result.Buffer.End);
            }
        }

        void Parse() { }
        """);

    [Fact]
    public Task Message() => Verify.VerifyAnalyzerAsync(
        "using System.IO.Pipelines;\n" + Members("""
        ReadOnlySequence<byte> _line; async Task M(PipeReader reader)
        {
            var result = await {|#1:reader.ReadAsync()|};
            {|#0:_line = result.Buffer|};
            {|#2:reader.AdvanceTo(result.Buffer.End)|};
        }
        """),
        Verify.Diagnostic("BUF5002").WithLocation(0).WithLocation(1).WithLocation(2)
            .WithMessage("'_line' keeps what 'reader.AdvanceTo(result.Buffer.End)' releases: (1) taken at line 19, (2) stored at line 20, (3) advanced at line 21"));

    private static Task VerifyAsync(string members) => Verify.VerifyAnalyzerAsync("using System.IO.Pipelines;\n" + Members(
        "PipeReader _reader = null!;\nReadOnlySequence<byte> _line;\nReadOnlyMemory<byte> _first;\nReadResult _result;\n\n" + members));
}
