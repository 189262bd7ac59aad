// Memory that somebody gets whom nobody sees: through a function pointer, by the address of the variable that has it, as a part
// of a tuple of numbers.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2003;

public class GoneFromSight
{
    [Fact]
    public Task ThroughAFunctionPointer() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            static void Managed(delegate*<nint, void> free)
            {
                var block = Marshal.AllocHGlobal(16);
                free(block);
            }

            static void Native(delegate* unmanaged<void*, void> free)
            {
                var block = NativeMemory.Alloc(16);
                free(block);
            }

            static void OfAMethod()
            {
                delegate*<nint, void> free = &Marshal.FreeHGlobal;
                var block = Marshal.AllocHGlobal(16);
                free(block);
            }

            static void OnlyItsSize(delegate*<int, void> tell)
            {
                var block = {|BUF2003:Marshal.AllocHGlobal(16)|};
                Marshal.WriteByte(block, 1);
                tell(16);
            }

            static void AfterItsRelease(delegate*<nint, void> free)
            {
                var block = Marshal.AllocHGlobal(16);
                Marshal.FreeHGlobal(block);
                free({|BUF2001:block|});
            }
        }
        """));

    [Fact]
    public Task ByTheAddressOfTheVariable() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            static void FreeAt(nint* place)
            {
                Marshal.FreeHGlobal(*place);
                *place = 0;
            }

            static void FreeAt(byte** place)
            {
                NativeMemory.Free(*place);
                *place = null;
            }

            static void Number()
            {
                nint block = Marshal.AllocHGlobal(16);
                FreeAt(&block);
            }

            static void Pointer()
            {
                byte* block = (byte*)NativeMemory.Alloc(16);
                FreeAt(&block);
            }

            static void Here()
            {
                byte* block = (byte*)NativeMemory.Alloc(16);
                byte** place = &block;
                NativeMemory.Free(*place);
            }

            static void OfAnother()
            {
                byte* block = (byte*){|BUF2003:NativeMemory.Alloc(16)|};
                byte* other = null;
                FreeAt(&other);
                block[0] = 1;
            }
        }
        """));

    [Fact]
    public Task InATupleOfNumbers() => Verify.VerifyAnalyzerAsync(Types("""
        class C
        {
            static void Block()
            {
                var block = (Address: Marshal.AllocHGlobal(16), Size: 16);
                Marshal.WriteByte(block.Address, 1);
                Marshal.FreeHGlobal(block.Address);
            }

            static void Handle(byte[] data)
            {
                var pin = (Handle: GCHandle.Alloc(data, GCHandleType.Pinned), Size: data.Length);
                try
                {
                    Console.Write(pin.Handle.AddrOfPinnedObject());
                }
                finally
                {
                    pin.Handle.Free();
                }
            }

            static void Beside(int size)
            {
                var block = {|BUF2003:Marshal.AllocHGlobal(size)|};
                var sizes = (Size: size, Twice: size * 2);
                Marshal.WriteByte(block, (byte)sizes.Twice);
            }
        }
        """));
}
