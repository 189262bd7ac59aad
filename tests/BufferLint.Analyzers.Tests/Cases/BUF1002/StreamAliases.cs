// One reader or writer under many names.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.StreamingSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1002;

public class StreamAliases
{
    [Fact]
    public Task EndsOfADuplexPipe() => Verify.VerifyAnalyzerAsync(Members("""
        async Task M(IDuplexPipe pipe)
        {
            var result = await pipe.Input.ReadAsync();
            pipe.Input.AdvanceTo(result.Buffer.End);
            Console.WriteLine({|BUF1002:result.Buffer|}.Length);
            var memory = pipe.Output.GetMemory();
            pipe.Output.Advance(1);
            {|BUF1002:memory.Span|}[0] = 1;
        }

        async Task N(IDuplexPipe pipe)
        {
            var result = await pipe.Input.ReadAsync();
            var memory = pipe.Output.GetMemory();
            pipe.Input.AdvanceTo(result.Buffer.End);
            memory.Span[0] = 1;
            pipe.Output.Advance(1);
        }
        """));

    [Fact]
    public Task EndsOfAPipe() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var pipe = new Pipe();
            var span = pipe.Writer.GetSpan();
            var writer = pipe.Writer;
            writer.Advance(1);
            {|BUF1002:span[0]|} = 1;
        }

        void N()
        {
            var pipe = new Pipe();
            var other = new Pipe();
            var span = pipe.Writer.GetSpan();
            other.Writer.Advance(1);
            span[0] = 1;
            pipe.Writer.Advance(1);
        }
        """));

    [Fact]
    public Task Fields() => Verify.VerifyAnalyzerAsync(Members("""
        readonly IBufferWriter<byte> _one = null!;
        readonly IBufferWriter<byte> _other = null!;
        PipeReader Input { get; } = null!;

        void M()
        {
            var span = _one.GetSpan();
            this._one.Advance(1);
            {|BUF1002:span[0]|} = 1;
        }

        void N()
        {
            var span = _one.GetSpan();
            _other.Advance(1);
            span[0] = 1;
            _one.Advance(1);
        }

        async Task Property()
        {
            var result = await Input.ReadAsync();
            Input.AdvanceTo(result.Buffer.End);
            Console.WriteLine({|BUF1002:result.Buffer|}.Length);
        }
        """));

    [Fact]
    public Task Locals() => Verify.VerifyAnalyzerAsync(Members("""
        void M(IBufferWriter<byte> writer)
        {
            var same = writer;
            var span = writer.GetSpan();
            same.Advance(1);
            {|BUF1002:span[0]|} = 1;
        }

        void Cast(PipeWriter writer)
        {
            IBufferWriter<byte> same = writer;
            var span = same.GetSpan();
            writer.Advance(1);
            {|BUF1002:span[0]|} = 1;
        }

        void AnotherByThen(IBufferWriter<byte> writer, IBufferWriter<byte> other)
        {
            var span = writer.GetSpan();
            writer = other;
            writer.Advance(1);
            span[0] = 1;
        }
        """));

    [Fact]
    public Task Generic() => Verify.VerifyAnalyzerAsync(Members("""
        void M<TWriter>(TWriter writer)
            where TWriter : IBufferWriter<byte>
        {
            var span = writer.GetSpan(2);
            writer.Advance(1);
            {|BUF1002:span[1]|} = 1;
        }

        void ByReference<TWriter>(ref TWriter writer)
            where TWriter : struct, IBufferWriter<byte>
        {
            var span = writer.GetSpan(2);
            writer.Advance(1);
            {|BUF1002:span[1]|} = 1;
        }

        void Right<TWriter, T>(TWriter writer, T value)
            where TWriter : IBufferWriter<T>
        {
            var span = writer.GetSpan(1);
            span[0] = value;
            writer.Advance(1);
        }
        """));

    [Fact]
    public Task OwnWriters() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Counting writer)
        {
            var span = writer.GetSpan(2);
            writer.Advance(1);
            {|BUF1002:span[1]|} = 1;
        }

        void N(Counting writer)
        {
            var span = writer.GetSpan(2);
            span[1] = 1;
            writer.Advance(2);
        }

        class Counting(PipeWriter inner) : PipeWriter
        {
            long _written;
            public override void Advance(int bytes)
            {
                _written += bytes;
                inner.Advance(bytes);
            }

            public override Memory<byte> GetMemory(int sizeHint = 0) => inner.GetMemory(sizeHint);
            public override Span<byte> GetSpan(int sizeHint = 0) => inner.GetSpan(sizeHint);
            public override void CancelPendingFlush() => inner.CancelPendingFlush();
            public override void Complete(Exception? exception = null) => inner.Complete(exception);
            public override ValueTask<FlushResult> FlushAsync(CancellationToken token = default) => inner.FlushAsync(token);
        }
        """));

    [Fact]
    public Task OwnReaders() => Verify.VerifyAnalyzerAsync(Members("""
        async Task M(Logging reader)
        {
            var result = await reader.ReadAsync();
            reader.AdvanceTo(result.Buffer.End);
            Console.WriteLine({|BUF1002:result.Buffer|}.Length);
        }

        class Logging(PipeReader inner) : PipeReader
        {
            ReadOnlySequence<byte> _current;
            public override void AdvanceTo(SequencePosition consumed) => inner.AdvanceTo(consumed);
            public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
            {
                _current = default;
                inner.AdvanceTo(consumed, examined);
            }

            public override void CancelPendingRead() => inner.CancelPendingRead();
            public override void Complete(Exception? exception = null) => inner.Complete(exception);
            public override async ValueTask<ReadResult> ReadAsync(CancellationToken token = default)
            {
                var result = await inner.ReadAsync(token);
                _current = result.Buffer;
                return result;
            }

            public override bool TryRead(out ReadResult result)
            {
                if (!inner.TryRead(out result))
                {
                    return false;
                }

                _current = result.Buffer;
                return true;
            }
        }
        """));
}
