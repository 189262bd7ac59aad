// Ways to write what was cast. What must stay silent.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF3001;

public class SilentWaysToWrite
{
    [Fact]
    public Task RefArgOwnMethodReads() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static int F(ReadOnlyMemory<int> s)
            {
                return Get(ref MemoryMarshal.AsMemory(s).Span[0]);
            }
            static int Get(ref int x) => x + 1;
        }
        """));

    [Fact]
    public Task IndexofNoWrite() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static int F(ReadOnlyMemory<byte> m)
            {
                return MemoryMarshal.AsMemory(m).Span.IndexOf((byte)3);
            }
        }
        """));

    [Fact]
    public Task SequenceequalNoWrite() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static bool F(ReadOnlyMemory<byte> m, byte[] b)
            {
                return MemoryMarshal.AsMemory(m).Span.SequenceEqual(b);
            }
        }
        """));

    [Fact]
    public Task Send() => Verify.VerifyAnalyzerAsync(Types("""
        class C
        {
            public static async Task F(ReadOnlyMemory<byte> m, Stream s)
            {
                await s.WriteAsync(MemoryMarshal.AsMemory(m));
            }
        }
        """));

    [Fact]
    public Task VectorCtor() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static System.Numerics.Vector<byte> F(ReadOnlyMemory<byte> m)
            {
                return new System.Numerics.Vector<byte>(MemoryMarshal.AsMemory(m).Span);
            }
        }
        """));
}
