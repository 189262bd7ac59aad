// A task that one member keeps in a field while another one ends the buffer.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF4003;

public class KeptInFields
{
    [Theory]
    [InlineData("public void Start() => _pending = _stream.ReadAsync(_buffer, 0, 8);")]
    [InlineData("public void Start() { var memory = _buffer.AsMemory(1); var read = _stream.ReadAsync(memory).AsTask(); _pending = read; }")]
    [InlineData("public void Start() { _buffer = ArrayPool<byte>.Shared.Rent(16); _pending = _stream.ReadAsync(_buffer, 0, 8); }")]
    [InlineData("public C() { _pending = _stream.ReadAsync(_buffer, 0, 8); }")]
    [InlineData("public void Start() { _pending = ReadAsync(_buffer); } async Task ReadAsync(byte[] into) { await Task.Yield(); into[0] = 1; }")]
    [InlineData("public void Start() { var local = _buffer; _pending = Task.Run(() => local[0] = 1); }")]
    [InlineData("public void Start() => Begin(_buffer); void Begin(byte[] into) => _pending = _stream.ReadAsync(into, 0, 8);")]
    public async Task BegunByAnotherMember(string start)
    {
        await Verify.VerifyAnalyzerAsync(Device(start, "{|BUF4003:ArrayPool<byte>.Shared.Return(_buffer)|};"));
        await Verify.VerifyAnalyzerAsync(Device(start, "_pending?.Wait(); ArrayPool<byte>.Shared.Return(_buffer);"));
    }

    [Theory]
    [InlineData("_pending.Wait();")]
    [InlineData("_pending.GetAwaiter().GetResult();")]
    [InlineData("if (_pending != null) { _pending.Wait(); }")]
    [InlineData("if (_pending is { } pending) { Task.WaitAll(pending); }")]
    [InlineData("if (!_pending.IsCompleted) { return; }")]
    [InlineData("Stop();")]
    [InlineData("var pending = Interlocked.Exchange(ref _pending, null!); pending.Wait();")]
    [InlineData("Wait(_pending);")]
    [InlineData("_buffer = new byte[8];")]
    public Task WaitedFor(string wait) => Verify.VerifyAnalyzerAsync(Device(
        "public void Start() => _pending = _stream.ReadAsync(_buffer, 0, 8); private void Stop() => _pending.Wait(); static void Wait(Task task) => task.Wait();",
        wait.StartsWith("_buffer =", System.StringComparison.Ordinal) ? wait : wait + " ArrayPool<byte>.Shared.Return(_buffer);"));

    [Theory]
    [InlineData("_cancellation.Cancel();")]
    [InlineData("_stream.Dispose();")]
    [InlineData("Log();")]
    [InlineData("if (_buffer.Length > 8) { return; }")]
    public Task NotWaitedFor(string instead) => Verify.VerifyAnalyzerAsync(Device(
        "readonly CancellationTokenSource _cancellation = new(); public void Start() => _pending = _stream.ReadAsync(_buffer, 0, 8); void Log() => Console.WriteLine();",
        instead + " {|BUF4003:ArrayPool<byte>.Shared.Return(_buffer)|};"));

    [Fact]
    public Task OverWhereTheMemberLeaves() => Verify.VerifyAnalyzerAsync(Device(
        "public async Task RunAsync() { _pending = _stream.ReadAsync(_buffer, 0, 8); await _pending; }",
        "ArrayPool<byte>.Shared.Return(_buffer);"));

    [Fact]
    public Task TheWorkReturnsItself() => Verify.VerifyAnalyzerAsync(Device(
        "public void Start() { _pending = FillAsync(_buffer); _buffer = null!; } static async Task FillAsync(byte[] into) { await Task.Yield(); into[0] = 1; ArrayPool<byte>.Shared.Return(into); }",
        "if (_buffer != null) { ArrayPool<byte>.Shared.Return(_buffer); }"));

