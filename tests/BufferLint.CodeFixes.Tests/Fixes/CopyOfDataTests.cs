// Copies of buffers that are longer than their data: of what a stream shows, and of what a pool lent, only the data is taken.
using System.Threading.Tasks;
using Xunit;
using ForWork = BufferLint.CodeFixes.Tests.Fixes.WorkCase<BufferLint.CodeFixes.CopyForOperationFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class CopyOfDataTests
{
    [Fact]
    public Task GivenToWork() => ForWork.Applied(
        """
        class C
        {
            void Sequence(MemoryStream memory, Stream stream)
            {
                var write = Keep(memory.GetBuffer());
                [|memory.WriteByte(1)|];
                write.Wait();
            }

            void Named(MemoryStream memory)
            {
                byte[] shown = memory.GetBuffer();
                var write = Keep(shown);
                [|memory.WriteByte(1)|];
                write.Wait();
            }

            void Filled(Stream source, int n)
            {
                var a = ArrayPool<byte>.Shared.Rent(n);
                int read = source.Read(a, 0, n);
                var write = Keep(a);
                [|ArrayPool<byte>.Shared.Return(a)|];
                write.Wait();
            }

            async Task Memory(Stream source, int n)
            {
                var owner = MemoryPool<byte>.Shared.Rent(n);
                int read = await source.ReadAsync(owner.Memory);
                var write = Keep(owner.Memory);
                [|owner.Dispose()|];
                await write;
            }

            static async Task Keep(ReadOnlyMemory<byte> data)
            {
                await Task.Yield();
                Console.WriteLine(data.Length);
            }
        }
        """,
        """
        class C
        {
            void Sequence(MemoryStream memory, Stream stream)
            {
                var write = Keep(memory.ToArray());
                memory.WriteByte(1);
                write.Wait();
            }

            void Named(MemoryStream memory)
            {
                byte[] shown = memory.GetBuffer();
                var write = Keep(shown.AsSpan(0, (int)memory.Length).ToArray());
                memory.WriteByte(1);
                write.Wait();
            }

            void Filled(Stream source, int n)
            {
                var a = ArrayPool<byte>.Shared.Rent(n);
                int read = source.Read(a, 0, n);
                var write = Keep(a.AsSpan(0, read).ToArray());
                ArrayPool<byte>.Shared.Return(a);
                write.Wait();
            }

            async Task Memory(Stream source, int n)
            {
                var owner = MemoryPool<byte>.Shared.Rent(n);
                int read = await source.ReadAsync(owner.Memory);
                var write = Keep(owner.Memory.Slice(0, read).ToArray());
                owner.Dispose();
                await write;
            }

            static async Task Keep(ReadOnlyMemory<byte> data)
            {
                await Task.Yield();
                Console.WriteLine(data.Length);
            }
        }
        """);

    /// <summary>A number goes along to say how much of it is data.</summary>
    [Fact]
    public Task ToldHowMuch() => ForWork.Applied(
        """
        class C
        {
            void Told(Stream source, Stream target, int n)
            {
                var a = ArrayPool<byte>.Shared.Rent(n);
                int read = source.Read(a, 0, n);
                var write = target.WriteAsync(a, 0, read);
                [|ArrayPool<byte>.Shared.Return(a)|];
                write.Wait();
            }
        }
        """,
        """
        class C
        {
            void Told(Stream source, Stream target, int n)
            {
                var a = ArrayPool<byte>.Shared.Rent(n);
                int read = source.Read(a, 0, n);
                var write = target.WriteAsync(a.AsSpan().ToArray(), 0, read);
                ArrayPool<byte>.Shared.Return(a);
                write.Wait();
            }
        }
        """);
}
