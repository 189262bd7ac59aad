// BUF4002: what must stay silent. A false positive that was mended stays here for ever, named after its issue.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF4002.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF4002;

public class Silent
{
    [Fact]
    public Task AwaitedWrites() => Verify.VerifyAnalyzerAsync(Members("""
        async Task<byte> TakenAgain(MemoryStream stream, byte[] data)
        {
            var buffer = stream.GetBuffer();
            buffer[0] = 1;
            await stream.WriteAsync(data);
            buffer = stream.GetBuffer();
            return buffer[0];
        }

        async Task Copied(MemoryStream stream, byte[] data)
        {
            var copy = stream.GetBuffer().ToArray();
            await stream.WriteAsync(data);
            copy[0] = 1;
        }

        async Task<int> LengthOnly(MemoryStream stream, byte[] data)
        {
            {|BUF6004:stream.TryGetBuffer(out var segment)|};
            await stream.WriteAsync(data);
            return segment.Count;
        }

        async Task OtherStream(MemoryStream stream, MemoryStream other, byte[] data)
        {
            var buffer = stream.GetBuffer();
            await other.WriteAsync(data);
            buffer[0] = 1;
        }

        async Task OnOneWay(MemoryStream stream, byte[] data)
        {
            var buffer = stream.GetBuffer();
            if (data.Length > 0)
            {
                await stream.WriteAsync(data);
                return;
            }

            buffer[0] = 1;
        }
        """));

    [Fact]
    public Task AwaitedCopiesAndWriters() => Verify.VerifyAnalyzerAsync(Members("""
        async Task CopiedFrom(MemoryStream source, Stream target)
        {
            var buffer = source.GetBuffer();
            await source.CopyToAsync(target);
            buffer[0] = 1;
        }

        async Task WrittenElsewhere(MemoryStream stream, Stream other)
        {
            var writer = new StreamWriter(other);
            var buffer = stream.GetBuffer();
            await writer.WriteAsync("text");
            buffer[0] = 1;
        }
        """));

    [Fact]
    public Task AwaitedMethodsOfOnesOwn() => Verify.VerifyAnalyzerAsync(Members("""
        async Task Field(Stream stream)
        {
            await GrowAsync(stream);
            var memory = _array.AsMemory();
            memory.Span[0] = 1;
        }

        async Task OldArrayOnlyRead(Stream stream)
        {
            var array = _array;
            await GrowAsync(stream);
            Console.Write(array[0]);
        }

        async Task PassedToTheCall(Stream stream)
        {
            var memory = _array.AsMemory();
            await stream.WriteAsync(memory);
        }

        async Task Given(MemoryStream stream, MemoryStream other, byte[] data)
        {
            var buffer = stream.GetBuffer();
            var count = await AppendAsync(other, data);
            buffer[count] = 1;
        }
        """));

    [Fact]
    public Task NextTurns() => Verify.VerifyAnalyzerAsync(Members("""
        async Task Written(MemoryStream stream, byte[] data)
        {
            for (var i = 0; i < 4; i++)
            {
                var buffer = stream.GetBuffer();
                buffer[i] = 1;
                await stream.WriteAsync(data);
            }
        }
        """));

    [Fact]
    public Task AwaitedReleases() => Verify.VerifyAnalyzerAsync(Members("""
        async Task Field(Stream stream)
        {
            var memory = _owner.Memory;
            memory.Span[0] = 1;
            await ReleaseAsync(stream);
        }

        async Task Copied(Stream stream)
        {
            var copy = _owner.Memory.ToArray();
            await ReleaseAsync(stream);
            copy[0] = 1;
        }
        """));

    [Fact]
    public Task OtherRulesSpeak() => Verify.VerifyAnalyzerAsync(Members("""
        async Task ResizedBetween(MemoryStream stream, byte[] data)
        {
            var buffer = stream.GetBuffer();
            {|BUF1001:stream.Write(data)|};
            await Task.Yield();
            buffer[0] = 1;
        }

        async Task ResizedByAnArgument(MemoryStream stream, Stream other, byte[] data)
        {
            var buffer = stream.GetBuffer();
            await other.WriteAsync({|BUF1001:Append(stream, data)|});
            buffer[0] = 1;
        }

        static byte[] Append(MemoryStream stream, byte[] data)
        {
            stream.Write(data);
            return data;
        }

        async Task StartedFirst(MemoryStream stream, byte[] data)
        {
            var buffer = stream.GetBuffer();
            var write = {|BUF1001:stream.WriteAsync(data)|};
            await write;
            buffer[0] = 1;
        }

        async Task UsedByTheCall(Stream stream)
        {
            var memory = _array.AsMemory();
            await {|BUF1001:GrowAndUseAsync(memory)|};
        }

        async Task GrowAndUseAsync(Memory<byte> memory)
        {
            Array.Resize(ref _array, 8);
            await Task.Yield();
            memory.Span[0] = 1;
        }

        async Task Flushed(PipeWriter writer)
        {
            var memory = writer.GetMemory(4);
            await writer.FlushAsync();
            {|BUF1002:memory.Span|}[0] = 1;
        }

        async Task TheOwnerItself(Stream stream)
        {
            var array = ArrayPool<byte>.Shared.Rent(8);
            await ReturnAsync(stream, array);
            {|BUF2001:array[0] = 1|};
        }

        static async Task ReturnAsync(Stream stream, byte[] array)
        {
            await stream.WriteAsync(array);
            ArrayPool<byte>.Shared.Return(array);
        }
        """));
}