    [Fact]
    public Task Guarded() => Verify.VerifyAnalyzerAsync(Types("""
        sealed class UnderOneLock : IDisposable
        {
            readonly object _gate = new(); readonly Stream _stream = Stream.Null; byte[] _buffer = ArrayPool<byte>.Shared.Rent(8); Task? _pending;
            public void Start() { lock (_gate) { _pending = _stream.ReadAsync(_buffer, 0, 8); } }
            public void Dispose() { lock (_gate) { ArrayPool<byte>.Shared.Return(_buffer); _buffer = null!; } }
        }

        sealed class ByAFlag : IDisposable
        {
            bool _isReading; readonly Stream _stream = Stream.Null; byte[] _buffer = ArrayPool<byte>.Shared.Rent(8); Task? _pending;
            public void Start() { _isReading = true; _pending = _stream.ReadAsync(_buffer, 0, 8); }
            public void Dispose() { if (!_isReading) { ArrayPool<byte>.Shared.Return(_buffer); _buffer = null!; } }
        }

        sealed class ByAStopThatWaits : IDisposable
        {
            readonly Stream _stream = Stream.Null; byte[] _buffer = ArrayPool<byte>.Shared.Rent(8); Task _pending = Task.CompletedTask;
            public void Start() => _pending = _stream.ReadAsync(_buffer, 0, 8);
            public async Task StopAsync() => await _pending;
            public void Dispose() { ArrayPool<byte>.Shared.Return(_buffer); _buffer = null!; }
        }

        class ByWhoCallsIt : IDisposable
        {
            readonly Stream _stream = Stream.Null; byte[] _buffer = ArrayPool<byte>.Shared.Rent(8); Task _pending = Task.CompletedTask;
            public void Start() => _pending = _stream.ReadAsync(_buffer, 0, 8);
            public void Dispose() { _pending.Wait(); Dispose(true); }
            protected virtual void Dispose(bool disposing) { ArrayPool<byte>.Shared.Return(_buffer); _buffer = null!; }
        }
        """));

    [Fact]
    public Task OtherBuffersAndTasks() => Verify.VerifyAnalyzerAsync(Types("""
        sealed class Owner : IDisposable
        {
            readonly Stream _stream = Stream.Null; readonly IMemoryOwner<byte> _owner = MemoryPool<byte>.Shared.Rent(8); ValueTask<int> _pending;
            public void Start() => _pending = _stream.ReadAsync(_owner.Memory);
            public void Dispose() => {|BUF4003:_owner.Dispose()|};
        }

        sealed class OwnerAwaited : IAsyncDisposable
        {
            readonly Stream _stream = Stream.Null; readonly IMemoryOwner<byte> _owner = MemoryPool<byte>.Shared.Rent(8); ValueTask<int> _pending;
            public void Start() => _pending = _stream.ReadAsync(_owner.Memory);
            public async ValueTask DisposeAsync() { await _pending.ConfigureAwait(false); _owner.Dispose(); }
        }

        sealed class Listed : IDisposable
        {
            readonly Stream _stream = Stream.Null; byte[] _buffer = ArrayPool<byte>.Shared.Rent(8); readonly List<Task> _pending = new();
            public void Start() => _pending.Add(_stream.ReadAsync(_buffer, 0, 8));
            public void Dispose() => {|BUF4003:ArrayPool<byte>.Shared.Return(_buffer)|};
        }

        sealed class ListedAndWaitedFor : IDisposable
        {
            readonly Stream _stream = Stream.Null; byte[] _buffer = ArrayPool<byte>.Shared.Rent(8); readonly List<Task> _pending = new();
            public void Start() => _pending.Add(_stream.ReadAsync(_buffer, 0, 8));
            public void Dispose() { Task.WaitAll(_pending.ToArray()); ArrayPool<byte>.Shared.Return(_buffer); _buffer = null!; }
        }

        sealed class Grown
        {
            readonly Stream _stream = Stream.Null; readonly MemoryStream _message = new(); Task? _pending;
            public void Flush() => _pending = _stream.WriteAsync(_message.GetBuffer(), 0, 8);
            public void Add(byte one) => {|BUF4003:_message.WriteByte(one)|};
        }

        sealed class Replaced
        {
            readonly Stream _stream = Stream.Null; byte[] _buffer = ArrayPool<byte>.Shared.Rent(8); Task? _pending;
            public void Flush() => _pending = _stream.WriteAsync(_buffer, 0, 8);
            public void Grow()
            {
                var larger = ArrayPool<byte>.Shared.Rent(16);
                _buffer.CopyTo(larger, 0);
                {|BUF4003:ArrayPool<byte>.Shared.Return(_buffer)|};
                _buffer = larger;
            }
        }

        sealed class AnArrayOfTheCollectorReplaced
        {
            readonly Stream _stream = Stream.Null; byte[] _buffer = new byte[8]; Task? _pending;
            public void Flush() => _pending = _stream.WriteAsync(_buffer, 0, 8);
            public void Grow() => Array.Resize(ref _buffer, 16);
        }

        sealed class InAProperty : IDisposable
        {
            readonly Stream _stream = Stream.Null; byte[] _buffer = ArrayPool<byte>.Shared.Rent(8); Task? Pending { get; set; }
            public void Start() => Pending = _stream.ReadAsync(_buffer, 0, 8);
            public void Dispose() => {|BUF4003:ArrayPool<byte>.Shared.Return(_buffer)|};
        }

        sealed class WaitedForATime : IDisposable
        {
            readonly Stream _stream = Stream.Null; byte[] _buffer = ArrayPool<byte>.Shared.Rent(8); Task _pending = Task.CompletedTask;
            public void Start() => _pending = _stream.ReadAsync(_buffer, 0, 8);
            public void Dispose() { _pending.Wait(100); {|BUF4004:ArrayPool<byte>.Shared.Return(_buffer)|}; }
        }

        sealed class WaitedForATimeAndAsked : IDisposable
        {
            readonly Stream _stream = Stream.Null; byte[] _buffer = ArrayPool<byte>.Shared.Rent(8); Task _pending = Task.CompletedTask;
            public void Start() => _pending = _stream.ReadAsync(_buffer, 0, 8);
            public void Dispose() { if (_pending.Wait(100)) { ArrayPool<byte>.Shared.Return(_buffer); _buffer = null!; } }
        }

        sealed class AnotherBuffer : IDisposable
        {
            readonly Stream _stream = Stream.Null; readonly byte[] _buffer = new byte[8]; byte[] _other = ArrayPool<byte>.Shared.Rent(8); Task? _pending;
            public void Start() => _pending = _stream.ReadAsync(_buffer, 0, 8);
            public void Dispose() { ArrayPool<byte>.Shared.Return(_other); _other = null!; }
        }

        sealed class OfTheCollector : IDisposable
        {
            readonly Stream _stream = Stream.Null; byte[]? _buffer = new byte[8]; Task? _pending;
            public void Start() => _pending = _stream.ReadAsync(_buffer!, 0, 8);
            public void Dispose() => _buffer = null;
        }

        sealed class ACopy : IDisposable
        {
            readonly Stream _stream = Stream.Null; byte[] _buffer = ArrayPool<byte>.Shared.Rent(8); Task? _pending;
            public void Start() => _pending = _stream.WriteAsync(_buffer.ToArray(), 0, 8);
            public void Dispose() { ArrayPool<byte>.Shared.Return(_buffer); _buffer = null!; }
        }
        """));

