// Iterators, lambdas, local functions, finally, using around readers and writers.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.StreamingSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1002;

public class StreamBodies
{
    [Fact]
    public Task AsyncIterator() => Verify.VerifyAnalyzerAsync("using System.Collections.Generic;\n" + Members("""
        async IAsyncEnumerable<byte[]> Copies(PipeReader reader)
        {
            while (true)
            {
                var result = await reader.ReadAsync();
                var buffer = result.Buffer;
                while (buffer.PositionOf((byte)10) is { } end)
                {
                    yield return buffer.Slice(0, end).ToArray();
                    buffer = buffer.Slice(buffer.GetPosition(1, end));
                }

                reader.AdvanceTo(buffer.Start, buffer.End);
                if (result.IsCompleted)
                {
                    yield break;
                }
            }
        }

        async IAsyncEnumerable<ReadOnlySequence<byte>> OneTurnLate(PipeReader reader)
        {
            ReadOnlySequence<byte> last = default;
            while (true)
            {
                var result = await reader.ReadAsync();
                yield return {|BUF1002:last|};
                last = result.Buffer;
                reader.AdvanceTo(last.End);
            }
        }
        """));

    [Fact]
    public Task Lambdas() => Verify.VerifyAnalyzerAsync(Members("""
        void Captured(PipeReader reader)
        {
            reader.TryRead(out var result);
            Action later = () => Console.WriteLine(result.Buffer.Length);
            reader.AdvanceTo(result.Buffer.End);
            {|BUF1002:later()|};
        }

        void CalledBefore(PipeReader reader)
        {
            reader.TryRead(out var result);
            Action now = () => Console.WriteLine(result.Buffer.Length);
            now();
            reader.AdvanceTo(result.Buffer.End);
        }

        void Inside(PipeReader reader)
        {
            Action read = () =>
            {
                reader.TryRead(out var result);
                reader.AdvanceTo(result.Buffer.End);
                Console.WriteLine({|BUF1002:result.Buffer|}.Length);
            };
            read();
        }
        """));

    [Fact]
    public Task LocalFunctions() => Verify.VerifyAnalyzerAsync(Members("""
        void Inside(IBufferWriter<byte> writer)
        {
            One();

            void One()
            {
                var span = writer.GetSpan(2);
                writer.Advance(1);
                {|BUF1002:span[1]|} = 1;
            }
        }

        void Helper(IBufferWriter<byte> writer)
        {
            var span = writer.GetSpan(2);
            span[Next()] = 1;
            writer.Advance(1);
            Next();

            int Next() => 0;
        }
        """));

    [Fact]
    public Task Finally() => Verify.VerifyAnalyzerAsync(Members("""
        async Task<long> M(PipeReader reader)
        {
            var result = await reader.ReadAsync();
            try
            {
                Console.WriteLine(result.Buffer.Length);
            }
            finally
            {
                reader.AdvanceTo(result.Buffer.End);
            }

            return {|BUF1002:result.Buffer|}.Length;
        }

        async Task<bool> N(PipeReader reader)
        {
            var result = await reader.ReadAsync();
            try
            {
                Console.WriteLine(result.Buffer.Length);
            }
            finally
            {
                reader.AdvanceTo(result.Buffer.End);
            }

            return result.IsCompleted;
        }

        async Task CompletedInFinally(PipeReader reader)
        {
            ReadOnlySequence<byte> buffer = default;
            try
            {
                while (true)
                {
                    var result = await reader.ReadAsync();
                    buffer = result.Buffer;
                    Console.WriteLine(buffer.Length);
                    reader.AdvanceTo(buffer.End);
                    if (result.IsCompleted)
                    {
                        break;
                    }
                }
            }
            catch (Exception error)
            {
                await reader.CompleteAsync(error);
                return;
            }
            finally
            {
                Console.WriteLine("done");
            }

            await reader.CompleteAsync();
        }
        """));

    [Fact]
    public Task AnOwnerOfTheWriter() => Verify.VerifyAnalyzerAsync(Members("""
        async Task M(Stream stream)
        {
            using var source = new CancellationTokenSource();
            var writer = PipeWriter.Create(stream);
            var memory = writer.GetMemory(4);
            memory.Span[0] = 1;
            writer.Advance(4);
            await writer.FlushAsync(source.Token);
            await writer.CompleteAsync();
        }

        async Task N(Stream stream)
        {
            var writer = PipeWriter.Create(stream, new StreamPipeWriterOptions(leaveOpen: true));
            var memory = writer.GetMemory(4);
            writer.Advance(4);
            await writer.CompleteAsync();
            {|BUF1002:memory.Span|}[0] = 1;
        }
        """));

    [Fact]
    public Task Branches() => Verify.VerifyAnalyzerAsync(Members("""
        void OnOneWay(IBufferWriter<byte> writer, bool on)
        {
            var span = writer.GetSpan(2);
            if (on)
            {
                writer.Advance(1);
            }

            {|BUF1002:span[1]|} = 1;
        }

        void SameFlag(IBufferWriter<byte> writer, bool on)
        {
            var span = writer.GetSpan(2);
            if (on)
            {
                writer.Advance(1);
            }

            if (!on)
            {
                span[1] = 1;
                writer.Advance(2);
            }
        }

        void AfterAReturn(IBufferWriter<byte> writer, bool on)
        {
            var span = writer.GetSpan(2);
            if (on)
            {
                writer.Advance(1);
                return;
            }

            span[1] = 1;
            writer.Advance(2);
        }

        int Chosen(IBufferWriter<byte> writer, IBufferWriter<byte> other, bool on)
        {
            var span = on ? writer.GetSpan(2) : other.GetSpan(2);
            span[0] = 1;
            (on ? writer : other).Advance(1);
            return span.Length;
        }

        void InAnArgument(IBufferWriter<byte> writer, byte[] source)
        {
            var span = writer.GetSpan(source.Length);
            writer.Advance(CopyTo(source, span));
        }

        static int CopyTo(byte[] source, Span<byte> target)
        {
            source.CopyTo(target);
            return source.Length;
        }
        """));

    /// <summary>A handler that looks at the buffer only where the flag says that it was being read.</summary>
    [Fact]
    public Task FlagClearedBeforeTheAdvance() => Verify.VerifyAnalyzerAsync(Members("""
        async Task M(PipeReader reader, bool on)
        {
            ReadOnlySequence<byte> buffer = default;
            var isParsing = false;
            try
            {
                while (on)
                {
                    var result = await reader.ReadAsync();
                    buffer = result.Buffer;
                    isParsing = true;
                    Parse(buffer);
                    isParsing = false;
                    reader.AdvanceTo(buffer.End);
                }
            }
            catch (FormatException)
            {
                if (isParsing)
                {
                    Console.WriteLine(buffer.Length);
                }
            }
        }

        static void Parse(ReadOnlySequence<byte> items) { }
        """));

    [Fact]
    public Task HalfTyped() => Verify.VerifyAnalyzerAsync(Members("""
        void M(IBufferWriter<byte> writer)
        {
            var span = writer.GetSpan(2);
            writer.Advance(1);
            {|BUF1002:span[1]|} = {|CS0103:unknown|};
        }

        void N(IBufferWriter<byte> writer)
        {
            var span = writer.GetSpan(2);
            span[1] = 1;
            writer.{|CS1001:{|CS1002:|}|}
        }
        """));
}
