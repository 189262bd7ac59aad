// Leases of IBufferWriter<T> and PipeWriter: they end when the writer goes on.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.StreamingSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1002;

public class WriterLeases
{
    [Fact]
    public Task WrittenAfterAdvance() => Verify.VerifyAnalyzerAsync(Members("""
        void M(IBufferWriter<byte> writer)
        {
            var span = writer.GetSpan(8);
            span[0] = 1;
            writer.Advance(1);
            {|BUF1002:span[1]|} = 2;
            writer.Advance(1);
        }

        void N(IBufferWriter<byte> writer)
        {
            var span = writer.GetSpan(8);
            span[0] = 1;
            writer.Advance(1);
            span = writer.GetSpan(8);
            span[0] = 2;
            writer.Advance(1);
        }

        int OnlyItsLength(IBufferWriter<byte> writer)
        {
            var span = writer.GetSpan(8);
            span[0] = 1;
            writer.Advance(1);
            return span.Length;
        }
        """));

    [Fact]
    public Task TakenBeforeALoop() => Verify.VerifyAnalyzerAsync(Members("""
        void M(IBufferWriter<byte> writer, int n)
        {
            var span = writer.GetSpan(8);
            for (var i = 0; i < n; i++)
            {
                {|BUF1002:span[i]|} = 1;
                writer.Advance(1);
            }
        }

        void N(IBufferWriter<byte> writer, int n)
        {
            for (var i = 0; i < n; i++)
            {
                var span = writer.GetSpan(8);
                span[0] = 1;
                writer.Advance(1);
            }
        }
        """));

    [Fact]
    public Task WrittenAfterAFlushThatIsAwaited() => Verify.VerifyAnalyzerAsync(Members("""
        async Task M(PipeWriter writer)
        {
            var memory = writer.GetMemory(8);
            await writer.FlushAsync();
            {|BUF1002:memory.Span|}[0] = 2;
        }

        async Task N(PipeWriter writer)
        {
            var memory = writer.GetMemory(8);
            memory.Span[0] = 2;
            writer.Advance(1);
            await writer.FlushAsync();
        }
        """));

    /// <summary>The array of an ArrayBufferWriter stays where it is while there is room, under whatever name.</summary>
    [Fact]
    public Task StorageThatIsKnown() => Verify.VerifyAnalyzerAsync(Members("""
        void M(ArrayBufferWriter<byte> writer)
        {
            var span = writer.GetSpan(8);
            span[0] = 1;
            writer.Advance(1);
            span[1] = 2;
        }

        void N()
        {
            IBufferWriter<byte> writer = new ArrayBufferWriter<byte>(100);
            var span = writer.GetSpan(8);
            span[0] = 1;
            writer.Advance(1);
            span[1] = 2;
        }
        """));

    [Fact]
    public Task WrittenIntoByAnother() => Verify.VerifyAnalyzerAsync(Members("""
        void M(IBufferWriter<byte> writer, ReadOnlySpan<byte> body)
        {
            var header = writer.GetSpan(1);
            writer.Write(body);
            {|BUF1002:header[0]|} = (byte)body.Length;
            writer.Advance(1);
        }

        void N(IBufferWriter<byte> writer, string body)
        {
            var header = writer.GetSpan(1);
            Encoding.UTF8.GetBytes(body, writer);
            {|BUF1002:header[0]|} = (byte)body.Length;
            writer.Advance(1);
        }

        void Elsewhere(IBufferWriter<byte> writer, IBufferWriter<byte> other, ReadOnlySpan<byte> body)
        {
            var header = writer.GetSpan(1);
            other.Write(body);
            header[0] = (byte)body.Length;
            writer.Advance(1);
        }
        """));

    [Fact]
    public Task RequestedAgainByReference() => Verify.VerifyAnalyzerAsync(Members("""
        void M(IBufferWriter<byte> writer, byte[] data)
        {
            var span = writer.GetSpan(8);
            var used = 0;
            foreach (var value in data)
            {
                if (used == span.Length)
                {
                    Flush(ref span, ref used);
                }

                span[used++] = value;
            }

            writer.Advance(used);

            void Flush(ref Span<byte> lease, ref int count)
            {
                writer.Advance(count);
                lease = writer.GetSpan(8);
                count = 0;
            }
        }

        void N(IBufferWriter<byte> writer)
        {
            var span = writer.GetSpan(8);
            Flush(ref span);
            {|BUF1002:span[0]|} = 1;

            void Flush(ref Span<byte> lease)
            {
                writer.Advance(lease.Length);
            }
        }
        """));
}
