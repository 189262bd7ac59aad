// Memories, sequences and the arrays behind them. Reported; each has a twin of nearly the same name in SilentMemories.cs.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF3001;

public class Memories
{
    [Fact]
    public Task Asmemory() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(ReadOnlyMemory<byte> m)
            {
                var w = MemoryMarshal.AsMemory(m);
                {|BUF3001:w.Span[0] = 1|};
            }
        }
        """));

    [Fact]
    public Task Trygetarray() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(ReadOnlyMemory<byte> m)
            {
                if (MemoryMarshal.TryGetArray(m, out ArraySegment<byte> seg)) {|BUF3001:seg.Array[seg.Offset] = 1|};
            }
        }
        """));

    [Fact]
    public Task StreamReadInto() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(Stream st, ReadOnlyMemory<byte> m)
            {
                st.Read({|BUF3001:MemoryMarshal.AsMemory(m).Span|});
            }
        }
        """));

    [Fact]
    public Task Copyto() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(byte[] st, ReadOnlyMemory<byte> m)
            {
                st.CopyTo({|BUF3001:MemoryMarshal.AsMemory(m)|});
            }
        }
        """));

    [Fact]
    public Task Join() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(bool b, byte[] own, ReadOnlyMemory<byte> m)
            {
                ReadOnlyMemory<byte> x = b ? own : m;
                {|BUF3001:MemoryMarshal.AsMemory(x).Span[0] = 1|};
            }
        }
        """));

    [Fact]
    public Task Pin() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(ReadOnlyMemory<byte> m)
            {
                using var h = m.Pin();
                {|BUF3001:((byte*)h.Pointer)[0] = 1|};
            }
        }
        """));

    [Fact]
    public Task Slice() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(ReadOnlyMemory<byte> m)
            {
                var s = MemoryMarshal.AsMemory(m).Slice(2).Span;
                s = s[1..];
                {|BUF3001:s[0] = 1|};
            }
        }
        """));

    [Fact]
    public Task Random() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(ReadOnlyMemory<byte> m)
            {
                Random.Shared.NextBytes({|BUF3001:MemoryMarshal.AsMemory(m).Span|});
            }
        }
        """));

    [Fact]
    public Task RomField() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            ReadOnlyMemory<byte> _a;
            public void F()
            {
                var raw = MemoryMarshal.AsMemory(_a);
                {|BUF3001:raw.Span.Fill(3)|};
            } }
        """));

    [Fact]
    public Task RefStructWrapper() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public ref struct W { public Span<byte> S; public W(Span<byte> s) { S = s; } public void Put(byte b) { S[0] = b; } }
            public static void F(ReadOnlyMemory<byte> m)
            {
                var w = new W(MemoryMarshal.AsMemory(m).Span);
                {|BUF3001:w.S[0] = 1|};
            }
        }
        """));

    [Fact]
    public Task RefStructWrapperMethod() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public ref struct W { public Span<byte> S; public W(Span<byte> s) { S = s; } public void Put(byte b) { S[0] = b; } }
            public static void F(ReadOnlyMemory<byte> m)
            {
                var w = new W(MemoryMarshal.AsMemory(m).Span);
                {|BUF3001:w.Put(1)|};
            }
        }
        """));

    [Fact]
    public Task Tuple() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(ReadOnlyMemory<byte> m)
            {
                var (a, n) = (MemoryMarshal.AsMemory(m), 1);
                {|BUF3001:a.Span[n] = 1|};
            }
        }
        """));

    [Fact]
    public Task Lambda() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static Action F(ReadOnlyMemory<byte> m)
            {
                return () => {|BUF3001:MemoryMarshal.AsMemory(m).Span[0] = 1|};
            }
        }
        """));

    [Fact]
    public Task Loop() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(ReadOnlyMemory<byte> m)
            {
                var s = MemoryMarshal.AsMemory(m).Span;
                for (int i = 0; i < s.Length; i++) {|BUF3001:s[i] ^= 3|};
            }
        }
        """));

    [Fact]
    public Task ForeachRef() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(ReadOnlyMemory<byte> m)
            {
                foreach (ref var b in MemoryMarshal.AsMemory(m).Span) {|BUF3001:b = 0|};
            }
        }
        """));

    [Fact]
    public Task ConditionalOverwritten() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(bool x, ReadOnlyMemory<byte> m)
            {
                var s = MemoryMarshal.AsMemory(m).Span;
                if (x) s = new byte[4];
                {|BUF3001:s[0] = 1|};
            }
        }
        """));

    [Fact]
    public Task Readonlysequence() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(ReadOnlySequence<byte> q)
            {
                {|BUF3001:MemoryMarshal.AsMemory(q.First).Span[0] = 1|};
            }
        }
        """));

    [Fact]
    public Task SequenceForeach() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(ReadOnlySequence<byte> q)
            {
                foreach (var m in q) {|BUF3001:MemoryMarshal.AsMemory(m).Span[0] = 1|};
            }
        }
        """));

    [Fact]
    public Task TrygetarrayAsspan() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(ReadOnlyMemory<byte> m)
            {
                if (!MemoryMarshal.TryGetArray(m, out var seg)) return;
                {|BUF3001:seg.AsSpan().Clear()|};
            }
        }
        """));

    [Fact]
    public Task TrygetarrayIndex() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(ReadOnlyMemory<byte> m)
            {
                if (MemoryMarshal.TryGetArray(m, out var seg)) {|BUF3001:seg[0] = 1|};
            }
        }
        """));

    [Fact]
    public Task TrygetarrayStreamRead() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(Stream st, ReadOnlyMemory<byte> m)
            {
                if (MemoryMarshal.TryGetArray(m, out var seg)) st.Read({|BUF3001:seg.Array|}!, seg.Offset, seg.Count);
            }
        }
        """));

    [Fact]
    public Task TrygetarrayXor() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(ReadOnlyMemory<byte> m)
            {
                if (!MemoryMarshal.TryGetArray(m, out var seg)) return;
                for (int i = 0; i < seg.Count; i++) {|BUF3001:seg.Array![seg.Offset + i] ^= 1|};
            }
        }
        """));
}
