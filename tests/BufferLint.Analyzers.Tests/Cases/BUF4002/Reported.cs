// BUF4002: what must be reported. Each case has a twin of the same name in Silent.cs.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF4002.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF4002;

public class Reported
{
    [Fact]
    public Task AwaitedWrites() => Verify.VerifyAnalyzerAsync(Members("""
        async Task<byte> Whole(MemoryStream stream, byte[] data)
        {
            var buffer = stream.GetBuffer();
            {|BUF4002:await stream.WriteAsync(data)|};
            return buffer[0];
        }

        async Task Segment(MemoryStream stream, byte[] data)
        {
            {|BUF6004:stream.TryGetBuffer(out var segment)|};
            {|BUF4002:await stream.WriteAsync(data, 0, 4).ConfigureAwait(false)|};
            segment[0] = 1;
        }

        async Task Derived(MemoryStream stream, byte[] data)
        {
            var memory = stream.GetBuffer().AsMemory(2);
            {|BUF4002:await stream.WriteAsync(data)|};
            memory.Span[0] = 1;
        }

        async Task Sequence(MemoryStream stream, byte[] data)
        {
            var sequence = new ReadOnlySequence<byte>(stream.GetBuffer(), 0, 3);
            {|BUF4002:await stream.WriteAsync(data)|};
            Console.Write(sequence.ToArray());
        }

        async Task AsTask(MemoryStream stream, ReadOnlyMemory<byte> data)
        {
            var buffer = stream.GetBuffer();
            {|BUF4002:await stream.WriteAsync(data).AsTask()|};
            buffer[0] = 1;
        }
        """));

    [Fact]
    public Task AwaitedCopiesAndWriters() => Verify.VerifyAnalyzerAsync(Members("""
        async Task Copied(Stream source, MemoryStream target)
        {
            var buffer = target.GetBuffer();
            {|BUF4002:await source.CopyToAsync(target)|};
            buffer[0] = 1;
        }

        async Task Written(MemoryStream stream)
        {
            var writer = new StreamWriter(stream);
            var buffer = stream.GetBuffer();
            {|BUF4002:await writer.WriteAsync("text")|};
            await writer.FlushAsync();
            buffer[0] = 1;
        }

        async Task All(MemoryStream stream, byte[] data)
        {
            var buffer = stream.GetBuffer();
            {|BUF4002:await Task.WhenAll(stream.WriteAsync(data, 0, 4), Task.Delay(1))|};
            buffer[0] = 1;
        }
        """));

    [Fact]
    public Task AwaitedMethodsOfOnesOwn() => Verify.VerifyAnalyzerAsync(Members("""
        async Task Field(Stream stream)
        {
            var memory = _array.AsMemory();
            {|BUF4002:await GrowAsync(stream)|};
            memory.Span[0] = 1;
        }

        async Task OldArray(Stream stream)
        {
            var array = _array;
            {|BUF4002:await GrowAsync(stream)|};
            array[0] = 1;
        }

        async Task Given(MemoryStream stream, byte[] data)
        {
            var buffer = stream.GetBuffer();
            var count = {|BUF4002:await AppendAsync(stream, data)|};
            buffer[count] = 1;
        }

        async Task Local(MemoryStream stream, byte[] data)
        {
            var buffer = stream.GetBuffer();
            {|BUF4002:await Append()|};
            buffer[0] = 1;

            async Task Append()
            {
                await Task.Yield();
                stream.Write(data);
            }
        }
        """));

    [Fact]
    public Task OnceWhereTheOldArrayIsReturned() => Verify.VerifyAnalyzerAsync(Types("""
        class C
        {
            private byte[] _array = ArrayPool<byte>.Shared.Rent(8);

            async Task View(Stream stream)
            {
                var memory = _array.AsMemory();
                {|BUF4002:await RenewAsync(stream)|};
                memory.Span[0] = 1;
            }

            async Task Name(Stream stream)
            {
                var array = _array;
                {|BUF4002:await RenewAsync(stream)|};
                array[0] = 1;
            }

            private async Task RenewAsync(Stream stream)
            {
                await stream.FlushAsync();
                var old = _array;
                _array = ArrayPool<byte>.Shared.Rent(16);
                old.CopyTo(_array, 0);
                ArrayPool<byte>.Shared.Return(old);
            }
        }
        """));

    [Fact]
    public Task NextTurns() => Verify.VerifyAnalyzerAsync(Members("""
        async Task Written(MemoryStream stream, byte[] data)
        {
            var buffer = stream.GetBuffer();
            for (var i = 0; i < 4; i++)
            {
                buffer[i] = 1;
                {|BUF4002:await stream.WriteAsync(data)|};
            }
        }
        """));

    [Fact]
    public Task AwaitedReleases() => Verify.VerifyAnalyzerAsync(Members("""
        async Task Field(Stream stream)
        {
            var memory = _owner.Memory;
            {|BUF4002:await ReleaseAsync(stream)|};
            memory.Span[0] = 1;
            memory.Span[1] = 1;
        }

        async Task Rented(Stream stream)
        {
            var array = ArrayPool<byte>.Shared.Rent(8);
            var memory = array.AsMemory(0, 8);
            {|BUF4002:await ReturnAsync(stream, array)|};
            memory.Span.Clear();
        }

        static async Task ReturnAsync(Stream stream, byte[] array)
        {
            await stream.WriteAsync(array);
            ArrayPool<byte>.Shared.Return(array);
        }
        """));

    /// <summary>What an own async method does is done by the time its task is awaited.</summary>
    [Fact]
    public Task TakenWhileTheMethodRuns() => Verify.VerifyAnalyzerAsync(Members("""
        async Task M(Stream stream)
        {
            var grow = GrowAsync(stream);
            var memory = _array.AsMemory();
            {|BUF4002:await grow|};
            memory.Span[0] = 1;
        }

        async Task UsedWhileItRuns(Stream stream)
        {
            var memory = _array.AsMemory();
            var grow = GrowAsync(stream);
            memory.Span[0] = 1;
            await grow;
        }
        """));
}
