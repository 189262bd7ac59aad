// Ends of scopes, and code that is handed over and waited for.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF4003;

public class ScopesAndThreads
{
    [Fact]
    public Task EndOfScope() => Verify.VerifyAnalyzerAsync(Members("""
        Task M(Stream stream)
        {
            using var {|BUF4003:owner = MemoryPool<byte>.Shared.Rent(8)|};
            return stream.WriteAsync(owner.Memory).AsTask();
        }

        async Task Awaited(Stream stream)
        {
            using var owner = MemoryPool<byte>.Shared.Rent(8);
            int n;
            while ((n = await stream.ReadAsync(owner.Memory)) > 0)
            {
                await stream.WriteAsync(owner.Memory[..n]);
            }
        }

        async Task Queried(Stream[] streams)
        {
            using var owner = MemoryPool<byte>.Shared.Rent(8);
            var memory = owner.Memory;
            await Task.WhenAll(streams.Select(stream => stream.WriteAsync(memory).AsTask()));
        }

        Task OfTextOfADocument(string text)
        {
            using var document = JsonDocument.Parse(text);
            return PrintAsync(document.RootElement);
        }

        static async Task PrintAsync(JsonElement element)
        {
            var text = element.GetString();
            await Task.Yield();
            Console.WriteLine(text);
        }

        Task OfAPartOfADocument(Stream stream, byte[] text)
        {
            using var {|BUF4003:document = JsonDocument.Parse(text)|};
            return JsonSerializer.SerializeAsync(stream, document.RootElement);
        }
        """));

    [Fact]
    public Task CodeThatIsHandedOver() => Verify.VerifyAnalyzerAsync(Members("""
        async Task M()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var work = Task.Run(() => a[0] = 1);
            {|BUF4003:ArrayPool<byte>.Shared.Return(a)|};
            await work;
        }

        async Task Awaited()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            await Task.Run(() => a[0] = 1);
            ArrayPool<byte>.Shared.Return(a);
        }

        void AThread()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var thread = new Thread(() => a[0] = 1);
            thread.Start();
            {|BUF4003:ArrayPool<byte>.Shared.Return(a)|};
            thread.Join();
        }

        void AThreadThatIsJoined()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var thread = new Thread(() => a[0] = 1);
            thread.Start();
            thread.Join();
            ArrayPool<byte>.Shared.Return(a);
        }

        async Task ATaskOfItsOwn()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var work = new Task(() => a[0] = 1);
            work.Start();
            {|BUF4003:ArrayPool<byte>.Shared.Return(a)|};
            await work;
        }

        void InParallel()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            Parallel.For(0, 8, index => a[index] = 1);
            ArrayPool<byte>.Shared.Return(a);
        }
        """));
}
