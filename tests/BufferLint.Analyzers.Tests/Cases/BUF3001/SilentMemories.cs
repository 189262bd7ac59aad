// Memories, sequences and the arrays behind them. What must stay silent.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF3001;

public class SilentMemories
{
    [Fact]
    public Task AsmemoryOwn() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(byte[] a)
            {
                ReadOnlyMemory<byte> m = a;
                var w = MemoryMarshal.AsMemory(m);
                w.Span[0] = 1;
            }
        }
        """));

    [Fact]
    public Task TrygetarrayRead() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static byte F(ReadOnlyMemory<byte> m)
            {
                if (MemoryMarshal.TryGetArray(m, out ArraySegment<byte> seg)) return seg.Array[seg.Offset];
                return 0;
            }
        }
        """));

    [Fact]
    public Task OwnRent() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(ReadOnlySpan<byte> src)
            {
                byte[] b = ArrayPool<byte>.Shared.Rent(10);
                ReadOnlyMemory<byte> m = b.AsMemory(0, 10);
                MemoryMarshal.AsMemory(m).Span[0] = 1;
                ArrayPool<byte>.Shared.Return(b);
            }
        }
        """));

    [Fact]
    public Task MemoryParam() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(Memory<byte> w)
            {
                ReadOnlyMemory<byte> s = w;
                MemoryMarshal.AsMemory(s).Span.Clear();
            }
        }
        """));

    [Fact]
    public Task RomPropOwnArray() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            byte[] _b = new byte[3]; ReadOnlyMemory<byte> A => _b;
            public void F()
            {
                var raw = MemoryMarshal.AsMemory(A);
                raw.Span.Fill(3);
            } }
        """));

    [Fact]
    public Task ForeachRead() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static int F(ReadOnlyMemory<byte> m)
            {
                int n = 0;
                foreach (ref var b in MemoryMarshal.AsMemory(m).Span) n += b;
                return n;
            }
        }
        """));

    [Fact]
    public Task OverwrittenAlways() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(bool x, ReadOnlyMemory<byte> m)
            {
                var s = MemoryMarshal.AsMemory(m).Span;
                int n = s.Length;
                s = new byte[n];
                s[0] = 1;
            }
        }
        """));

    [Fact]
    public Task CopyFirst() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(ReadOnlyMemory<byte> m)
            {
                var s = m.ToArray();
                s[0] = 1;
            }
        }
        """));

    [Fact]
    public Task CopyOfCast() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(ReadOnlyMemory<byte> m)
            {
                var s = MemoryMarshal.AsMemory(m).ToArray();
                s[0] = 1;
            }
        }
        """));

    [Fact]
    public Task TrygetarrayStreamWrite() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(Stream st, ReadOnlyMemory<byte> m)
            {
                if (MemoryMarshal.TryGetArray(m, out var seg)) st.Write(seg.Array!, seg.Offset, seg.Count);
            }
        }
        """));
}
