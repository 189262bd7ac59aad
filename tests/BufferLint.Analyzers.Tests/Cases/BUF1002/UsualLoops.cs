// Loops as they are usually written over pipes and writers: all silent.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.StreamingSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1002;

public class UsualLoops
{
    /// <summary>A socket fills the pipe.</summary>
    [Fact]
    public Task FillAPipe() => Verify.VerifyAnalyzerAsync(Members("""
        async Task FillAsync(Stream stream, PipeWriter writer)
        {
            Exception? error = null;
            try
            {
                while (true)
                {
                    var memory = writer.GetMemory(512);
                    var read = await stream.ReadAsync(memory);
                    if (read == 0)
                    {
                        break;
                    }

                    writer.Advance(read);
                    var flushed = await writer.FlushAsync();
                    if (flushed.IsCompleted || flushed.IsCanceled)
                    {
                        break;
                    }
                }
            }
            catch (IOException thrown)
            {
                error = thrown;
            }
            finally
            {
                await writer.CompleteAsync(error);
            }
        }
        """));

    /// <summary>A parser that moves two positions and gives them to the reader in the end.</summary>
    [Fact]
    public Task ParseRequests() => Verify.VerifyAnalyzerAsync(Members("""
        async Task<string?> NextAsync(PipeReader reader)
        {
            while (true)
            {
                var result = await reader.ReadAsync();
                var buffer = result.Buffer;
                var consumed = buffer.Start;
                var examined = buffer.End;
                try
                {
                    if (result.IsCanceled)
                    {
                        return null;
                    }

                    if (!buffer.IsEmpty && TryParse(ref buffer, out var message))
                    {
                        consumed = buffer.Start;
                        examined = consumed;
                        return message;
                    }

                    if (result.IsCompleted)
                    {
                        if (buffer.Length > 0)
                        {
                            throw new InvalidDataException("cut off");
                        }

                        return null;
                    }
                }
                finally
                {
                    reader.AdvanceTo(consumed, examined);
                }
            }
        }

        static bool TryParse(ref ReadOnlySequence<byte> buffer, out string? message)
        {
            message = null;
            if (buffer.PositionOf((byte)0) is not { } end)
            {
                return false;
            }

            message = Encoding.UTF8.GetString(buffer.Slice(0, end));
            buffer = buffer.Slice(buffer.GetPosition(1, end));
            return true;
        }
        """));

    /// <summary>A relay from one pipe to another.</summary>
    [Fact]
    public Task Relay() => Verify.VerifyAnalyzerAsync(Members("""
        async Task RelayAsync(PipeReader from, PipeWriter to, CancellationToken token)
        {
            while (true)
            {
                var result = await from.ReadAsync(token).ConfigureAwait(false);
                var buffer = result.Buffer;
                if (buffer.IsEmpty && result.IsCompleted)
                {
                    break;
                }

                foreach (var segment in buffer)
                {
                    var target = to.GetMemory(segment.Length);
                    segment.CopyTo(target);
                    to.Advance(segment.Length);
                }

                from.AdvanceTo(buffer.End);
                var flushed = await to.FlushAsync(token).ConfigureAwait(false);
                if (flushed.IsCompleted)
                {
                    break;
                }
            }

            await from.CompleteAsync();
            await to.CompleteAsync();
        }
        """));

    /// <summary>Frames with a length before them.</summary>
    [Fact]
    public Task LengthPrefixed() => Verify.VerifyAnalyzerAsync("using System.Buffers.Binary;\n" + Members("""
        async Task ReceiveAsync(PipeReader reader, Func<ReadOnlySequence<byte>, Task> handle)
        {
            while (true)
            {
                var result = await reader.ReadAtLeastAsync(4);
                var buffer = result.Buffer;
                while (TryFrame(ref buffer, out var frame))
                {
                    await handle(frame);
                }

                reader.AdvanceTo(buffer.Start, buffer.End);
                if (result.IsCompleted || result.IsCanceled)
                {
                    return;
                }
            }
        }

        static bool TryFrame(ref ReadOnlySequence<byte> buffer, out ReadOnlySequence<byte> frame)
        {
            Span<byte> prefix = stackalloc byte[4];
            frame = default;
            if (buffer.Length < 4)
            {
                return false;
            }

            buffer.Slice(0, 4).CopyTo(prefix);
            var length = BinaryPrimitives.ReadInt32LittleEndian(prefix);
            if (buffer.Length < 4 + length)
            {
                return false;
            }

            frame = buffer.Slice(4, length);
            buffer = buffer.Slice(4 + length);
            return true;
        }

        static void Send(IBufferWriter<byte> writer, ReadOnlySpan<byte> body)
        {
            var prefix = writer.GetSpan(4);
            BinaryPrimitives.WriteInt32LittleEndian(prefix, body.Length);
            writer.Advance(4);
            while (!body.IsEmpty)
            {
                var room = writer.GetSpan();
                var count = Math.Min(room.Length, body.Length);
                body[..count].CopyTo(room);
                writer.Advance(count);
                body = body[count..];
            }
        }
        """));

