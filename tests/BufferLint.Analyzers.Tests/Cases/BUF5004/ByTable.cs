// Memory that is lent by the contract of a known member.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LentSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF5004;

public class ByTable
{
    [Fact]
    public Task MessageBodies() => Verify.VerifyAnalyzerAsync(OfBroker("""
        class Program
        {
            readonly Queue<ReadOnlyMemory<byte>> _queue = new();
            ReadOnlyMemory<byte> _last;

            void Subscribe(Consumer consumer)
            {
                consumer.Received += (_, args) => {|BUF5004:_queue.Enqueue(args.Body)|};
                consumer.Received += (_, args) =>
                {
                    var body = args.Body;
                    {|BUF5004:_last = body.Slice(1)|};
                };
                consumer.ReceivedAsync += async (_, args) =>
                {
                    await Task.Yield();
                    {|BUF5004:_last = args.Body|};
                };
                var received = new List<ReadOnlyMemory<byte>>();
                consumer.Received += (_, args) => {|BUF5004:received.Add(args.Body)|};
                ReadOnlyMemory<byte> last = default;
                consumer.Received += (_, args) => {|BUF5004:last = args.Body|};
                consumer.Received += On;
            }

            void On(object? sender, BasicDeliverEventArgs args)
            {
                Task.Run(() => Read({|BUF5004:args|}.Body));
            }

            static void Read(ReadOnlyMemory<byte> body) { }
        }

        class Handler : IAsyncBasicConsumer
        {
            ReadOnlyMemory<byte> _last;

            public Task HandleBasicDeliverAsync(string tag, ReadOnlyMemory<byte> body)
            {
                {|BUF5004:_last = body|};
                return Task.CompletedTask;
            }
        }
        """));

    [Fact]
    public Task MessageBodiesLetGo() => Verify.VerifyAnalyzerAsync(OfBroker("""
        class Program
        {
            readonly Queue<byte[]> _queue = new();
            string? _last;
            ulong _tag;

            void Subscribe(Consumer consumer)
            {
                consumer.Received += (_, args) => _queue.Enqueue(args.Body.ToArray());
                consumer.Received += (_, args) => _last = Encoding.UTF8.GetString(args.Body.Span);
                consumer.Received += (_, args) => _tag = args.DeliveryTag;
                consumer.ReceivedAsync += async (_, args) => await Task.Run(() => Read(args.Body));
                consumer.ReceivedAsync += (_, args) => Task.Run(() => Read(args.Body));
                consumer.Received += (_, args) =>
                {
                    var received = new List<ReadOnlyMemory<byte>>();
                    received.Add(args.Body);
                };
            }

            static void Read(ReadOnlyMemory<byte> body) { }
        }
        """));

    /// <summary>Who keeps the object keeps the memory in it.</summary>
    [Fact]
    public Task WholeArguments() => Verify.VerifyAnalyzerAsync(OfBroker("""
        class Program
        {
            readonly Queue<BasicDeliverEventArgs> _queue = new();
            readonly System.Threading.Channels.Channel<BasicDeliverEventArgs> _channel = System.Threading.Channels.Channel.CreateUnbounded<BasicDeliverEventArgs>();
            BasicDeliverEventArgs? _last;
            BasicDeliverEventArgs? _shown;
            object? _state;
            public BasicDeliverEventArgs? Last { get; private set; }

            void Subscribe(Consumer consumer)
            {
                consumer.Received += (_, args) => {|BUF5004:_last = args|};
                consumer.Received += (_, args) => {|BUF5004:_queue.Enqueue(args)|};
                consumer.Received += (_, args) => {|BUF5004:_channel.Writer.TryWrite(args)|};
                consumer.Received += (_, args) => {|BUF5004:Last = args|};
                consumer.Received += (_, args) => {|BUF5004:_state = (args.DeliveryTag, args)|};
                consumer.Received += On;
            }

            void On(object? sender, BasicDeliverEventArgs args)
            {
                {|BUF5004:_shown = args|};
            }

            int Show() => _shown!.Body.Length;
        }

        class ForTheirTags
        {
            readonly List<BasicDeliverEventArgs> _open = new();
            BasicDeliverEventArgs? _last;

            void Subscribe(Consumer consumer)
            {
                consumer.Received += (_, args) =>
                {
                    Console.WriteLine(args.Body.Length);
                    _open.Add(args);
                    _last = args;
                };
            }

            ulong LastTag() => _last!.DeliveryTag;

            IEnumerable<ulong> Tags() => _open.Select(args => args.DeliveryTag);
        }

        class LetGo
        {
            ulong _tag;
            EventArgs? _other;

            void Subscribe(Consumer consumer)
            {
                consumer.Received += (_, args) => { var last = args; Console.WriteLine(last.DeliveryTag); };
                consumer.Received += (_, args) => _tag = args.DeliveryTag;
            }

            void On(object? sender, EventArgs args) => _other = args;
        }
        """));

    [Fact]
    public Task StreamsOfOnesOwn() => Verify.VerifyAnalyzerAsync(LeaseSource.Types("""
        class Capture : MemoryStream
        {
            ReadOnlyMemory<byte> _last;

            public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
            {
                {|BUF5004:_last = buffer|};
                return default;
            }
        }

        class Pending : MemoryStream
        {
            readonly TaskCompletionSource<int> _done = new();
            Memory<byte> _destination;

            // Filled before the task is done.
            public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            {
                _destination = buffer;
                return new ValueTask<int>(_done.Task);
            }

            public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
            {
                await base.WriteAsync(buffer, cancellationToken);
            }
        }
        """));
}
