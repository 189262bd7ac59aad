// Ways to wait that are usual and right, by other names than `await` of a variable.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF4003;

public class UsualTasks
{
    [Fact]
    public Task KeptInCollections() => Verify.VerifyAnalyzerAsync(Members("""
        async Task AQueue(Stream[] streams)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var writes = new Queue<Task>();
            foreach (var stream in streams)
            {
                if (writes.Count > 2)
                {
                    await writes.Dequeue();
                }

                writes.Enqueue(stream.WriteAsync(a, 0, 8));
            }

            while (writes.Count > 0)
            {
                await writes.Dequeue();
            }

            ArrayPool<byte>.Shared.Return(a);
        }

        async Task OneByOne(Stream[] streams)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var writes = new List<Task>();
            foreach (var stream in streams)
            {
                writes.Add(stream.WriteAsync(a, 0, 8));
            }

            while (writes.Count > 0)
            {
                var done = await Task.WhenAny(writes);
                writes.Remove(done);
                await done;
            }

            ArrayPool<byte>.Shared.Return(a);
        }

        async Task InATuple(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var (write, _) = (stream.WriteAsync(a, 0, 8), 1);
            await write;
            ArrayPool<byte>.Shared.Return(a);
        }
        """));

    [Fact]
    public Task AwaitedElsewhere() => Verify.VerifyAnalyzerAsync(Types("""
        class C
        {
            private readonly Stream _stream = Stream.Null;
            private readonly Dictionary<int, Task> _writes = new();
            private Task _pending = Task.CompletedTask;

            async Task ByAnotherMember()
            {
                using var owner = MemoryPool<byte>.Shared.Rent(8);
                _pending = _stream.WriteAsync(owner.Memory).AsTask();
                await Finish();
            }

            Task Finish() => _pending;

            async Task ByAHelper()
            {
                using var owner = MemoryPool<byte>.Shared.Rent(8);
                Sync(_stream.WriteAsync(owner.Memory).AsTask());
                await Task.Yield();
            }

            static void Sync(Task task) => task.GetAwaiter().GetResult();

            async Task ByKey(int key)
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                _writes[key] = _stream.WriteAsync(a, 0, 8);
                await Done(key);
                ArrayPool<byte>.Shared.Return(a);
            }

            async Task Done(int key) => await _writes[key];
        }
        """));

    [Fact]
    public Task UnderConditions() => Verify.VerifyAnalyzerAsync(Members("""
        async Task AskedTwice(Stream stream, bool on)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var write = Task.CompletedTask;
            if (on)
            {
                write = stream.WriteAsync(a, 0, 8);
            }

            Console.WriteLine();
            if (on)
            {
                await write;
            }

            ArrayPool<byte>.Shared.Return(a);
        }

        async Task OnlyWhereItIsNotDone(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var write = stream.WriteAsync(a.AsMemory());
            if (!write.IsCompletedSuccessfully)
            {
                await write.ConfigureAwait(false);
            }

            ArrayPool<byte>.Shared.Return(a);
        }

        async Task InTheFinally(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            Task? write = null;
            try
            {
                write = stream.WriteAsync(a, 0, 8);
                Console.WriteLine();
            }
            finally
            {
                if (write is not null)
                {
                    await write;
                }

                ArrayPool<byte>.Shared.Return(a);
            }
        }

        void ReturnedByTheContinuation(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            stream.WriteAsync(a, 0, 8).ContinueWith(_ => ArrayPool<byte>.Shared.Return(a));
        }
        """));

    /// <summary>The older pattern: what <c>Begin…</c> gives is waited for by <c>End…</c>.</summary>
    [Theory]
    [InlineData("var read = file.BeginRead(a, 0, 8, null, null); file.EndRead(read);")]
    [InlineData("var read = file.BeginRead(a, 0, 8, null, null); read.AsyncWaitHandle.WaitOne();")]
    [InlineData("var done = new ManualResetEvent(false); file.BeginWrite(a, 0, 8, write => { file.EndWrite(write); done.Set(); }, null); done.WaitOne();")]
    [InlineData("var read = file.BeginRead(a, 0, 8, null, null); {|BUF4003:ArrayPool<byte>.Shared.Return(a)|}; file.EndRead(read);")]
    [InlineData("file.BeginWrite(a, 0, 8, null, null); {|BUF4003:ArrayPool<byte>.Shared.Return(a)|};")]
    public Task BeginAndEnd(string code) => Verify.VerifyAnalyzerAsync(Members($$"""
        void M(FileStream file)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            {{code}}
            {{(code.Contains("BUF4003") ? string.Empty : "ArrayPool<byte>.Shared.Return(a);")}}
        }
        """));
}
