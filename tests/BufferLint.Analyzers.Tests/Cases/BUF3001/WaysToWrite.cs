// Ways to write what was cast. Reported; each has a twin of nearly the same name in SilentWaysToWrite.cs.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF3001;

public class WaysToWrite
{
    [Fact]
    public Task DoubledUnsafeAsBytes() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(ReadOnlySpan<int> s)
            {
                var b = MemoryMarshal.AsBytes(s);
                {|BUF3001:MemoryMarshal.GetReference(b) = 1|};
            }
        }
        """));

    [Fact]
    public Task CastSpan() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(ReadOnlySpan<byte> s)
            {
                var b = MemoryMarshal.Cast<byte, int>(s);
                ref int r = ref MemoryMarshal.GetReference(b);
                {|BUF3001:r = 1|};
            }
        }
        """));

    [Fact]
    public Task RefVarSwap() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(ReadOnlySpan<int> s)
            {
                ref int a = ref MemoryMarshal.GetReference(s);
                ref int b = ref Unsafe.Add(ref a, 1);
                {|BUF3001:(a, b) = (b, a)|};
            }
        }
        """));

    [Fact]
    public Task Deconstruct() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(ReadOnlyMemory<int> s)
            {
                var w = MemoryMarshal.AsMemory(s).Span;
                {|BUF3001:(w[0], w[1]) = (1, 2)|};
            }
        }
        """));

    [Fact]
    public Task OutArg() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(ReadOnlyMemory<int> s, string t)
            {
                int.TryParse(t, {|BUF3001:out MemoryMarshal.AsMemory(s).Span[0]|});
            }
        }
        """));

    [Fact]
    public Task RefArgOwnMethod() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(ReadOnlyMemory<int> s)
            {
                Inc({|BUF3001:ref MemoryMarshal.AsMemory(s).Span[0]|});
            }
            static void Inc(ref int x) => x++;
        }
        """));

    [Fact]
    public Task TernaryCast() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(bool b, ReadOnlyMemory<int> s, Memory<int> own)
            {
                var w = b ? MemoryMarshal.AsMemory(s) : own;
                {|BUF3001:w.Span[0] = 1|};
            }
        }
        """));

    [Fact]
    public Task TernaryRef() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(bool b, ReadOnlySpan<int> s, Span<int> own)
            {
                ref int r = ref (b ? ref MemoryMarshal.GetReference(s) : ref own[0]);
                {|BUF3001:r = 1|};
            }
        }
        """));

    [Fact]
    public Task ReadonlyParamGuardLength() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(ReadOnlySpan<int> s)
            {
                if (s.IsEmpty) return;
                {|BUF3001:MemoryMarshal.GetReference(s) = 0|};
            }
        }
        """));

    [Fact]
    public Task StringInsertViaSpanFixedCopy() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(string s, char[] from)
            {
                fixed (char* p = s) Marshal.Copy(from, 0, {|BUF3001:(IntPtr)p|}, 2);
            }
        }
        """));

    [Fact]
    public Task SpanCopytoPtr() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(string s, ReadOnlySpan<char> from)
            {
                fixed (char* p = s) from.CopyTo({|BUF3001:new Span<char>(p, s.Length)|});
            }
        }
        """));

    [Fact]
    public Task Tryformat() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(ReadOnlyMemory<char> m)
            {
                5.TryFormat({|BUF3001:MemoryMarshal.AsMemory(m).Span|}, out _);
            }
        }
        """));

    [Fact]
    public Task Binaryprimitives() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(ReadOnlyMemory<byte> m)
            {
                System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian({|BUF3001:MemoryMarshal.AsMemory(m).Span|}, 4);
            }
        }
        """));

    [Fact]
    public Task MemorymarshalWrite() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(ReadOnlyMemory<byte> m)
            {
                int v = 3; MemoryMarshal.Write({|BUF3001:MemoryMarshal.AsMemory(m).Span|}, in v);
            }
        }
        """));

    [Fact]
    public Task MemorymarshalAsref() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(ReadOnlyMemory<byte> m)
            {
                {|BUF3001:MemoryMarshal.AsRef<int>(MemoryMarshal.AsMemory(m).Span) = 4|};
            }
        }
        """));

    [Fact]
    public Task CryptoFill() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(ReadOnlyMemory<byte> m)
            {
                System.Security.Cryptography.RandomNumberGenerator.Fill({|BUF3001:MemoryMarshal.AsMemory(m).Span|});
            }
        }
        """));

    [Fact]
    public Task ReadasyncInto() => Verify.VerifyAnalyzerAsync(Types("""
        class X { public static async Task F(ReadOnlyMemory<byte> m, Stream s)
        {
                await s.ReadAsync({|BUF3001:MemoryMarshal.AsMemory(m)|});
            } }
        class C {}
        """));

    [Fact]
    public Task StaticFieldRom() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            static ReadOnlyMemory<byte> s_m;
            public static void F()
            {
                {|BUF3001:MemoryMarshal.AsMemory(s_m).Span[0] = 1|};
            }
        }
        """));

    [Fact]
    public Task UnknownCallResult() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(Func<ReadOnlyMemory<byte>> f)
            {
                {|BUF3001:MemoryMarshal.AsMemory(f()).Span[0] = 1|};
            }
        }
        """));

    [Fact]
    public Task InterfaceMethodResult() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public interface I { ReadOnlySpan<byte> Get(); }
            public static void F(I i)
            {
                {|BUF3001:MemoryMarshal.GetReference(i.Get()) = 1|};
            }
        }
        """));

    [Fact]
    public Task InterfacePropertyResultMemory() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public interface I { ReadOnlyMemory<byte> Data { get; } }
            public static void F(I i)
            {
                {|BUF3001:MemoryMarshal.AsMemory(i.Data).Span|}.Reverse();
            }
        }
        """));
}