    [Fact]
    public Task InTheSameMember() => Verify.VerifyAnalyzerAsync(Members("""
        Task? _pending; void NotWaitedFor(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            _pending = stream.WriteAsync(a, 0, 8);
            {|BUF4003:ArrayPool<byte>.Shared.Return(a)|};
        }

        async Task WaitedForByAnotherMember(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            _pending = stream.WriteAsync(a, 0, 8);
            await FlushAsync();
            ArrayPool<byte>.Shared.Return(a);
        }

        async Task FlushAsync() => await _pending!;
        """));

    private static string Device(string start, string dispose) => Types($$"""
        class C : IDisposable
        {
            readonly Stream _stream = Stream.Null; byte[] _buffer = ArrayPool<byte>.Shared.Rent(8); Task _pending = Task.CompletedTask;

            {{start}}

            public void Dispose()
            {
                {{dispose}}
                _buffer = null!;
            }
        }
        """);

    /// <summary>What disposes of an object calls what ends its work, unless that cannot be waited for there or somebody else calls it.</summary>
    [Theory]
    [InlineData("public void Stop() => _pending?.Wait(); public void Dispose() => {|BUF4003:ArrayPool<byte>.Shared.Return(_buffer)|};")]
    [InlineData("public void Flush() => _pending?.Wait(); public void Dispose() { _stream.Dispose(); {|BUF4003:ArrayPool<byte>.Shared.Return(_buffer)|}; }")]
    [InlineData("public async Task StopAsync() { if (_pending is not null) { await _pending; } } public void Dispose() { } public async ValueTask DisposeAsync() { await _stream.DisposeAsync(); {|BUF4003:ArrayPool<byte>.Shared.Return(_buffer)|}; }")]
    [InlineData("public void Stop() => _pending?.Wait(); public void Dispose() { Stop(); ArrayPool<byte>.Shared.Return(_buffer); _buffer = null!; }")]
    [InlineData("public void Stop() => _pending?.Wait(); void Close() => Stop(); public void Dispose() { Close(); ArrayPool<byte>.Shared.Return(_buffer); _buffer = null!; }")]
    [InlineData("public void Stop() { _pending?.Wait(); Dispose(); } public void Dispose() { ArrayPool<byte>.Shared.Return(_buffer); _buffer = null!; }")]
    [InlineData("bool _stopped; public void Stop() { _pending?.Wait(); _stopped = true; } public void Dispose() { if (_stopped) { ArrayPool<byte>.Shared.Return(_buffer); _buffer = null!; } }")]
    [InlineData("public async Task StopAsync() { if (_pending is not null) { await _pending; } } public void Dispose() { ArrayPool<byte>.Shared.Return(_buffer); _buffer = null!; }")]
    [InlineData("public void Stop() => _pending?.Wait(); public void Dispose() { } public void Recycle() { ArrayPool<byte>.Shared.Return(_buffer); _buffer = null!; }")]
    public Task Ending(string members) => Verify.VerifyAnalyzerAsync(Types($$"""
        sealed class Reader : IDisposable
        {
            readonly Stream _stream = Stream.Null;
            byte[] _buffer = ArrayPool<byte>.Shared.Rent(8);
            Task? _pending;
            public void Start() => _pending = _stream.ReadAsync(_buffer, 0, 8);
            {{members}}
        }
        """));

