// Native memory and text that another allocator's release gets, and handles that are addresses.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2004;

public class NativeMemory
{
    [Theory]
    [InlineData("(nint)NativeMemory.Alloc(8)", "Marshal.FreeHGlobal(p)")]
    [InlineData("(nint)NativeMemory.AllocZeroed(8)", "Marshal.FreeCoTaskMem(p)")]
    [InlineData("(nint)NativeMemory.AlignedAlloc(8, 16)", "NativeMemory.Free((void*)p)")]
    [InlineData("(nint)NativeMemory.Alloc(8)", "NativeMemory.AlignedFree((void*)p)")]
    [InlineData("Marshal.AllocHGlobal(8)", "NativeMemory.Free(p.ToPointer())")]
    [InlineData("Marshal.AllocHGlobal(8)", "Marshal.FreeCoTaskMem(p)")]
    [InlineData("Marshal.AllocCoTaskMem(8)", "Marshal.FreeHGlobal(p)")]
    [InlineData("Marshal.StringToHGlobalUni(s)", "Marshal.FreeCoTaskMem(p)")]
    [InlineData("Marshal.StringToHGlobalAuto(s)", "Marshal.FreeBSTR(p)")]
    [InlineData("Marshal.StringToCoTaskMemUTF8(s)", "Marshal.FreeHGlobal(p)")]
    [InlineData("Marshal.StringToBSTR(s)", "Marshal.FreeCoTaskMem(p)")]
    [InlineData("Marshal.SecureStringToBSTR(secret)", "Marshal.ZeroFreeGlobalAllocUnicode(p)")]
    [InlineData("Marshal.SecureStringToCoTaskMemUnicode(secret)", "Marshal.ZeroFreeGlobalAllocUnicode(p)")]
    [InlineData("Marshal.SecureStringToGlobalAllocUnicode(secret)", "Marshal.ZeroFreeCoTaskMemUnicode(p)")]
    public Task AnotherAllocators(string acquire, string release) => Verify.VerifyAnalyzerAsync(Members($$"""
        unsafe void M(string s, System.Security.SecureString secret)
        {
            var p = {{acquire}};
            Console.WriteLine(p);
            {|BUF2004:{{release}}|};
        }
        """));

    [Theory]
    [InlineData("(nint)NativeMemory.Alloc(8)", "NativeMemory.Free((void*)p)")]
    [InlineData("(nint)NativeMemory.AlignedAlloc(8, 16)", "NativeMemory.AlignedFree((void*)p)")]
    [InlineData("Marshal.AllocHGlobal(8)", "Marshal.FreeHGlobal(p)")]
    [InlineData("Marshal.AllocCoTaskMem(8)", "Marshal.FreeCoTaskMem(p)")]
    [InlineData("Marshal.StringToHGlobalUni(s)", "Marshal.FreeHGlobal(p)")]
    [InlineData("Marshal.StringToHGlobalAuto(s)", "Marshal.ZeroFreeGlobalAllocUnicode(p)")]
    [InlineData("Marshal.StringToCoTaskMemUTF8(s)", "Marshal.ZeroFreeCoTaskMemAnsi(p)")]
    [InlineData("Marshal.StringToBSTR(s)", "Marshal.ZeroFreeBSTR(p)")]
    [InlineData("Marshal.SecureStringToBSTR(secret)", "Marshal.FreeBSTR(p)")]
    [InlineData("Marshal.SecureStringToGlobalAllocUnicode(secret)", "Marshal.ZeroFreeGlobalAllocUnicode(p)")]
    public Task ItsOwnAllocators(string acquire, string release) => Verify.VerifyAnalyzerAsync(Members($$"""
        unsafe void M(string s, System.Security.SecureString secret)
        {
            var p = {{acquire}};
            Console.WriteLine(p);
            {{release}};
        }
        """));

    // Narrow text wiped as wide is wiped past its end; wide text wiped as narrow keeps all but its first character.
    [Theory]
    [InlineData("Marshal.SecureStringToGlobalAllocAnsi(secret)", "Marshal.ZeroFreeGlobalAllocUnicode(p)")]
    [InlineData("Marshal.SecureStringToGlobalAllocUnicode(secret)", "Marshal.ZeroFreeGlobalAllocAnsi(p)")]
    [InlineData("Marshal.SecureStringToCoTaskMemUnicode(secret)", "Marshal.ZeroFreeCoTaskMemUTF8(p)")]
    [InlineData("Marshal.StringToCoTaskMemUTF8(s)", "Marshal.ZeroFreeCoTaskMemUnicode(p)")]
    public Task TextOfAnotherWidth(string acquire, string release) => Verify.VerifyAnalyzerAsync(Members($$"""
        void M(string s, System.Security.SecureString secret)
        {
            var p = {{acquire}};
            {|BUF2004:{{release}}|};
        }
        """));

    [Fact]
    public Task Reallocated() => Verify.VerifyAnalyzerAsync(Members("""
        unsafe void Aligned()
        {
            var p = NativeMemory.AlignedAlloc(8, 16);
            p = {|BUF2004:NativeMemory.Realloc(p, 16)|};
            NativeMemory.Free(p);
        }

        void OfAnother()
        {
            var p = Marshal.AllocHGlobal(8);
            p = {|BUF2004:Marshal.ReAllocCoTaskMem(p, 16)|};
            Marshal.FreeCoTaskMem(p);
        }

        unsafe void ItsOwn()
        {
            var p = NativeMemory.AlignedAlloc(8, 16);
            for (var i = 0; i < 3; i++)
            {
                p = NativeMemory.AlignedRealloc(p, 16, 16);
            }

            NativeMemory.AlignedFree(p);
        }

        // As C has it: nothing at first.
        void Grown()
        {
            IntPtr p = IntPtr.Zero;
            p = Marshal.ReAllocHGlobal(p, 16);
            Marshal.FreeHGlobal(p);
        }
        """));

    [Fact]
    public Task Handles() => Verify.VerifyAnalyzerAsync(Members("""
        void OfABlock()
        {
            var p = Marshal.AllocHGlobal(8);
            {|BUF2004:GCHandle.FromIntPtr(p).Free()|};
        }

        void AsABlock(object data)
        {
            var handle = GCHandle.Alloc(data);
            {|BUF2004:Marshal.FreeHGlobal(GCHandle.ToIntPtr(handle))|};
        }

        void AsAHandle(object data)
        {
            var number = GCHandle.ToIntPtr(GCHandle.Alloc(data));
            GCHandle.FromIntPtr(number).Free();
        }
        """));

    // A mistake is told once for each line: what follows a release is a use, or a second release.
    [Fact]
    public Task NoLeakAsWell() => Verify.VerifyAnalyzerAsync(Members("""
        unsafe int UsedAfterwards()
        {
            var p = (int*)NativeMemory.Alloc(8);
            {|BUF2004:Marshal.FreeHGlobal((nint)p)|};
            return *{|BUF2001:p|};
        }

        unsafe void FreedAgain()
        {
            var p = NativeMemory.Alloc(8);
            {|BUF2004:Marshal.FreeHGlobal((nint)p)|};
            {|BUF2002:NativeMemory.Free(p)|};
        }
        """));
}
