// Ways from a read to the next one.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.StreamingSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1004;

public class ReadPaths
{
    [Fact]
    public Task ReadersByManyNames() => Verify.VerifyAnalyzerAsync(Members("""
        readonly PipeReader _input = null!;
        PipeReader Input { get; } = null!;

        async Task Field(bool on)
        {
            while (on)
            {
                var result = await {|BUF1004:this._input.ReadAsync()|};
                Console.WriteLine(result.Buffer.Length);
            }
        }

        async Task Property(bool on)
        {
            while (on)
            {
                var result = await Input.ReadAsync();
                Input.AdvanceTo(result.Buffer.End);
            }
        }

        async Task EndOfADuplexPipe(IDuplexPipe pipe, bool on)
        {
            while (on)
            {
                var result = await {|BUF1004:pipe.Input.ReadAsync()|};
                Console.WriteLine(result.Buffer.Length);
            }
        }

        async Task AdvancedByAnotherName(IDuplexPipe pipe, bool on)
        {
            var input = pipe.Input;
            while (on)
            {
                var result = await input.ReadAsync();
                pipe.Input.AdvanceTo(result.Buffer.End);
            }
        }

        async Task EndOfAPipe(Pipe pipe, bool on)
        {
            while (on)
            {
                var result = await pipe.Reader.ReadAsync();
                pipe.Reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
            }
        }

        async Task AnotherOneEachTurn(PipeReader[] readers)
        {
            foreach (var reader in readers)
            {
                var result = await reader.ReadAsync();
                Console.WriteLine(result.Buffer.Length);
            }
        }

        async Task MadeEachTurn(Stream stream, bool on)
        {
            while (on)
            {
                var reader = PipeReader.Create(stream);
                var result = await reader.ReadAsync();
                Console.WriteLine(result.Buffer.Length);
            }
        }
        """));

    /// <summary>Nobody knows whether a computed property gives the same reader again.</summary>
    [Fact]
    public Task ComputedProperty() => Verify.VerifyAnalyzerAsync(Members("""
        PipeReader[] readers = null!;
        int index;
        PipeReader Next { get { index++; return readers[index]; } }

        async Task M(bool on)
        {
            while (on)
            {
                var result = await Next.ReadAsync();
                Console.WriteLine(result.Buffer.Length);
            }
        }

        async Task AdvancedThroughIt(Channel channel, bool on)
        {
            while (on)
            {
                var result = await channel.Input.ReadAsync();
                channel.Input.AdvanceTo(result.Buffer.End);
            }
        }

        class Channel
        {
            IDuplexPipe? _pipe;
            public PipeReader Input
            {
                get
                {
                    ObjectDisposedException.ThrowIf(_pipe is null, this);
                    return _pipe.Input;
                }
            }
        }
        """));

    [Fact]
    public Task Branches() => Verify.VerifyAnalyzerAsync(Members("""
        async Task OneBranch(PipeReader reader, bool on)
        {
            while (on)
            {
                var result = await {|BUF1004:reader.ReadAsync()|};
                if (result.Buffer.Length > 4)
                {
                    reader.AdvanceTo(result.Buffer.End);
                }
            }
        }

        async Task BothBranches(PipeReader reader, bool on)
        {
            while (on)
            {
                var result = await reader.ReadAsync();
                if (result.Buffer.Length > 4)
                {
                    reader.AdvanceTo(result.Buffer.End);
                }
                else
                {
                    reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
                }
            }
        }

        async Task OneCase(PipeReader reader, int kind)
        {
            while (kind > 0)
            {
                var result = await {|BUF1004:reader.ReadAsync()|};
                switch (kind)
                {
                    case 1:
                        reader.AdvanceTo(result.Buffer.End);
                        break;
                    case 2:
                        break;
                    default:
                        return;
                }
            }
        }

        async Task Leaves(PipeReader reader, bool on)
        {
            while (on)
            {
                var result = await reader.ReadAsync();
                if (result.Buffer.Length < 4)
                {
                    return;
                }

                if (result.Buffer.Length > 100)
                {
                    throw new InvalidDataException();
                }

                reader.AdvanceTo(result.Buffer.End);
            }
        }

        async Task Position(PipeReader reader, bool on)
        {
            while (on)
            {
                var result = await reader.ReadAsync();
                var consumed = result.Buffer.Length > 4 ? result.Buffer.End : result.Buffer.Start;
                reader.AdvanceTo(consumed, result.Buffer.End);
            }
        }
        """));

