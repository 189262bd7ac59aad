// Results of reads: kept as tasks, copied, matched, handed on.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.StreamingSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1002;

public class ResultsOfReads
{
    [Fact]
    public Task TaskAwaitedLater() => Verify.VerifyAnalyzerAsync(Members("""
        async Task<long> M(PipeReader reader)
        {
            var reading = reader.ReadAsync();
            await Task.Yield();
            var result = await reading;
            reader.AdvanceTo(result.Buffer.End);
            return {|BUF1002:result.Buffer|}.Length;
        }

        async Task<bool> N(PipeReader reader)
        {
            var reading = reader.ReadAsync().ConfigureAwait(false);
            var result = await reading;
            reader.AdvanceTo(result.Buffer.End);
            return result.IsCompleted;
        }

        async Task<long> IfDone(PipeReader reader)
        {
            var reading = reader.ReadAsync();
            var result = reading.IsCompletedSuccessfully ? reading.Result : await reading.ConfigureAwait(false);
            reader.AdvanceTo(result.Buffer.End);
            return {|BUF1002:result.Buffer|}.Length;
        }
        """));

    [Fact]
    public Task InAField() => Verify.VerifyAnalyzerAsync(Members("""
        ValueTask<ReadResult> _reading;
        ReadResult _result;

        async Task<long> OfATask(PipeReader reader)
        {
            _reading = reader.ReadAsync();
            var result = await _reading;
            reader.AdvanceTo(result.Buffer.End);
            return {|BUF1002:result.Buffer|}.Length;
        }

        async Task<long> Result(PipeReader reader)
        {
            _result = await reader.ReadAsync();
            reader.AdvanceTo(_result.Buffer.End);
            return {|BUF1002:_result.Buffer|}.Length;
        }

        async Task<bool> HowItEnded(PipeReader reader)
        {
            _result = await reader.ReadAsync();
            reader.AdvanceTo(_result.Buffer.End);
            return _result.IsCompleted;
        }
        """));

    [Fact]
    public Task Copies() => Verify.VerifyAnalyzerAsync(Members("""
        async Task<long> M(PipeReader reader)
        {
            var result = await reader.ReadAsync();
            var copy = result;
            reader.AdvanceTo(result.Buffer.End);
            return {|BUF1002:copy.Buffer|}.Length;
        }

        async Task<bool> N(PipeReader reader)
        {
            var result = await reader.ReadAsync();
            var copy = result;
            reader.AdvanceTo(copy.Buffer.End);
            return copy.IsCompleted | result.IsCanceled;
        }

        async Task<long> ReadAgainInBetween(PipeReader reader)
        {
            var result = await reader.ReadAsync();
            reader.AdvanceTo(result.Buffer.End);
            result = await reader.ReadAsync();
            var length = result.Buffer.Length;
            reader.AdvanceTo(result.Buffer.End);
            return length;
        }
        """));

    [Fact]
    public Task Patterns() => Verify.VerifyAnalyzerAsync(Members("""
        async Task<int> HowItEnded(PipeReader reader)
        {
            var result = await reader.ReadAsync();
            reader.AdvanceTo(result.Buffer.End);
            if (result is { IsCompleted: true })
            {
                return 1;
            }

            return result switch
            {
                { IsCanceled: true, IsCompleted: false } => 2,
                _ => 3,
            };
        }

        async Task<long> Buffer(PipeReader reader)
        {
            var result = await reader.ReadAsync();
            reader.AdvanceTo(result.Buffer.End);
            return {|BUF1002:result is { Buffer: { IsEmpty: true } }|} ? 1 : 2;
        }

        async Task<long> BufferBefore(PipeReader reader)
        {
            if (await reader.ReadAsync() is { Buffer: { IsEmpty: false } buffer } result)
            {
                var length = buffer.Length;
                reader.AdvanceTo(buffer.End);
                return result.IsCompleted ? length : 0;
            }

            return 0;
        }

        async Task<long> Declared(PipeReader reader)
        {
            if (await reader.ReadAsync() is { Buffer: var buffer })
            {
                reader.AdvanceTo(buffer.End);
                return {|BUF1002:buffer.Length|};
            }

            return 0;
        }
        """));

    /// <summary>A result is often emptied once its buffer is given back.</summary>
    [Fact]
    public Task EmptiedByReference() => Verify.VerifyAnalyzerAsync(Members("""
        async Task<bool> M(PipeReader reader)
        {
            var result = await reader.ReadAsync();
            reader.AdvanceTo(result.Buffer.End);
            Forget(ref result);
            return result.IsCompleted;
        }

        static void Forget(ref ReadResult result) => result = new ReadResult(default, result.IsCanceled, result.IsCompleted);

        async Task<long> OverwrittenByALambda(PipeReader reader)
        {
            var result = await reader.ReadAsync();
            reader.Complete();
            Action again = () => reader.TryRead(out result);
            again();
            return 0;
        }
        """));

    [Fact]
    public Task HandedOn() => Verify.VerifyAnalyzerAsync(Members("""
        async Task<ReadResult> Returned(PipeReader reader)
        {
            var result = await reader.ReadAsync();
            reader.AdvanceTo(result.Buffer.End);
            return {|BUF1002:result|};
        }

        async Task<ReadResult> ReturnedOpen(PipeReader reader)
        {
            var result = await reader.ReadAsync();
            return result;
        }

        ReadOnlySequence<byte> _kept;

        async Task Stored(PipeReader reader)
        {
            var result = await reader.ReadAsync();
            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
            _kept = {|BUF1002:result.Buffer|};
            Show(_kept);
        }

        void Show(ReadOnlySequence<byte> items) { }
        """));

    [Fact]
    public Task Deconstructed() => Verify.VerifyAnalyzerAsync(Members("""
        async Task<long> M(PipeReader reader)
        {
            var result = await reader.ReadAsync();
            var (buffer, done) = (result.Buffer, result.IsCompleted);
            reader.AdvanceTo(buffer.End);
            return done ? 0 : {|BUF1002:buffer.Length|};
        }

        async Task<bool> N(PipeReader reader)
        {
            var result = await reader.ReadAsync();
            var (buffer, done) = (result.Buffer, result.IsCompleted);
            reader.AdvanceTo(buffer.End);
            return done;
        }
        """));
}