    [Fact]
    public Task EndingByContract() => Verify.VerifyAnalyzerAsync(Types("""
        interface IService : IDisposable { void Stop(); }

        sealed class Reader : IService
        {
            readonly Stream _stream = Stream.Null;
            byte[] _buffer = ArrayPool<byte>.Shared.Rent(8);
            Task? _pending;
            public void Start() => _pending = _stream.ReadAsync(_buffer, 0, 8);
            public void Stop() => _pending?.Wait();
            public void Dispose() { ArrayPool<byte>.Shared.Return(_buffer); _buffer = null!; }
        }
        """));

    /// <summary>A task that follows on the work is the work; code that only shares the field was given nothing.</summary>
    [Fact]
    public Task FollowedAndShared() => Verify.VerifyAnalyzerAsync(Types("""
        sealed class Followed : IDisposable
        {
            readonly Stream _stream = Stream.Null;
            byte[] _buffer = ArrayPool<byte>.Shared.Rent(8);
            Task? _pending;
            public void Start() => _pending = _stream.ReadAsync(_buffer, 0, 8).ContinueWith(read => Console.WriteLine(read.Result));
            public void Dispose() => {|BUF4003:ArrayPool<byte>.Shared.Return(_buffer)|};
        }

        sealed class FollowedAndWaitedFor : IDisposable
        {
            readonly Stream _stream = Stream.Null;
            byte[] _buffer = ArrayPool<byte>.Shared.Rent(8);
            Task? _pending;
            public void Start() => _pending = _stream.ReadAsync(_buffer, 0, 8).ContinueWith(read => Console.WriteLine(read.Result));
            public void Dispose() { _pending?.Wait(); ArrayPool<byte>.Shared.Return(_buffer); _buffer = null!; }
        }

        sealed class Shared : IDisposable
        {
            readonly Stream _stream = Stream.Null;
            byte[] _buffer = ArrayPool<byte>.Shared.Rent(8);
            volatile bool _stop;
            Task? _loop;
            public void Start() => _loop = Task.Run(() => { while (!_stop) { _stream.Read(_buffer, 0, 8); } });
            public void Dispose() { _stop = true; ArrayPool<byte>.Shared.Return(_buffer); _buffer = null!; }
        }

        sealed class Given : IDisposable
        {
            readonly Stream _stream = Stream.Null;
            byte[] _buffer = ArrayPool<byte>.Shared.Rent(8);
            volatile bool _stop;
            Task? _loop;

            public void Start()
            {
                var buffer = _buffer;
                _loop = Task.Run(() => { while (!_stop) { _stream.Read(buffer, 0, 8); } });
            }

            public void Dispose() { _stop = true; {|BUF4003:ArrayPool<byte>.Shared.Return(_buffer)|}; }
        }
        """));
}
