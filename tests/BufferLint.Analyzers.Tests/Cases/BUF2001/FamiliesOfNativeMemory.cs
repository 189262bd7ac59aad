// Native memory and text: used after release, released twice, and the twins that are right.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2001;

public class FamiliesOfNativeMemory
{
    private static Task VerifyAsync(string members) => Verify.VerifyAnalyzerAsync(Types("unsafe class C\n{\n" + members + "\n}\n"));

    [Fact]
    public Task NativeMemoryAfterFree() => VerifyAsync("""
        byte M()
        {
            var block = (byte*)NativeMemory.Alloc(16);
            NativeMemory.Free(block);
            return *{|BUF2001:block|};
        }

        void Twice(byte* block)
        {
            NativeMemory.Free(block);
            {|BUF2002:NativeMemory.Free(block)|};
        }

        byte Span()
        {
            var block = NativeMemory.AlignedAlloc(16, 16);
            var span = new Span<byte>(block, 16);
            NativeMemory.AlignedFree(block);
            return {|BUF2001:span[0]|};
        }

        void N()
        {
            var block = (byte*)NativeMemory.Alloc(16);
            block[0] = 1;
            NativeMemory.Free(block);
            block = null;
            NativeMemory.Free(block);
        }

        void Grown(nuint size)
        {
            var block = (byte*)NativeMemory.Alloc(size);
            block = (byte*)NativeMemory.Realloc(block, 2 * size);
            block[0] = 1;
            NativeMemory.Free(block);
        }
        """);

    [Fact]
    public Task MarshalledBlocks() => VerifyAsync("""
        byte M()
        {
            var block = Marshal.AllocHGlobal(16);
            Marshal.FreeHGlobal(block);
            return Marshal.ReadByte({|BUF2001:block|});
        }

        void Twice()
        {
            var block = Marshal.AllocCoTaskMem(16);
            try
            {
                Marshal.FreeCoTaskMem(block);
            }
            finally
            {
                {|BUF2002:Marshal.FreeCoTaskMem(block)|};
            }
        }

        string? Text(string text)
        {
            var native = Marshal.StringToHGlobalUni(text);
            Marshal.FreeHGlobal(native);
            return Marshal.PtrToStringUni({|BUF2001:native|});
        }

        string? N(string text)
        {
            var native = Marshal.StringToBSTR(text);
            try
            {
                return Marshal.PtrToStringBSTR(native);
            }
            finally
            {
                Marshal.FreeBSTR(native);
            }
        }

        void Guarded(bool needed)
        {
            var block = nint.Zero;
            try
            {
                if (needed)
                {
                    block = Marshal.AllocHGlobal(16);
                    Marshal.WriteByte(block, 1);
                    Marshal.FreeHGlobal(block);
                    block = nint.Zero;
                }
            }
            finally
            {
                if (block != nint.Zero)
                {
                    Marshal.FreeHGlobal(block);
                }
            }
        }
        """);

    [Fact]
    public Task AddressUsedAsANumber() => VerifyAsync("""
        static readonly HashSet<IntPtr> s_blocks = new();

        void Printed(IntPtr block)
        {
            Marshal.FreeHGlobal(block);
            Log($"{block:x} is free");
            Log("free: " + block);
            Log(string.Format("{0} is free", block));
            Log("{0} is free", block);
            Log(block.ToString());
        }

        void LookedUp(IntPtr block)
        {
            Marshal.FreeHGlobal(block);
            s_blocks.Remove(block);
        }

        void Pointer(byte* block)
        {
            NativeMemory.Free(block);
            Log($"{(nint)block:x} is free");
        }

        int Followed(IntPtr block)
        {
            Marshal.FreeHGlobal(block);
            return First({|BUF2001:block|});
        }

        void TextInIt(char* block)
        {
            var text = new Span<char>(block, 4);
            NativeMemory.Free(block);
            Log($"{{|BUF2001:text|}} is free");
        }

        static int First(IntPtr block) => Marshal.ReadInt32(block);

        static void Log(string text, params object[] values) => Console.WriteLine(text, values);
        """);
}
