// Members that hand out what may only be read, so that it may be written. Reported; each has a twin of nearly the same name in SilentHandedOut.cs.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF3002;

public class HandedOut
{
    [Fact]
    public Task N3002() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static Memory<byte> F(ReadOnlyMemory<byte> m)
            {
                return {|BUF3002:MemoryMarshal.AsMemory(m)|};
            }
        }
        """));

    [Fact]
    public Task N3002Ref() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static ref int F(in int m)
            {
                return ref {|BUF3002:Unsafe.AsRef(in m)|};
            }
        }
        """));
}
