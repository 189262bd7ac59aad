// What the engine does not see yet of views that are handed out, and what it says in the wrong place. Each case asserts today's behaviour; a change that closes a gap moves the case.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF5001;

public class KnownGaps
{
    // What leaves by a parameter is told where the parameter is declared, not where it is assigned.
    [Fact]
    public Task OutParameters() => Verify.VerifyAnalyzerAsync(Members("""
        void M({|BUF5001:out Memory<byte> data|})
        {
            using var owner = MemoryPool<byte>.Shared.Rent(8);
            data = owner.Memory;
        }
        """));

    // An array that nobody gives back is written again in the next turn: who collects it has the last page many times.
    [Fact]
    public Task PagesThatAreOnlyFilledAgain() => Verify.VerifyAnalyzerAsync(Members("""
        static IEnumerable<Memory<byte>> Pages(Stream stream)
        {
            var page = new byte[4096];
            for (int read; (read = stream.Read(page)) > 0;)
            {
                yield return page.AsMemory(0, read);
            }
        }

        static List<Memory<byte>> All(Stream stream) => Pages(stream).ToList();
        """));

    // Who takes one element has left the iterator, and so released what the element is a view of.
    [Fact]
    public Task OneElement() => Verify.VerifyAnalyzerAsync(Members("""
        static IEnumerable<Memory<byte>> Pages()
        {
            using var owner = MemoryPool<byte>.Shared.Rent(8);
            yield return owner.Memory;
        }

        static Memory<byte> First() => Pages().First();
        """));
}
