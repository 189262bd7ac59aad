// The exact text of every wording, and the places in their order: start, end of the buffer, wait.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF4003;

public class Messages
{
    [Fact]
    public Task AwaitedTooLate() => VerifyAsync(
        """
        async Task M(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var write = {|#1:stream.WriteAsync(a, 0, 8)|};
            {|#0:ArrayPool<byte>.Shared.Return(a)|};
            {|#2:await write|};
        }
        """,
        3,
        "'ArrayPool<byte>.Shared.Return(a)' releases 'a' while 'stream.WriteAsync(a, 0, 8)' may still use it: (1) started at line 19, (2) returned at line 20, (3) awaited only at line 21");

    [Fact]
    public Task EndOfScope() => VerifyAsync(
        """
        ValueTask M(Stream stream)
        {
            using var {|#0:owner = MemoryPool<byte>.Shared.Rent(8)|};
            return {|#1:stream.WriteAsync(owner.Memory)|};
        }
        """,
        2,
        "the end of the scope of 'owner' releases 'owner' while 'stream.WriteAsync(owner.Memory)' may still use it: (1) started at line 19, (2) disposed at the end of its scope, (3) not awaited in this method");

    [Fact]
    public Task MovedByAMethod() => VerifyAsync(
        """
        void M(Stream stream, MemoryStream memory)
        {
            var write = {|#1:stream.WriteAsync(memory.GetBuffer(), 0, 8)|};
            {|#0:Grow(memory)|};
            {|#2:write.Wait()|};
        }

        static void Grow(MemoryStream target) => target.Write(new byte[100]);
        """,
        3,
        "'Grow(memory)' may move the storage of 'memory' while 'stream.WriteAsync(memory.GetBuffer(), 0, 8)' may still use it: (1) started at line 18, (2) moved at line 19: 'Grow' moves 'target', (3) waited for only at line 20");

    [Fact]
    public Task JoinedThread() => VerifyAsync(
        """
        void M()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var thread = new Thread(() => a[0] = 1);
            {|#1:thread.Start()|};
            {|#0:ArrayPool<byte>.Shared.Return(a)|};
            {|#2:thread.Join()|};
        }
        """,
        3,
        "'ArrayPool<byte>.Shared.Return(a)' releases 'a' while 'thread.Start()' may still use it: (1) started at line 20, (2) returned at line 21, (3) joined only at line 22");

    [Fact]
    public Task ResultAskedTooLate() => VerifyAsync(
        """
        int M(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var read = {|#1:stream.ReadAsync(a, 0, 8)|};
            {|#0:ArrayPool<byte>.Shared.Return(a)|};
            return {|#2:read.Result|};
        }
        """,
        3,
        "'ArrayPool<byte>.Shared.Return(a)' releases 'a' while 'stream.ReadAsync(a, 0, 8)' may still use it: (1) started at line 19, (2) returned at line 20, (3) waited for only at line 21");

    [Fact]
    public Task BegunInAMethod() => VerifyAsync(
        """
        void M(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            {|#1:Kick(stream, a)|};
            {|#0:ArrayPool<byte>.Shared.Return(a)|};
        }

        static void Kick(Stream stream, byte[] into) => Begin(stream, into);

        static void Begin(Stream stream, byte[] into) => _ = stream.ReadAsync(into, 0, 8);
        """,
        2,
        "'ArrayPool<byte>.Shared.Return(a)' releases 'a' while 'Kick(stream, a)' may still use it: (1) started at line 19 in 'Begin' in 'Kick', (2) returned at line 20, (3) not awaited in this method");

    [Fact]
    public Task BegunByAnotherMember() => VerifyAsync(
        """
        readonly Stream _stream = Stream.Null; readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(8); Task? _pending;

        public void Start() => _pending = {|#1:_stream.ReadAsync(_buffer, 0, 8)|};

        public void Close() => {|#0:ArrayPool<byte>.Shared.Return(_buffer)|};
        """,
        2,
        "'ArrayPool<byte>.Shared.Return(_buffer)' releases '_buffer' while '_stream.ReadAsync(_buffer, 0, 8)' may still use it: (1) started at line 18 in 'Start', (2) returned at line 20, (3) not awaited in this method");

    [Fact]
    public Task TakenAwayTooLate() => VerifyAsync(
        """
        void M(AppDomain domain)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            EventHandler handler = (_, _) => a[0] = 1;
            {|#1:domain.ProcessExit += handler|};
            {|#0:ArrayPool<byte>.Shared.Return(a)|};
            {|#2:domain.ProcessExit -= handler|};
        }
        """,
        3,
        "'ArrayPool<byte>.Shared.Return(a)' releases 'a' while 'domain.ProcessExit += handler' may still use it: (1) started at line 20, (2) returned at line 21, (3) unsubscribed only at line 22");

    private static Task VerifyAsync(string members, int places, string message)
    {
        var expected = Verify.Diagnostic("BUF4003");
        for (var place = 0; place < places; place++)
        {
            expected = expected.WithLocation(place);
        }

        return Verify.VerifyAnalyzerAsync(Members(members), expected.WithMessage(message));
    }
}
