// Work that begins in a callee, a handler or another member: there is no task to await where its buffer ends.
using System.Threading.Tasks;
using Xunit;
using Await = BufferLint.CodeFixes.Tests.Fixes.WorkCase<BufferLint.CodeFixes.AwaitFirstFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public class BegunElsewhereFixesTests
{
    /// <summary>What begins in a method that gives no task, in a handler, or in another member has nothing to await there.</summary>
    [Fact]
    public Task NoAwaitOfWhatGivesNoTask() => Await.NotOffered(
        """
        class C
        {
            readonly Stream _stream = Stream.Null; readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(8); Task? _pending;

            void Start() => _pending = _stream.ReadAsync(_buffer, 0, 8);

            async Task CloseAsync()
            {
                await _stream.FlushAsync();
                [|ArrayPool<byte>.Shared.Return(_buffer)|];
            }

            async Task InAMethod(Stream stream)
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                Kick(stream, a);
                [|ArrayPool<byte>.Shared.Return(a)|];
                await Task.Yield();
            }

            static void Kick(Stream stream, byte[] into) => _ = stream.ReadAsync(into, 0, 8);

            async Task Handled(AppDomain domain)
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                EventHandler handler = (_, _) => a[0] = 1;
                domain.ProcessExit += handler;
                [|ArrayPool<byte>.Shared.Return(a)|];
                domain.ProcessExit -= handler;
                await Task.Yield();
            }
        }
        """);
}
