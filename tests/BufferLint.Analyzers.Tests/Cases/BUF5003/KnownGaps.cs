// What the engine does not see yet of addresses that leave. Each case asserts today's behaviour; a change that closes a gap moves the case.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF5003;

public class KnownGaps
{
    // An unsigned number may be a size as well: addresses in one are not followed.
    [Fact]
    public Task UnsignedNumbers() => Verify.VerifyAnalyzerAsync(Members("""
        unsafe ulong M()
        {
            byte x = 1;
            return (ulong)(&x);
        }
        """));

    // What is written through a pointer is nobody's field.
    [Fact]
    public Task WrittenThroughAPointer() => Verify.VerifyAnalyzerAsync(Members("""
        unsafe void M(byte** target)
        {
            byte x = 1;
            *target = &x;
        }
        """));

    // Of a whole struct that is stored only results are followed.
    [Fact]
    public Task StructsThatAreStored() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe struct Block
        {
            public byte* Start;
        }

        unsafe class C
        {
            private Block _block;

            void M()
            {
                byte x = 1;
                var block = new Block { Start = &x };
                _block = block;
            }
        }
        """));

    // Work that is started with an address may be waited for.
    [Fact]
    public Task StartedWork() => Verify.VerifyAnalyzerAsync(Members("""
        unsafe Task M()
        {
            int* p = stackalloc int[3];
            return Task.Run(() => *p = 1);
        }
        """));

    // What the runtime pins of an array for a native call it pins for the call alone.
    [Fact]
    public Task ArraysThatNativeCodeKeeps() => Verify.VerifyAnalyzerAsync(Types("""
        class C
        {
            delegate void Done();

            [DllImport("native")]
            static extern void BeginRead(IntPtr file, byte[] buffer, int count, Done done);

            void M(IntPtr file, byte[] data, Done done) => BeginRead(file, data, data.Length, done);
        }
        """));

    // A buffer in a struct is an address without a sign of one.
    [Fact]
    public Task BuffersOfFixedSize() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe struct Point
        {
            public fixed byte Bytes[4];
        }

        unsafe class C
        {
            byte* M()
            {
                Point point = default;
                return point.Bytes;
            }
        }
        """));
}
