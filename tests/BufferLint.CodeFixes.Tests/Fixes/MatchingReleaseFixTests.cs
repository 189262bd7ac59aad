// A release that does not match: by the call, or to the pool, that the lease came from.
using System.Threading.Tasks;
using Xunit;
using Case = BufferLint.CodeFixes.Tests.Fixes.LeaseCase<BufferLint.CodeFixes.MatchingReleaseFix>;
using FileCase = BufferLint.CodeFixes.Tests.Fixes.FixCase<BufferLint.CodeFixes.MatchingReleaseFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class MatchingReleaseFixTests
{
    [Theory]
    [InlineData("NativeMemory.Alloc(8)", "Marshal.FreeHGlobal((nint)p)", "NativeMemory.Free(p)")]
    [InlineData("(int*)NativeMemory.Alloc(8)", "Marshal.FreeHGlobal((IntPtr)p)", "NativeMemory.Free(p)")]
    [InlineData("NativeMemory.AlignedAlloc(8, 16)", "NativeMemory.Free(p)", "NativeMemory.AlignedFree(p)")]
    [InlineData("NativeMemory.Alloc(8)", "NativeMemory.AlignedFree(p)", "NativeMemory.Free(p)")]
    [InlineData("Marshal.AllocHGlobal(8)", "NativeMemory.Free((void*)p)", "Marshal.FreeHGlobal(p)")]
    [InlineData("(byte*)Marshal.AllocHGlobal(8)", "NativeMemory.Free(p)", "Marshal.FreeHGlobal((nint)p)")]
    [InlineData("Marshal.AllocHGlobal(8)", "Marshal.FreeCoTaskMem(p)", "Marshal.FreeHGlobal(p)")]
    [InlineData("Marshal.StringToCoTaskMemUTF8(\"a\")", "Marshal.FreeHGlobal(p)", "Marshal.FreeCoTaskMem(p)")]
    [InlineData("Marshal.StringToBSTR(\"a\")", "Marshal.FreeHGlobal(p)", "Marshal.FreeBSTR(p)")]
    [InlineData("Marshal.SecureStringToBSTR(new())", "Marshal.ZeroFreeGlobalAllocUnicode(p)", "Marshal.ZeroFreeBSTR(p)")]
    [InlineData("Marshal.SecureStringToGlobalAllocAnsi(new())", "Marshal.ZeroFreeGlobalAllocUnicode(p)", "Marshal.ZeroFreeGlobalAllocAnsi(p)")]
    public Task Allocators(string acquire, string release, string matching) => Case.Applied(
        $"""
        var p = {acquire};
        Poke();
        [|{release}|]; // all
        """,
        $"""
        var p = {acquire};
        Poke();
        {matching}; // all
        """);

    [Fact]
    public Task AllAtOnce() => Case.Applied(
        """
        var p = Marshal.AllocHGlobal(8);
        var q = Marshal.AllocCoTaskMem(8);
        try
        {
            Poke();
        }
        finally
        {
            [|Marshal.FreeCoTaskMem(p)|];
            [|Marshal.FreeHGlobal(q)|];
        }
        """,
        """
        var p = Marshal.AllocHGlobal(8);
        var q = Marshal.AllocCoTaskMem(8);
        try
        {
            Poke();
        }
        finally
        {
            Marshal.FreeHGlobal(p);
            Marshal.FreeCoTaskMem(q);
        }
        """,
        iterations: 1);

    [Fact]
    public Task AnotherPool() => Case.Applied(
        """
        var a = _pool.Rent(n);
        Fill(a);
        [|ArrayPool<byte>.Shared.Return(a, clearArray: true)|];
        """,
        """
        var a = _pool.Rent(n);
        Fill(a);
        _pool.Return(a, clearArray: true);
        """);

    [Fact]
    public Task TheSharedPool() => Case.Applied(
        """
        var a = ArrayPool<byte>.Shared.Rent(n);
        [|_pool.Return(a)|];
        """,
        """
        var a = ArrayPool<byte>.Shared.Rent(n);
        ArrayPool<byte>.Shared.Return(a);
        """);

    [Fact]
    public Task FieldOfAnotherMember() => FileCase.AppliedToFile(
        """
        using System;
        using System.Runtime.InteropServices;

        class C : IDisposable
        {
            private IntPtr _text = Marshal.StringToCoTaskMemUni("a");

            public void Dispose() => [|Marshal.FreeHGlobal(_text)|];
        }
        """,
        """
        using System;
        using System.Runtime.InteropServices;

        class C : IDisposable
        {
            private IntPtr _text = Marshal.StringToCoTaskMemUni("a");

            public void Dispose() => {|BUF2005:Marshal.FreeCoTaskMem(_text)|};
        }
        """);

    // A pointer has no name in code that is not unsafe.
    [Fact]
    public Task NotOutOfUnsafeCode() => FileCase.NotOfferedInFile(
        """
        using System;
        using System.Runtime.InteropServices;

        class C
        {
            static unsafe IntPtr Make() => (IntPtr)NativeMemory.Alloc(8);

            void M()
            {
                var p = Make();
                [|Marshal.FreeHGlobal(p)|];
            }
        }
        """);

    [Fact]
    public Task NotForAReallocation() => Case.NotOffered(
        """
        var p = NativeMemory.AlignedAlloc(8, 16);
        p = [|NativeMemory.Realloc(p, 16)|];
        NativeMemory.Free(p);
        """);

    [Fact]
    public Task NotForAnArrayOfNoPool() => Case.NotOffered(
        """
        var a = new byte[n];
        [|ArrayPool<byte>.Shared.Return(a)|];
        """);

    [Fact]
    public Task NotForAHandle() => Case.NotOffered(
        """
        var p = Marshal.AllocHGlobal(8);
        [|GCHandle.FromIntPtr(p).Free()|];
        """);

    [Fact]
    public Task NotWhereOtherWaysNeedTheOtherCall() => Case.NotOffered(
        """
        var p = on ? Marshal.AllocHGlobal(8) : Marshal.AllocCoTaskMem(8);
        [|Marshal.FreeHGlobal(p)|];
        """);

    [Fact]
    public Task NotUnderASymbol() => Case.NotOffered(
        """
        var p = Marshal.AllocHGlobal(8);
        #if !OTHER
        [|Marshal.FreeCoTaskMem(p)|];
        #endif
        """);
}
