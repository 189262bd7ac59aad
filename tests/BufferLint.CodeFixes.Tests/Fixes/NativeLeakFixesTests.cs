// Releasing pinned and native memory that nobody releases: by using, behind the last use, in a finally.
using System.Threading.Tasks;
using Xunit;
using Final = BufferLint.CodeFixes.Tests.Fixes.LeaseCase<BufferLint.CodeFixes.FinallyReleaseFix>;
using Later = BufferLint.CodeFixes.Tests.Fixes.LeaseCase<BufferLint.CodeFixes.ReleaseAfterLastUseFix>;
using Nothing = BufferLint.CodeFixes.Tests.Fixes.FixCase<BufferLint.CodeFixes.NativeLeakFixes>;
using Using = BufferLint.CodeFixes.Tests.Fixes.LeaseCase<BufferLint.CodeFixes.UsingLeaseFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class NativeLeakFixesTests
{
    [Fact]
    public Task Pin() => Using.Applied(
        """
        Memory<byte> m = given;
        var h = [|m.Pin()|]; // for a while
        *(byte*)h.Pointer = 1;
        """,
        """
        Memory<byte> m = given;
        using var h = m.Pin(); // for a while
        *(byte*)h.Pointer = 1;
        """);

    [Fact]
    public Task TypedHandle() => Using.Applied(
        """
        var h = [|new PinnedGCHandle<byte[]>(given)|];
        h.GetAddressOfArrayData()[0] = 1;
        """,
        """
        using var h = new PinnedGCHandle<byte[]>(given);
        h.GetAddressOfArrayData()[0] = 1;
        """);

    [Fact]
    public Task NoUsingForAHandle() => Using.NotOffered("var h = [|GCHandle.Alloc(given, GCHandleType.Pinned)|]; Poke();");

    [Fact]
    public Task Handle() => Later.Applied(
        """
        var h = [|GCHandle.Alloc(given, GCHandleType.Pinned)|];
        var p = (byte*)h.AddrOfPinnedObject();
        p[0] = 1;
        Poke();
        """,
        """
        var h = GCHandle.Alloc(given, GCHandleType.Pinned);
        var p = (byte*)h.AddrOfPinnedObject();
        p[0] = 1;
        h.Free();
        Poke();
        """);

    [Fact]
    public Task NativeMemoryBehindItsLastUse() => Later.Applied(
        """
        byte* p = (byte*)[|NativeMemory.Alloc((nuint)n)|];
        byte* q = p + 1;
        q[0] = 1;
        Poke();
        """,
        """
        byte* p = (byte*)NativeMemory.Alloc((nuint)n);
        byte* q = p + 1;
        q[0] = 1;
        NativeMemory.Free(p);
        Poke();
        """);

    [Theory]
    [InlineData("Marshal.AllocHGlobal(n)", "Marshal.FreeHGlobal(p)")]
    [InlineData("Marshal.AllocCoTaskMem(n)", "Marshal.FreeCoTaskMem(p)")]
    [InlineData("Marshal.StringToBSTR(\"a\")", "Marshal.FreeBSTR(p)")]
    public Task Families(string acquire, string release) => Later.Applied(
        $"""
        var p = [|{acquire}|];
        Marshal.WriteByte(p, 1);
        Poke();
        """,
        $"""
        var p = {acquire};
        Marshal.WriteByte(p, 1);
        {release};
        Poke();
        """);

    [Fact]
    public Task NotBehindAReturn() => Later.NotOffered(
        """
        var p = (byte*)[|NativeMemory.Alloc((nuint)n)|];
        return p[0];
        """,
        "byte");

    [Fact]
    public Task InAFinally() => Final.Applied(
        """
        Poke();
        var p = (byte*)[|NativeMemory.Alloc((nuint)n)|]; // room

        // Filled here.
        p[0] = 1;
        if (on)
        {
            return p[1];
        }

        return p[0]; // the first
        """,
        """
        Poke();
        var p = (byte*)NativeMemory.Alloc((nuint)n); // room

        try
        {
            // Filled here.
            p[0] = 1;
            if (on)
            {
                return p[1];
            }

            return p[0]; // the first
        }
        finally
        {
            NativeMemory.Free(p);
        }
        """,
        result: "byte");

    [Fact]
    public Task TheReleaseThatIsThereGoesIntoTheFinally() => Final.Applied(
        """
        var h = [|GCHandle.Alloc(given, GCHandleType.Pinned)|];
        if (on)
        {
            return;
        }

        // The end.

        // No longer needed.
        h.Free(); // now
        Poke();
        """,
        """
        var h = GCHandle.Alloc(given, GCHandleType.Pinned);
        try
        {
            if (on)
            {
                return;
            }
        }
        finally
        {
            // The end.

            // No longer needed.
            h.Free(); // now
        }
        Poke();
        """);

    [Fact]
    public Task LiteralsKeepTheirLines() => Final.Applied(
        """
        var h = [|GCHandle.Alloc(given, GCHandleType.Pinned)|];
        var text = @"a
          b";
        if (text.Length > n) return;
        Poke();
        """,
        """
        var h = GCHandle.Alloc(given, GCHandleType.Pinned);
        try
        {
            var text = @"a
          b";
            if (text.Length > n) return;
            Poke();
        }
        finally
        {
            h.Free();
        }
        """);

    [Fact]
    public Task NoFinallyAroundNothing() => Final.NotOffered("var h = [|GCHandle.Alloc(given)|];");

    [Fact]
    public Task NoFinallyWhereALocalIsNeededBehindTheRelease() => Final.NotOffered(
        """
        var h = [|GCHandle.Alloc(given, GCHandleType.Pinned)|];
        var first = given[0];
        if (on) return;
        h.Free();
        Read(first);
        """);

    [Fact]
    public Task NoFinallyWhereItIsReleasedTwice() => Final.NotOffered(
        """
        var h = [|GCHandle.Alloc(given, GCHandleType.Pinned)|];
        if (n > 1) { h.Free(); return; }
        if (on) return;
        h.Free();
        """);

    [Fact]
    public Task WhatAThrowLeavesGoesIntoTheFinally() => Final.Applied(
        """
        var h = [|GCHandle.Alloc(given, GCHandleType.Pinned)|];
        if (n > given.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(n));
        }

        Poke();
        h.Free();
        """,
        """
        var h = GCHandle.Alloc(given, GCHandleType.Pinned);
        try
        {
            if (n > given.Length)
            {
                throw new ArgumentOutOfRangeException(nameof(n));
            }

            Poke();
        }
        finally
        {
            h.Free();
        }
        """);

    [Fact]
    public Task APinThatAThrowLeavesAndNobodyDisposes() => Using.Applied(
        """
        Memory<byte> m = given;
        var h = [|m.Pin()|];
        throw new InvalidOperationException(((IntPtr)h.Pointer).ToString());
        """,
        """
        Memory<byte> m = given;
        using var h = m.Pin();
        throw new InvalidOperationException(((IntPtr)h.Pointer).ToString());
        """);

    [Theory]
    [InlineData("return h;")]
    [InlineData("s_kept = h; return default;")]
    [InlineData("(s_kept, n) = (h, 1); return default;")]
    public Task NothingWhereItIsHandedOn(string handsOn) => Nothing.NotOfferedInFile(
        $$"""
        using System;
        using System.Buffers;

        class C
        {
            static MemoryHandle s_kept;

            MemoryHandle M(Memory<byte> m, int n)
            {
                var h = [|m.Pin()|];
                if (n < 0)
                {
                    throw new ArgumentOutOfRangeException(nameof(n));
                }

                {{handsOn}}
            }
        }
        """);

    [Fact]
    public Task NothingWhereItIsHandedOnAndReleased() => Nothing.NotOfferedInFile(
        """
        using System;
        using System.Runtime.InteropServices;

        class C
        {
            static IntPtr s_kept;

            void M(int n)
            {
                var p = [|Marshal.AllocHGlobal(8)|];
                if (n < 0)
                {
                    throw new ArgumentOutOfRangeException(nameof(n));
                }

                if (n == 0)
                {
                    s_kept = p;
                    return;
                }

                Marshal.FreeHGlobal(p);
            }
        }
        """);

    [Fact]
    public Task NoFinallyUnderASymbol() => Final.NotOffered(
        """
        var h = [|GCHandle.Alloc(given)|];
        #if OTHER
        Read(n);
        #endif
        Poke();
        """);

    [Fact]
    public Task AllInOrder() => LeaseCase<NativeLeakFixes>.Offered(
        """
        Memory<byte> m = given;
        var h = [|m.Pin()|];
        Poke();
        """,
        """
        Memory<byte> m = given;
        using var h = m.Pin();
        Poke();
        """,
        nameof(UsingLeaseFix), nameof(ReleaseAfterLastUseFix), nameof(FinallyReleaseFix));

    [Fact]
    public Task TheLastIsReleasedFirst() => LeaseCase<NativeLeakFixes>.Offered(
        """
        var p = (byte*)[|NativeMemory.Alloc((nuint)n)|];
        var q = [|Marshal.AllocHGlobal(n)|];
        ((byte*)q)[0] = p[0];
        """,
        """
        var p = (byte*)NativeMemory.Alloc((nuint)n);
        var q = Marshal.AllocHGlobal(n);
        ((byte*)q)[0] = p[0];
        Marshal.FreeHGlobal(q);
        NativeMemory.Free(p);
        """);

    [Fact]
    public Task FinallyInFinally() => Final.Applied(
        """
        var p = (byte*)[|NativeMemory.Alloc((nuint)n)|];
        var q = [|Marshal.AllocHGlobal(n)|];
        ((byte*)q)[0] = p[0];
        """,
        """
        var p = (byte*)NativeMemory.Alloc((nuint)n);
        try
        {
            var q = Marshal.AllocHGlobal(n);
            try
            {
                ((byte*)q)[0] = p[0];
            }
            finally
            {
                Marshal.FreeHGlobal(q);
            }
        }
        finally
        {
            NativeMemory.Free(p);
        }
        """,
        iterations: 2);

    [Fact]
    public Task BracesAtTheEndOfTheLineAndTabs() => FixCase<FinallyReleaseFix>.AppliedToFile(
        "using System.Runtime.InteropServices;\nclass C {\n\tint M(object o) {\n\t\tvar h = [|GCHandle.Alloc(o)|];\n\t\treturn 1;\n\t}\n}\n",
        "using System.Runtime.InteropServices;\nclass C {\n\tint M(object o) {\n\t\tvar h = GCHandle.Alloc(o);\n\t\ttry {\n\t\t\treturn 1;\n\t\t} finally {\n\t\t\th.Free();\n\t\t}\n\t}\n}\n");
}
