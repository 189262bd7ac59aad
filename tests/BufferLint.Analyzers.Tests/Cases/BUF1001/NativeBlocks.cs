// Native memory: after a reallocation only the result counts, under whatever name the old address is kept.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class NativeBlocks
{
    private static Task VerifyAsync(string members) => Verify.VerifyAnalyzerAsync(Types("#pragma warning disable BUF2003 // What is grown here is nobody's to keep.\nunsafe class C\n{\n    byte* _block;\n    byte* _end;\n" + members + "\n}\n"));

    [Fact]
    public Task SpanOverTheOldBlock() => VerifyAsync("""
        byte M(byte* block, nuint size)
        {
            var span = new Span<byte>(block, 4);
            block = (byte*){|BUF1001:NativeMemory.Realloc(block, size)|};
            block[0] = 1;
            return span[0];
        }

        byte N(byte* block, nuint size)
        {
            block = (byte*)NativeMemory.Realloc(block, size);
            var span = new Span<byte>(block, 4);
            return span[0];
        }
        """);

    [Fact]
    public Task OldAddressUsed() => VerifyAsync("""
        byte M(byte* block, nuint size)
        {
            var grown = (byte*){|BUF1001:NativeMemory.Realloc(block, size)|};
            grown[0] = 1;
            return *block;
        }

        byte N(byte* block, nuint size)
        {
            var grown = (byte*)NativeMemory.Realloc(block, size);
            block = grown;
            return *block;
        }
        """);

    [Fact]
    public Task PlaceInsideTheOldBlock() => VerifyAsync("""
        void M(byte* block, int used, nuint size)
        {
            byte* end = block + used;
            block = (byte*){|BUF1001:NativeMemory.Realloc(block, size)|};
            *end = (byte)used;
        }

        void N(byte* block, int used, nuint size)
        {
            byte* end = block + used;
            var offset = end - block;
            block = (byte*)NativeMemory.Realloc(block, size);
            end = block + offset;
            *end = (byte)used;
        }
        """);

    [Fact]
    public Task AddressesCompared() => VerifyAsync("""
        byte* M(byte* block, byte* cursor, nuint size)
        {
            byte* old = block;
            block = (byte*)NativeMemory.Realloc(block, size);
            return block == old ? cursor : block + (cursor - old);
        }
        """);

    [Fact]
    public Task FieldGrown() => VerifyAsync("""
        void M(int used, nuint size)
        {
            _block = (byte*)NativeMemory.Realloc(_block, size);
            _end = _block + used;
            *_end = 0;
        }

        void N(nuint size)
        {
            var block = _block;
            _block = (byte*){|BUF1001:NativeMemory.AlignedRealloc(_block, size, 16)|};
            block[0] = 1;
        }
        """);

    [Fact]
    public Task GrownInALoop() => VerifyAsync("""
        byte* M(byte* block, nuint size, int count)
        {
            for (var index = 0; index < count; index++)
            {
                if ((nuint)index == size)
                {
                    size *= 2;
                    block = (byte*)NativeMemory.Realloc(block, size);
                }

                block[index] = 1;
            }

            return block;
        }
        """);

    [Fact]
    public Task AddressKeptAsANumber() => VerifyAsync("""
        void M(IntPtr block, int size)
        {
            var old = block;
            block = {|BUF1001:Marshal.ReAllocHGlobal(block, (IntPtr)size)|};
            Marshal.WriteByte(old, 1);
            Marshal.WriteByte(block, 1);
        }

        void N(IntPtr block, int size)
        {
            block = Marshal.ReAllocCoTaskMem(block, size);
            Marshal.WriteByte(block, 1);
            Marshal.FreeCoTaskMem(block);
        }

        bool O(IntPtr block, int size)
        {
            var old = block;
            block = Marshal.ReAllocCoTaskMem(block, size);
            return old == block;
        }
        """);

    [Theory]
    [InlineData("grown == null")]
    [InlineData("null == grown")]
    [InlineData("grown is null")]
    [InlineData("!(grown != null)")]
    [InlineData("(nint)grown == 0")]
    public Task FailedReallocationKeepsTheBlock(string failed) => VerifyAsync($$"""
        void M(ref byte* block, nuint size)
        {
            var span = new Span<byte>(block, 4);
            var grown = (byte*)NativeMemory.Realloc(block, size);
            if ({{failed}})
            {
                block[0] = span[1];
                return;
            }

            block = grown;
        }

        void N(ref byte* block, nuint size)
        {
            var grown = (byte*){|BUF1001:NativeMemory.Realloc(block, size)|};
            if ({{failed}})
            {
                return;
            }

            block[0] = 1;
            block = grown;
        }
        """);

    [Fact]
    public Task ResultTestedWhereItIsAssigned() => VerifyAsync("""
        bool M(nuint size)
        {
            if ((_end = (byte*)NativeMemory.Realloc(_block, size)) == null)
            {
                _block[0] = 1;
                return false;
            }

            _block = _end;
            return true;
        }

        byte* N(byte* block, nuint size)
        {
            byte* grown;
            while ((grown = (byte*)NativeMemory.AlignedRealloc(block, size, 8)) == null)
            {
                size /= 2;
            }

            return grown;
        }

        bool O(nuint size)
        {
            if ((_end = (byte*){|BUF1001:NativeMemory.Realloc(_block, size)|}) != null)
            {
                _block[0] = 1;
                return true;
            }

            return false;
        }
        """);

    [Fact]
    public Task AnswerKeptInAVariable() => VerifyAsync("""
        void M(IntPtr block, int size)
        {
            var grown = Marshal.ReAllocHGlobal(block, (IntPtr)size);
            var succeeded = grown != IntPtr.Zero;
            if (!succeeded)
            {
                Marshal.WriteByte(block, 1);
            }
        }

        void N(IntPtr block, int size)
        {
            var grown = {|BUF1001:Marshal.ReAllocHGlobal(block, (IntPtr)size)|};
            var succeeded = grown != IntPtr.Zero;
            if (succeeded)
            {
                Marshal.WriteByte(block, 1);
            }
        }
        """);

    [Fact]
    public Task OtherUsesThanThoseAfterTheFailure() => VerifyAsync("""
        void Before(byte* block, nuint size)
        {
            var grown = (byte*){|BUF1001:NativeMemory.Realloc(block, size)|};
            block[0] = 1;
            if (grown == null)
            {
                block[0] = 2;
            }
        }

        void AfterBoth(byte* block, nuint size)
        {
            var grown = (byte*){|BUF1001:NativeMemory.Realloc(block, size)|};
            if (grown == null)
            {
                Console.WriteLine();
            }

            block[0] = 1;
        }

        void OtherBlock(byte* block, byte* other, nuint size)
        {
            var grown = (byte*){|BUF1001:NativeMemory.Realloc(block, size)|};
            var second = (byte*)NativeMemory.Realloc(other, size);
            if (second == null)
            {
                block[0] = 1;
            }
        }
        """);

    [Fact]
    public Task SameAddressAgain() => VerifyAsync("""
        void M(byte* block, nuint size)
        {
            var cursor = block + 2;
            var grown = (byte*)NativeMemory.Realloc(block, size);
            if (grown == block)
            {
                *cursor = 1;
            }
        }

        void N(byte* block, nuint size)
        {
            var cursor = block + 2;
            var grown = (byte*){|BUF1001:NativeMemory.Realloc(block, size)|};
            if (grown != block)
            {
                *cursor = 1;
            }
        }
        """);

    [Fact]
    public Task GrownByReferenceAndReadInTheNextTurn() => VerifyAsync("""
        static bool Fill(ref IntPtr text)
        {
            var size = 8;
            while (!Read(text, size) && size < 800)
            {
                size *= 2;
                text = System.Runtime.InteropServices.Marshal.ReAllocHGlobal(text, (IntPtr)size);
            }

            return size < 800;
        }

        static extern bool Read(IntPtr text, int size);

        bool M()
        {
            var text = System.Runtime.InteropServices.Marshal.AllocHGlobal(8);
            var isFilled = Fill(ref text);
            System.Runtime.InteropServices.Marshal.FreeHGlobal(text);
            return isFilled;
        }
        """);
}
