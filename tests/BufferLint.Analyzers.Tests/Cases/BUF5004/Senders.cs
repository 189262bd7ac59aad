// Memory that is lent by source: whoever calls the handler takes it back, or fills it again.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF5004;

public class Senders
{
    private const string Pumps = """
        interface IHandler
        {
            void On(ReadOnlyMemory<byte> body);
        }

        static class Pump
        {
            public static void Once(Stream stream, Action<ReadOnlyMemory<byte>> handler)
            {
                var buffer = ArrayPool<byte>.Shared.Rent(64);
                try
                {
                    handler(buffer.AsMemory(0, stream.Read(buffer)));
                }
                finally
                {
                    ArrayPool<byte>.Shared.Return(buffer);
                }
            }

            public static void Fresh(Stream stream, Action<ReadOnlyMemory<byte>> handler)
            {
                var buffer = new byte[64];
                handler(buffer.AsMemory(0, stream.Read(buffer)));
            }

            public static async Task Read(PipeReader reader, Func<ReadOnlySequence<byte>, Task> handler)
            {
                var result = await reader.ReadAsync();
                await handler(result.Buffer);
                reader.AdvanceTo(result.Buffer.End);
            }

            public static void Filled(Stream stream, IHandler handler)
            {
                var buffer = new byte[64];
                int n;
                while ((n = stream.Read(buffer)) > 0)
                {
                    handler.On(buffer.AsMemory(0, n));
                }
            }
        }

        class Client
        {
            readonly byte[] _buffer = new byte[64];
            readonly Func<ReadOnlyMemory<byte>, Task> _onData;

            public Client(Func<ReadOnlyMemory<byte>, Task> onData) => _onData = onData;

            public event Action<ReadOnlyMemory<byte>>? Received;

            public void Raise(Stream stream)
            {
                using var owner = MemoryPool<byte>.Shared.Rent(64);
                Received?.Invoke(owner.Memory[..stream.Read(owner.Memory.Span)]);
            }

            public async Task Run(Stream stream)
            {
                int n;
                while ((n = await stream.ReadAsync(_buffer)) > 0)
                {
                    await _onData(_buffer.AsMemory(0, n));
                }
            }
        }

        """;

    [Fact]
    public Task TakenBack() => Verify.VerifyAnalyzerAsync(Types(Pumps + """
        class C : IHandler
        {
            readonly Queue<ReadOnlyMemory<byte>> _queue = new();
            ReadOnlyMemory<byte> _last;
            ReadOnlySequence<byte> _line;

            void ByALambda(Stream stream) => Pump.Once(stream, body => {|BUF5004:_last = body|});

            Task OfAPipe(PipeReader reader) => Pump.Read(reader, async line =>
            {
                await Task.Yield();
                {|BUF5004:_line = line|};
            });

            void ByAnEvent(Client client)
            {
                client.Received += body => {|BUF5004:_queue.Enqueue(body)|};
                client.Received += Receive;
            }

            private void Receive(ReadOnlyMemory<byte> body)
            {
                {|BUF5004:_last = body.Slice(1)|};
            }

            Client ByAField() => new Client(body =>
            {
                {|BUF5004:_queue.Enqueue(body)|};
                return Task.CompletedTask;
            });

            void IHandler.On(ReadOnlyMemory<byte> body) => {|BUF5004:_queue.Enqueue(body)|};
        }
        """));

    [Fact]
    public Task NotTakenBack() => Verify.VerifyAnalyzerAsync(Types(Pumps + """
        class C : IHandler
        {
            readonly Queue<byte[]> _queue = new();
            ReadOnlyMemory<byte> _last;
            int _count;

            void Fresh(Stream stream) => Pump.Fresh(stream, body => _last = body);

            void Copied(Stream stream) => Pump.Once(stream, body => _last = body.ToArray());

            void Counted(Client client)
            {
                client.Received += body => _count += body.Length;
            }

            Client WaitedFor() => new Client(body => Task.Run(() => Console.WriteLine(body.Span[0])));

            void IHandler.On(ReadOnlyMemory<byte> body) => _queue.Enqueue(body.ToArray());
        }
        """));

    // Who keeps the buffer says so by the result: then it is not given back.
    [Fact]
    public Task HandedOver() => Verify.VerifyAnalyzerAsync(Types("""
        class Client
        {
            public Func<ReadOnlyMemory<byte>, bool> OnData { get; set; } = _ => false;

            public void Run(Stream stream)
            {
                var buffer = ArrayPool<byte>.Shared.Rent(64);
                var isKept = OnData(buffer.AsMemory(0, stream.Read(buffer)));
                if (!isKept)
                {
                    ArrayPool<byte>.Shared.Return(buffer);
                }
            }
        }

        class C
        {
            ReadOnlyMemory<byte> _last;

            void M(Client client) => client.OnData = body =>
            {
                _last = body;
                return true;
            };
        }
        """));

    // One mistake, told at the handler's store and not at the call as well; who keeps by name is not to blame.
    [Fact]
    public Task ToldOnce() => Verify.VerifyAnalyzerAsync(Types("""
        interface ISink
        {
            void On(ReadOnlyMemory<byte> body);
            void SetBuffer(ReadOnlyMemory<byte> body);
        }

        class C : ISink
        {
            public ReadOnlyMemory<byte> Last;
            void ISink.On(ReadOnlyMemory<byte> body) => {|BUF5004:Last = body|};
            void ISink.SetBuffer(ReadOnlyMemory<byte> body) => Last = body;
        }

        class Sender(ISink sink)
        {
            public void Call(int n)
            {
                using var owner = MemoryPool<byte>.Shared.Rent(n);
                sink.On(owner.Memory);
            }

            public void Hand(int n)
            {
                using var owner = MemoryPool<byte>.Shared.Rent(n);
                {|BUF5002:sink.SetBuffer(owner.Memory)|};
            }
        }
        """));

    [Fact]
    public Task MessageOfARelease() => Verify.VerifyAnalyzerAsync(
        Members("""
        ReadOnlyMemory<byte> _last; static void Pump(Action<ReadOnlyMemory<byte>> handler)
        {
            var buffer = ArrayPool<byte>.Shared.Rent(64);
            handler(buffer);
            {|#2:ArrayPool<byte>.Shared.Return(buffer)|};
        }

        void M() => Pump({|#1:body|} => {|#0:_last = body|});
        """),
        Verify.Diagnostic("BUF5004").WithLocation(0).WithLocation(1).WithLocation(2)
            .WithMessage("'_last' keeps 'body', which is lent for the call only: (1) lent as 'body' at line 23, (2) stored at line 23, (3) returned at line 20 in 'Pump'"));

    [Fact]
    public Task MessageOfAFill() => Verify.VerifyAnalyzerAsync(
        Members("""
        ReadOnlyMemory<byte> _last; static void Pump(Stream stream, Action<ReadOnlyMemory<byte>> handler)
        {
            var buffer = new byte[64];
            while (stream.Read({|#2:buffer|}) > 0)
            {
                handler(buffer);
            }
        }

        void M(Stream stream) => Pump(stream, {|#1:body|} => {|#0:_last = body|});
        """),
        Verify.Diagnostic("BUF5004").WithLocation(0).WithLocation(1).WithLocation(2)
            .WithMessage("'_last' keeps 'body', which is lent for the call only: (1) lent as 'body' at line 25, (2) stored at line 25, (3) filled again at line 19 in 'Pump'"));
}