    /// <summary>A writer struct that keeps its span and asks again when it is full.</summary>
    [Fact]
    public Task BufferedWriter() => Verify.VerifyAnalyzerAsync(Members("""
        ref struct Buffered<TWriter>
            where TWriter : IBufferWriter<byte>
        {
            private TWriter _output;
            private Span<byte> _span;
            private int _pending;

            public Buffered(TWriter output)
            {
                _output = output;
                _span = output.GetSpan();
                _pending = 0;
            }

            public void Commit()
            {
                var pending = _pending;
                if (pending > 0)
                {
                    _pending = 0;
                    _output.Advance(pending);
                }
            }

            public void Write(ReadOnlySpan<byte> source)
            {
                if (_span.Length < source.Length)
                {
                    Grow(source.Length);
                }

                source.CopyTo(_span);
                _pending += source.Length;
                _span = _span.Slice(source.Length);
            }

            private void Grow(int count)
            {
                if (_pending > 0)
                {
                    Commit();
                }

                _span = _output.GetSpan(count);
            }
        }
        """));

    /// <summary>Over-read data is drained synchronously before the next wait.</summary>
    [Fact]
    public Task DrainedByAttempts() => Verify.VerifyAnalyzerAsync(Members("""
        async Task M(PipeReader reader)
        {
            while (true)
            {
                if (!reader.TryRead(out var result))
                {
                    result = await reader.ReadAsync().ConfigureAwait(false);
                }

                var handled = 0;
                var buffer = result.Buffer;
                while (!buffer.IsEmpty)
                {
                    handled += buffer.FirstSpan.Length;
                    buffer = buffer.Slice(buffer.First.Length);
                }

                reader.AdvanceTo(buffer.Start, buffer.End);
                if (handled == 0 && result.IsCompleted)
                {
                    break;
                }
            }
        }
        """));

    /// <summary>Json of unknown length.</summary>
    [Fact]
    public Task JsonInParts() => Verify.VerifyAnalyzerAsync(Members("""
        async Task<int> CountAsync(PipeReader pipe)
        {
            var state = new JsonReaderState();
            var count = 0;
            while (true)
            {
                var result = await pipe.ReadAsync();
                var position = Count(result.Buffer, result.IsCompleted, ref state, ref count);
                pipe.AdvanceTo(position, result.Buffer.End);
                if (result.IsCompleted)
                {
                    return count;
                }
            }
        }

        static SequencePosition Count(ReadOnlySequence<byte> buffer, bool isLast, ref JsonReaderState state, ref int count)
        {
            var reader = new Utf8JsonReader(buffer, isLast, state);
            while (reader.Read())
            {
                count++;
            }

            state = reader.CurrentState;
            return reader.Position;
        }

        async Task WriteAsync(PipeWriter pipe, string[] names)
        {
            await using (var json = new Utf8JsonWriter(pipe))
            {
                json.WriteStartArray();
                foreach (var name in names)
                {
                    json.WriteStringValue(name);
                }

                json.WriteEndArray();
            }

            await pipe.FlushAsync();
        }
        """));

    /// <summary>A reader that hands out one part per call and remembers how far it got.</summary>
    [Fact]
    public Task AcrossCalls() => Verify.VerifyAnalyzerAsync(Members("""
        readonly PipeReader _input = null!;
        SequencePosition _consumed;
        SequencePosition _examined;
        bool _isOpen;

        async ValueTask<ReadResult> ReadAsync()
        {
            if (_isOpen)
            {
                throw new InvalidOperationException();
            }

            var result = await _input.ReadAsync();
            _consumed = result.Buffer.Start;
            _examined = result.Buffer.End;
            _isOpen = true;
            return result;
        }

        void Advance()
        {
            if (!_isOpen)
            {
                return;
            }

            _isOpen = false;
            _input.AdvanceTo(_consumed, _examined);
        }
        """));
}
