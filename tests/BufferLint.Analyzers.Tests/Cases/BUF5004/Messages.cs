// The exact text of every wording, and the places in their order: the store, and where the memory came in.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LentSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF5004;

public class Messages
{
    [Fact]
    public Task InAField() => VerifyAsync(
        Annotated("""
        ReadOnlyMemory<byte> _last; void On({|#1:[Lent] ReadOnlyMemory<byte> body|})
        {
            {|#0:_last = body|};
        }
        """),
        "'_last' keeps 'body', which is lent for the call only: (1) lent as 'body' at line 17, (2) stored at line 19, (3) taken back when 'On' returns");

    [Fact]
    public Task InWork() => VerifyAsync(
        Annotated("""
        async Task On({|#1:[Lent] ReadOnlyMemory<byte> body|})
        {
            await Task.Yield();
            _ = Task.Run(() => Console.WriteLine({|#0:body|}.Span[0]));
        }
        """),
        "Work that nobody waits for keeps 'body', which is lent for the call only: (1) lent as 'body' at line 17, (2) handed over at line 20, (3) taken back when 'On' is done");

    [Fact]
    public Task OfAnObject() => VerifyAsync(
        OfBroker("""
        class C
        {
            void M(Consumer consumer, List<ReadOnlyMemory<byte>> all) => consumer.Received += (_, {|#1:args|}) => {|#0:all.Add(args.Body)|};
        }
        """),
        "'all.Add(args.Body)' keeps 'args.Body', which is lent for the call only: (1) lent as 'args.Body' at line 17, (2) stored at line 17, (3) taken back when the lambda returns");

    [Fact]
    public Task InASetter() => VerifyAsync(
        OfBroker("""
        class C
        {
            readonly List<int> _seen = new();
            ReadOnlyMemory<byte> _last;

            BasicDeliverEventArgs Last
            {
                {|#1:set
                {
                    foreach (ref var item in CollectionsMarshal.AsSpan(_seen))
                    {
                        item++;
                    }

                    _seen.Add(1);
                    {|#0:_last = value.Body|};
                }|}
            }
        }
        """),
        "'_last' keeps 'value.Body', which is lent for the call only: (1) lent as 'value.Body' at line 22, (2) stored at line 30, (3) taken back when 'Last' returns");

    private static Task VerifyAsync(string source, string message) =>
        Verify.VerifyAnalyzerAsync(source, Verify.Diagnostic("BUF5004").WithLocation(0).WithLocation(1).WithMessage(message));
}
