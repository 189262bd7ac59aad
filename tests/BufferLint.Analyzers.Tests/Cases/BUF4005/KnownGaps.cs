// BUF4005: what is known to be answered wrongly today, each with its reason. A case that turns right moves away from here.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF4005.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF4005;

public class KnownGaps
{
    // Who changes a field is read from the source of its type by name: what a buffer of the program's own does, nobody asks.
    [Fact]
    public Task BuffersOfOnesOwn() => Verify.VerifyAnalyzerAsync(Types("""
        class Bytes
        {
            private byte[] _items = new byte[4];

            public Memory<byte> Memory => _items;

            public void Grow() => Array.Resize(ref _items, 2 * _items.Length);
        }

        class C
        {
            private readonly Bytes _bytes = new();

            public void Add() => _bytes.Grow();

            public async Task M(Stream stream)
            {
                var memory = _bytes.Memory;
                await stream.FlushAsync();
                memory.Span[0] = 1;
            }
        }
        """));
}
