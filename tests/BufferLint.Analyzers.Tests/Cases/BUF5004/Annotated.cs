// Memory that an attribute says is lent.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LentSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF5004;

public class Annotated
{
    [Fact]
    public Task Setters() => VerifyAsync("""
        ReadOnlyMemory<byte> Kept { [param: Lent] set { {|BUF5004:_last = value|}; } }

        ReadOnlyMemory<byte> Copied { [param: Lent] set => _last = value.ToArray(); }

        ReadOnlyMemory<byte> Undeclared { set => _last = value; }
        """);

    [Fact]
    public Task Kept() => VerifyAsync("""
        void InAField([Lent] ReadOnlyMemory<byte> body)
        {
            {|BUF5004:_last = body|};
        }

        void APart([Lent] ReadOnlyMemory<byte> body)
        {
            var rest = body.Slice(1);
            if (rest.Length > 4)
            {
                {|BUF5004:_last = rest|};
            }
        }

        void InACollection([Lent] ReadOnlyMemory<byte> body) => {|BUF5004:_all.Add(body)|};

        void UnderAKey(string key, [Lent] ReadOnlyMemory<byte> body) => {|BUF5004:_byKey[key] = body|};

        void InAnObject([Lent] ReadOnlyMemory<byte> body) => {|BUF5004:_message = new Message(1, body)|};

        void InAnObjectOfACollection([Lent] ReadOnlyMemory<byte> body)
        {
            var message = new Message(2, body);
            {|BUF5004:_queue.Enqueue(message)|};
        }

        void InATuple([Lent] ReadOnlyMemory<byte> body) => {|BUF5004:_pair = (3, body)|};

        void ByAHelper([Lent] ReadOnlyMemory<byte> body)
        {
            {|BUF5004:Keep(body)|};
        }

        void ByAMethodThatSaysSo([Lent] ReadOnlyMemory<byte> body)
        {
            {|BUF5004:Attach(body)|};
        }

        void InACallback([Lent] ReadOnlyMemory<byte> body) => {|BUF5004:_later = () => Read(body)|};

        void InAnObjectThatCameIn(C other, [Lent] ReadOnlyMemory<byte> body) => {|BUF5004:other._last = body|};

        async Task WhenTheTaskIsDone([Lent] ReadOnlyMemory<byte> body)
        {
            await Task.Yield();
            {|BUF5004:_last = body|};
        }

        Task WhenItIsDoneAtOnce([Lent] ReadOnlyMemory<byte> body)
        {
            {|BUF5004:_last = body|};
            return Task.CompletedTask;
        }
        """);

    [Fact]
    public Task NotKept() => VerifyAsync("""
        void Copied([Lent] ReadOnlyMemory<byte> body)
        {
            _last = body.ToArray();
            _all.Add(body.Slice(1).ToArray());
        }

        void Emptied([Lent] ReadOnlyMemory<byte> body)
        {
            _last = body;
            try
            {
                Parse();
            }
            finally
            {
                _last = default;
            }
        }

        void TakenOutAgain([Lent] ReadOnlyMemory<byte> body)
        {
            _all.Add(body);
            Parse();
        }

        void InALocal([Lent] ReadOnlyMemory<byte> body)
        {
            var all = new List<ReadOnlyMemory<byte>>();
            all.Add(body);
            Read(all[0]);
        }

        Message Returned([Lent] ReadOnlyMemory<byte> body) => new Message(1, body);

        void GivenBack([Lent] ReadOnlyMemory<byte> body, out ReadOnlyMemory<byte> rest) => rest = body.Slice(1);

        void ANumber([Lent] ReadOnlyMemory<byte> body) => _length = body.Length;

        // The caller waits for the task, and the memory is lent for as long.
        Task UntilTheTaskIsDone([Lent] ReadOnlyMemory<byte> body)
        {
            _last = body;
            return _done.Task;
        }

        void Annotated([Keeps] ReadOnlyMemory<byte> body) => _last = body;

        private void NobodySays(ReadOnlyMemory<byte> body) => _last = body;

        void Replaced([Lent] ReadOnlyMemory<byte> body)
        {
            body = body.ToArray();
            _last = body;
        }
        """);