    /// <summary>What a result says does not change: completed, it is not read again, and so need not be given back.</summary>
    [Fact]
    public Task CompletedMeansNoMoreReads() => Verify.VerifyAnalyzerAsync(Members("""
        async Task M(PipeReader reader, int rest)
        {
            var result = await reader.ReadAsync();
            var buffer = result.Buffer;
            while (rest > 0)
            {
                rest -= (int)buffer.Length;
                if (result.IsCompleted)
                {
                    buffer = buffer.Slice(1);
                }
                else
                {
                    reader.AdvanceTo(buffer.End);
                }

                if (!result.IsCompleted)
                {
                    result = await reader.ReadAsync();
                    buffer = result.Buffer;
                }
            }
        }

        async Task TheOtherWayRound(PipeReader reader, int rest)
        {
            var result = await reader.ReadAsync();
            while (rest > 0)
            {
                if (result.IsCompleted)
                {
                    reader.AdvanceTo(result.Buffer.End);
                    return;
                }

                if (!result.IsCompleted)
                {
                    result = await {|BUF1004:reader.ReadAsync()|};
                }
            }
        }
        """));

    [Fact]
    public Task Finally() => Verify.VerifyAnalyzerAsync(Members("""
        async Task M(PipeReader reader, bool on)
        {
            while (on)
            {
                var result = await reader.ReadAsync();
                try
                {
                    if (result.Buffer.IsEmpty)
                    {
                        continue;
                    }

                    Console.WriteLine(result.Buffer.Length);
                }
                finally
                {
                    reader.AdvanceTo(result.Buffer.End);
                }
            }
        }

        async Task OnlyInTheTry(PipeReader reader, bool on)
        {
            while (on)
            {
                var result = await {|BUF1004:reader.ReadAsync()|};
                try
                {
                    if (result.Buffer.IsEmpty)
                    {
                        continue;
                    }

                    reader.AdvanceTo(result.Buffer.End);
                }
                finally
                {
                    Console.WriteLine();
                }
            }
        }
        """));

    [Fact]
    public Task Tasks() => Verify.VerifyAnalyzerAsync(Members("""
        ValueTask<ReadResult> _pending;

        async Task KeptInAField(PipeReader reader)
        {
            _pending = reader.ReadAsync();
            var result = await _pending;
            reader.AdvanceTo(result.Buffer.End);
            _pending = reader.ReadAsync();
            _pending = {|BUF1004:reader.ReadAsync()|};
        }

        async Task ReadAhead(PipeReader reader, bool on)
        {
            var pending = reader.ReadAsync();
            while (on)
            {
                var result = await pending;
                reader.AdvanceTo(result.Buffer.End);
                pending = reader.ReadAsync();
            }
        }

        async Task TwoAtOnce(PipeReader reader)
        {
            var first = reader.ReadAsync();
            var second = {|BUF1004:reader.ReadAsync()|};
            await first;
            await second;
        }
        """));

    [Fact]
    public Task HalfTyped() => Verify.VerifyAnalyzerAsync(Members("""
        async Task M(PipeReader reader, bool on)
        {
            while (on)
            {
                var result = await {|BUF1004:reader.ReadAsync()|};
                {|CS0103:Handle|}(result.Buffer);
            }
        }

        async Task N(PipeReader reader, bool on)
        {
            while (on)
            {
                var result = await reader.ReadAsync();
                reader.{|CS1061:AdvanceT|}(result.Buffer.End);
            }
        }
        """));

    [Theory]
    [InlineData("IsTrue(result.IsCanceled)", "IsFalse(result.IsCanceled)")]
    [InlineData("IsTrue(result is { IsCanceled: true })", "IsTrue(!result.IsCanceled)")]
    [InlineData("IsFalse(!result.IsCanceled)", "IsTrue(result.IsCompleted)")]
    public Task CancellationAsserted(string cancelled, string other) => Verify.VerifyAnalyzerAsync(Members($$"""
        async Task M(PipeReader reader)
        {
            var result = await reader.ReadAsync();
            {{cancelled}};
            result = await reader.ReadAsync();
            reader.AdvanceTo(result.Buffer.End);
        }

        async Task N(PipeReader reader)
        {
            var result = await reader.ReadAsync();
            {{other}};
            result = await {|BUF1004:reader.ReadAsync()|};
            reader.AdvanceTo(result.Buffer.End);
        }

        static void IsTrue([System.Diagnostics.CodeAnalysis.DoesNotReturnIf(false)] bool? condition) { }

        static void IsFalse([System.Diagnostics.CodeAnalysis.DoesNotReturnIf(true)] bool? condition) { }
        """));
}
