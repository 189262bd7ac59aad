// Public methods that start work on memory they are given: the guidelines' own example, and its mended twins.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF5005;

public class Work
{
    [Fact]
    public Task NotWaitedFor() => Verify.VerifyAnalyzerAsync(Members("""
        public static void Log(ReadOnlyMemory<char> message)
        {
            Task.Run(() =>
            {
                using var writer = File.AppendText("log.txt");
                writer.WriteLine({|BUF5005:message|});
            });
        }

        public static void Discarded(Stream stream, ReadOnlyMemory<byte> message)
        {
            _ = stream.WriteAsync({|BUF5005:message|});
        }

        public static void Queued(ReadOnlyMemory<byte> message) => ThreadPool.QueueUserWorkItem(_ => Console.WriteLine({|BUF5005:message|}.Span[0]));
        """));

    [Fact]
    public Task WaitedFor() => Verify.VerifyAnalyzerAsync(Members("""
        public static Task Log(ReadOnlyMemory<char> message)
        {
            return Task.Run(() =>
            {
                using var writer = File.AppendText("log.txt");
                writer.WriteLine(message);
            });
        }

        public static async Task Awaited(Stream stream, ReadOnlyMemory<byte> message)
        {
            await stream.WriteAsync(message);
        }

        public static void Copied(ReadOnlyMemory<char> message)
        {
            var text = message.ToString();
            Task.Run(() => Console.WriteLine(text));
        }

        private static void NotPublic(ReadOnlyMemory<char> message) => Task.Run(() => Console.WriteLine(message.Span[0]));
        """));

    [Fact]
    public Task Message() => Verify.VerifyAnalyzerAsync(
        Members("""
        public static void Log({|#1:ReadOnlyMemory<char> message|}) => Task.Run(() => Console.WriteLine({|#0:message|}.Span[0]));
        """),
        Verify.Diagnostic("BUF5005").WithLocation(0).WithLocation(1)
            .WithMessage("Work that nobody waits for keeps 'message' beyond the call, and nothing says so: (1) came in as 'message' at line 16, (2) handed over at line 16, (3) the caller's again when 'Log' returns"));

    [Fact]
    public Task MessageOfAStore() => Verify.VerifyAnalyzerAsync(
        Members("""
        ReadOnlyMemory<char> _last; public void Log({|#1:ReadOnlyMemory<char> message|}) => {|#0:_last = message|};
        """),
        Verify.Diagnostic("BUF5005").WithLocation(0).WithLocation(1)
            .WithMessage("'_last' keeps 'message' beyond the call, and nothing says so: (1) came in as 'message' at line 16, (2) stored at line 16, (3) the caller's again when 'Log' returns"));
}
