// Who else may advance, and usual code that is right.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.StreamingSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1004;

public class ReadsElsewhere
{
    [Fact]
    public Task Delegates() => Verify.VerifyAnalyzerAsync(Members("""
        async Task ByALambda(PipeReader reader, bool on)
        {
            Action<ReadResult> done = result => reader.AdvanceTo(result.Buffer.End);
            while (on)
            {
                var result = await reader.ReadAsync();
                done(result);
            }
        }

        async Task ByAMethodGroup(PipeReader reader, bool on)
        {
            Action<SequencePosition> done = reader.AdvanceTo;
            while (on)
            {
                var result = await reader.ReadAsync();
                done(result.Buffer.End);
            }
        }

        async Task LambdaAboutSomethingElse(PipeReader reader, bool on)
        {
            Action<ReadResult> show = result => Console.WriteLine(result.Buffer.Length);
            while (on)
            {
                var result = await {|BUF1004:reader.ReadAsync()|};
                show(result);
            }
        }
        """));

    [Fact]
    public Task OwnReaders() => Verify.VerifyAnalyzerAsync(Members("""
        async Task M(Counting reader, bool on)
        {
            while (on)
            {
                var result = await {|BUF1004:reader.ReadAsync()|};
                Console.WriteLine(result.Buffer.Length);
            }
        }

        class Counting(PipeReader inner) : PipeReader
        {
            public long Count { get; private set; }
            public override void AdvanceTo(SequencePosition consumed) => inner.AdvanceTo(consumed);
            public override void AdvanceTo(SequencePosition consumed, SequencePosition examined) => inner.AdvanceTo(consumed, examined);
            public override void CancelPendingRead() => inner.CancelPendingRead();
            public override void Complete(Exception? exception = null) => inner.Complete(exception);
            public override async ValueTask<ReadResult> ReadAsync(CancellationToken token = default)
            {
                var result = await inner.ReadAsync(token);
                Count += result.Buffer.Length;
                return result;
            }

            public override bool TryRead(out ReadResult result)
            {
                if (inner.TryRead(out result))
                {
                    Count += result.Buffer.Length;
                    return true;
                }

                return false;
            }
        }
        """));

    [Fact]
    public Task GivenToSomebody() => Verify.VerifyAnalyzerAsync(Members("""
        readonly PipeReader _input = null!;

        async Task Extension(PipeReader reader, bool on)
        {
            while (on)
            {
                var result = await reader.ReadAsync();
                reader.Skip(result);
            }
        }

        async Task ObjectWithTheReader(bool on)
        {
            var frame = new Frame { Reader = _input };
            while (on)
            {
                var result = await _input.ReadAsync();
                frame.Handle(result);
            }
        }

        async Task OwnMember(bool on)
        {
            while (on)
            {
                var result = await _input.ReadAsync();
                Handle(result);
            }
        }

        void Handle(ReadResult result) => _input.AdvanceTo(result.Buffer.End);

        class Frame
        {
            public PipeReader? Reader { get; set; }
            public void Handle(ReadResult result) => Reader!.AdvanceTo(result.Buffer.End);
        }
        }

        static class Readers
        {
            public static void Skip(this PipeReader reader, ReadResult result) => reader.AdvanceTo(result.Buffer.End);
        """));

    [Fact]
    public Task AsyncIterator() => Verify.VerifyAnalyzerAsync("using System.Collections.Generic;\n" + Members("""
        async IAsyncEnumerable<byte[]> Parts(PipeReader reader)
        {
            while (true)
            {
                var result = await reader.ReadAsync();
                yield return result.Buffer.ToArray();
                reader.AdvanceTo(result.Buffer.End);
                if (result.IsCompleted)
                {
                    yield break;
                }
            }
        }

        async IAsyncEnumerable<byte[]> NeverAdvanced(PipeReader reader)
        {
            while (true)
            {
                var result = await {|BUF1004:reader.ReadAsync()|};
                yield return result.Buffer.ToArray();
                if (result.IsCompleted)
                {
                    yield break;
                }
            }
        }
        """));

    /// <summary>A server that reads requests and watches for cancellation.</summary>
    [Fact]
    public Task Server() => Verify.VerifyAnalyzerAsync(Members("""
        bool _isStopping;

        async Task RunAsync(IDuplexPipe connection)
        {
            var input = connection.Input;
            try
            {
                while (!_isStopping)
                {
                    var result = await input.ReadAsync();
                    var buffer = result.Buffer;
                    var consumed = buffer.Start;
                    var examined = buffer.End;
                    try
                    {
                        if (result.IsCanceled)
                        {
                            break;
                        }

                        if (buffer.Length >= 4)
                        {
                            consumed = buffer.GetPosition(4);
                            examined = consumed;
                        }

                        if (result.IsCompleted)
                        {
                            break;
                        }
                    }
                    finally
                    {
                        input.AdvanceTo(consumed, examined);
                    }
                }
            }
            catch (OperationCanceledException)
            {
            }
            finally
            {
                await input.CompleteAsync();
                await connection.Output.CompleteAsync();
            }
        }
        """));

    /// <summary>Reads on until there is enough, each time giving back nothing and having seen all.</summary>
    [Fact]
    public Task UntilThereIsEnough() => Verify.VerifyAnalyzerAsync(Members("""
        async ValueTask<byte[]> TakeAsync(PipeReader reader, int count)
        {
            while (true)
            {
                var result = await reader.ReadAsync();
                var buffer = result.Buffer;
                if (buffer.Length >= count)
                {
                    var taken = buffer.Slice(0, count).ToArray();
                    reader.AdvanceTo(buffer.GetPosition(count));
                    return taken;
                }

                if (result.IsCompleted)
                {
                    throw new EndOfStreamException();
                }

                reader.AdvanceTo(buffer.Start, buffer.End);
            }
        }

        async ValueTask<ReadResult> EnoughAsync(PipeReader reader, int count)
        {
            var result = await reader.ReadAsync();
            while (result.Buffer.Length < count && !result.IsCompleted && !result.IsCanceled)
            {
                reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
                result = await reader.ReadAsync();
            }

            return result;
        }
        """));
}
