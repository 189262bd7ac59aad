// Buffers that belong to a thread, held while others may use them on it: reported where they stay in their slot.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF4002.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF4002;

public class ThreadBound
{
    private const string Slots = """
        [ThreadStatic] private static byte[] t_buffer;
        [ThreadStatic] private static StringBuilder t_text;
        private static readonly ThreadLocal<byte[]> Local = new(() => new byte[8]);
        private static readonly AsyncLocal<byte[]> Flowing = new();

        """;

    [Fact]
    public Task InTheirSlot() => Verify.VerifyAnalyzerAsync(Members(Slots + """
        async Task Field(Stream stream)
        {
            var buffer = t_buffer ??= new byte[8];
            {|BUF4002:await stream.FlushAsync()|};
            buffer[0] = 1;
        }

        async Task Value(Stream stream)
        {
            var buffer = Local.Value;
            {|BUF4002:await stream.FlushAsync()|};
            buffer[0] = 1;
        }

        async Task View(Stream stream)
        {
            t_buffer ??= new byte[8];
            var memory = t_buffer.AsMemory();
            {|BUF4002:await stream.WriteAsync(memory)|};
            memory.Span.Clear();
        }

        async Task Text(TextReader reader)
        {
            var text = t_text ??= new StringBuilder();
            text.Append({|BUF4002:await reader.ReadToEndAsync()|});
        }

        async Task NextTurn(Stream stream)
        {
            var buffer = t_buffer ??= new byte[8];
            while ({|BUF4002:await stream.ReadAsync(buffer)|} > 0)
            {
            }
        }

        static byte[] Lent() => t_buffer ??= new byte[8];

        async Task Helped(Stream stream)
        {
            var buffer = Lent();
            {|BUF4002:await stream.FlushAsync()|};
            buffer[0] = 1;
            await stream.FlushAsync();
            buffer[0] = 1;
        }
        """));

    [Fact]
    public Task OfAnotherType() => Verify.VerifyAnalyzerAsync(Types("""
        static class Scratch
        {
            [ThreadStatic] private static byte[] buffer;

            public static byte[] Get()
            {
                if (buffer == null)
                {
                    buffer = new byte[8];
                }

                return buffer;
            }
        }

        class C
        {
            async Task M(Stream stream)
            {
                var buffer = Scratch.Get();
                {|BUF4002:await stream.FlushAsync()|};
                buffer[0] = 1;
            }

            async Task UsedUpBefore(Stream stream)
            {
                var buffer = Scratch.Get();
                buffer[0] = 1;
                await stream.WriteAsync(buffer);
            }
        }
        """));

    [Fact]
    public Task TakenOutOfTheirSlot() => Verify.VerifyAnalyzerAsync(Members(Slots + """
        async Task Emptied(Stream stream)
        {
            var buffer = t_buffer ?? new byte[8];
            t_buffer = null;
            await stream.FlushAsync();
            buffer[0] = 1;
            t_buffer = buffer;
        }

        async Task EmptiedOnOneWay(Stream stream)
        {
            var buffer = t_buffer;
            if (buffer != null)
            {
                t_buffer = null;
            }
            else
            {
                buffer = new byte[8];
            }

            await stream.FlushAsync();
            buffer[0] = 1;
        }

        async Task Exchanged(Stream stream)
        {
            var buffer = Interlocked.Exchange(ref t_buffer, null) ?? new byte[8];
            await stream.FlushAsync();
            buffer[0] = 1;
        }

        async Task EmptiedValue(Stream stream)
        {
            var buffer = Local.Value;
            Local.Value = null;
            await stream.FlushAsync();
            buffer[0] = 1;
        }

        static StringBuilder Acquire()
        {
            var text = t_text;
            if (text == null)
            {
                return new StringBuilder();
            }

            t_text = null;
            return text.Clear();
        }

        async Task Acquired(TextReader reader)
        {
            var text = Acquire();
            text.Append(await reader.ReadToEndAsync());
        }
        """));

    [Fact]
    public Task MarkedAsTaken() => Verify.VerifyAnalyzerAsync(Members("""
        [ThreadStatic] private static byte[] t_buffer;
        [ThreadStatic] private static bool t_isTaken;

        async Task M(Stream stream)
        {
            byte[] buffer;
            if (t_isTaken)
            {
                buffer = new byte[8];
            }
            else
            {
                t_isTaken = true;
                buffer = t_buffer ??= new byte[8];
            }

            await stream.FlushAsync();
            buffer[0] = 1;
        }
        """));

    [Fact]
    public Task EmptiedTooLate() => Verify.VerifyAnalyzerAsync(Members(Slots + """
        async Task EmptiedTooLate(Stream stream)
        {
            var buffer = t_buffer;
            {|BUF4002:await stream.FlushAsync()|};
            buffer[0] = 1;
            t_buffer = null;
        }
        """));

    [Fact]
    public Task NotUsedAfterwards() => Verify.VerifyAnalyzerAsync(Members(Slots + """
        async Task OnlyPassed(Stream stream)
        {
            var buffer = t_buffer ??= new byte[8];
            await stream.WriteAsync(buffer);
        }

        async Task Copied(Stream stream)
        {
            var copy = t_buffer.ToArray();
            await stream.FlushAsync();
            copy[0] = 1;
        }

        async Task TakenAgain(Stream stream)
        {
            var buffer = t_buffer ??= new byte[8];
            buffer[0] = 1;
            await stream.FlushAsync();
            buffer = t_buffer ??= new byte[8];
            buffer[0] = 1;
        }

        async Task OfTheFlow(Stream stream)
        {
            var buffer = Flowing.Value;
            await stream.FlushAsync();
            buffer[0] = 1;
        }
        """));
}