    [Fact]
    public Task InWork() => VerifyAsync("""
        void Run([Lent] ReadOnlyMemory<byte> body)
        {
            Task.Run(() => Read({|BUF5004:body|}));
        }

        void Discarded([Lent] ReadOnlyMemory<byte> body)
        {
            _ = ReadAsync({|BUF5004:body|});
        }

        void Queued([Lent] ReadOnlyMemory<byte> body) => ThreadPool.QueueUserWorkItem(_ => Read({|BUF5004:body|}));

        void OnAThread([Lent] ReadOnlyMemory<byte> body) => new Thread(() => Read({|BUF5004:body|})).Start();

        async Task InAChannel([Lent] ReadOnlyMemory<byte> body)
        {
            await {|BUF5004:_channel.Writer.WriteAsync(body)|};
        }
        """);

    [Fact]
    public Task InWorkThatIsWaitedFor() => VerifyAsync("""
        async Task Awaited([Lent] ReadOnlyMemory<byte> body)
        {
            await Task.Run(() => Read(body));
            await ReadAsync(body);
        }

        Task Returned([Lent] ReadOnlyMemory<byte> body) => Task.Run(() => Read(body));

        void Waited([Lent] ReadOnlyMemory<byte> body)
        {
            var work = Task.Run(() => Read(body));
            Parse();
            work.Wait();
        }

        void Copied([Lent] ReadOnlyMemory<byte> body)
        {
            var copy = body.ToArray();
            Task.Run(() => Read(copy));
        }

        void OfALength([Lent] ReadOnlyMemory<byte> body)
        {
            Task.Run(() => Console.WriteLine(body.Length));
        }
        """);

    [Fact]
    public Task SaidElsewhere() => Verify.VerifyAnalyzerAsync(AnnotatedTypes("""
        interface IHandler
        {
            void On([Lent] ReadOnlyMemory<byte> body);
        }

        abstract class Base
        {
            protected abstract void On(int id, [Lent] ReadOnlyMemory<byte> body);
        }

        delegate void Handler([Lent] ReadOnlyMemory<byte> body);

        class Message
        {
            [Lent] public ReadOnlyMemory<byte> Body { get; set; }
            public ReadOnlyMemory<byte> Own { get; set; }
        }

        class Implicit : IHandler
        {
            ReadOnlyMemory<byte> _last;
            public void On(ReadOnlyMemory<byte> body) => {|BUF5004:_last = body|};
        }

        class Explicit : IHandler
        {
            ReadOnlyMemory<byte> _last;
            void IHandler.On(ReadOnlyMemory<byte> body) => {|BUF5004:_last = body|};
            internal void On(ReadOnlyMemory<byte> body) => _last = body;
        }

        class Derived : Base
        {
            ReadOnlyMemory<byte> _last;
            protected override void On(int id, ReadOnlyMemory<byte> body) => {|BUF5004:_last = body|};
        }

        class Lambdas
        {
            ReadOnlyMemory<byte> _last;
            void Handle(Handler handler) { }
            void ByDelegate() => Handle(body => {|BUF5004:_last = body|});
            void Copied() => Handle(body => _last = body.ToArray());
            void ByObject(Message message) => {|BUF5004:_last = message.Body|};
            void Own(Message message) => _last = message.Own;
        }
        """));

    private static Task VerifyAsync(string members) => Verify.VerifyAnalyzerAsync(Annotated("""
        sealed record Message(int Id, ReadOnlyMemory<byte> Body);

        readonly List<ReadOnlyMemory<byte>> _all = new();
        readonly Dictionary<string, ReadOnlyMemory<byte>> _byKey = new();
        readonly Queue<Message> _queue = new();
        readonly Channel<ReadOnlyMemory<byte>> _channel = Channel.CreateUnbounded<ReadOnlyMemory<byte>>();
        readonly TaskCompletionSource _done = new();
        ReadOnlyMemory<byte> _last;
        (int, ReadOnlyMemory<byte>) _pair;
        Message? _message;
        Action? _later;
        int _length;

        void Keep(ReadOnlyMemory<byte> body) => _last = body;

        void Attach([Keeps] ReadOnlyMemory<byte> body) { }

        void Parse() { }

        static void Read(ReadOnlyMemory<byte> body) { }

        static async Task ReadAsync(ReadOnlyMemory<byte> body)
        {
            await Task.Yield();
            Read(body);
        }

        """ + "\n" + members));
}
