// Addresses that leave a method: what they show is copied, or the array of a field allocated where it never moves.
using System.Threading.Tasks;
using Xunit;
using Copy = BufferLint.CodeFixes.Tests.Fixes.LeaseCase<BufferLint.CodeFixes.CopyEscapingFix>;
using CopyBefore = BufferLint.CodeFixes.Tests.Fixes.LeaseCase<BufferLint.CodeFixes.CopyBeforeReleaseFix>;
using Later = BufferLint.CodeFixes.Tests.Fixes.LeaseCase<BufferLint.CodeFixes.ReleaseLaterFix>;
using Pin = BufferLint.CodeFixes.Tests.Fixes.FixCase<BufferLint.CodeFixes.AllocatePinnedFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class EscapingAddressFixesTests
{
    [Fact]
    public Task SpanOverStackMemory() => Copy.Applied(
        """
        if (on)
        {
            int* p = stackalloc int[4];
            return [|new Span<int>(p, 4)|];
        }

        return [|MemoryMarshal.CreateSpan(ref n, 1)|]; // all
        """,
        """
        if (on)
        {
            int* p = stackalloc int[4];
            return new Span<int>(p, 4).ToArray();
        }

        return MemoryMarshal.CreateSpan(ref n, 1).ToArray(); // all
        """,
        result: "Span<int>");

    [Fact]
    public Task SpanOutOfAFixedStatement() => Copy.Applied(
        """
        fixed (byte* p = given)
        {
            return [|new ReadOnlySpan<byte>(p, n)|];
        }
        """,
        """
        fixed (byte* p = given)
        {
            return new ReadOnlySpan<byte>(p, n).ToArray();
        }
        """,
        result: "ReadOnlySpan<byte>");

    // The caller writes into the array through the span: a copy would lose that.
    [Fact]
    public Task WritableSpanOfAnArray() => Copy.NotOffered(
        """
        fixed (byte* p = given)
        {
            return [|new Span<byte>(p, n)|];
        }
        """,
        result: "Span<byte>");

    [Fact]
    public Task Pointer() => Copy.NotOffered(
        """
        byte* p = stackalloc byte[4];
        return [|p|];
        """,
        result: "byte*");

    [Fact]
    public Task Store() => Copy.NotOffered(
        """
        byte* p = stackalloc byte[4];
        [|_address = p|];
        }

        private byte* _address;

        void N()
        {
        """);

    // BUF2001 of an address behind its statement: the statement is no call that could be moved.
    [Fact]
    public Task BehindAFixedStatement() => CopyBefore.NotOffered(BehindFixed);

    [Fact]
    public Task StatementThatEndsLater() => Later.NotOffered(BehindFixed);

    private const string BehindFixed =
        """
        byte* q;
        fixed (byte* p = given)
        {
            q = p;
        }

        Read(*[|q|]);
        """;

    [Fact]
    public Task ArrayOfAField() => Pin.AppliedToFile(
        """
        using System;

        unsafe class C
        {
            private readonly byte[] _data = new byte[4096]; // kept
            private byte* _start;

            byte* Start()
            {
                fixed (byte* p = _data)
                {
                    return [|p|];
                }
            }

            void Keep()
            {
                fixed (byte* p = &_data[1])
                {
                    [|_start = p|];
                }
            }
        }
        """,
        """
        using System;

        unsafe class C
        {
            private readonly byte[] _data = GC.AllocateArray<byte>(4096, pinned: true); // kept
            private byte* _start;

            byte* Start()
            {
                fixed (byte* p = _data)
                {
                    return p;
                }
            }

            void Keep()
            {
                fixed (byte* p = &_data[1])
                {
                    _start = p;
                }
            }
        }
        """,
        iterations: 1);

    [Fact]
    public Task ArrayWithoutAUsing() => Pin.AppliedToFile(
        """
        unsafe class C
        {
            private static readonly int[] s_data = new int[16];

            nint Address() => [|System.Runtime.InteropServices.Marshal.UnsafeAddrOfPinnedArrayElement(s_data, 0)|];
        }
        """,
        """
        unsafe class C
        {
            private static readonly int[] s_data = System.GC.AllocateArray<int>(16, pinned: true);

            nint Address() => System.Runtime.InteropServices.Marshal.UnsafeAddrOfPinnedArrayElement(s_data, 0);
        }
        """);

    [Theory]
    [InlineData("private byte[] _data = new byte[8];")]
    [InlineData("private readonly byte[] _data = { 1, 2, 3 };")]
    [InlineData("private readonly byte[] _data = new byte[] { 1, 2, 3 };")]
    [InlineData("private readonly byte[] _data; C(byte[] data) => _data = data;")]
    [InlineData("private readonly byte[] _data = new byte[8]; C(byte[] data) => _data = data;")]
    public Task OtherArrays(string field) => Pin.NotOfferedInFile(
        $$"""
        unsafe class C
        {
            {{field}}

            byte* Start()
            {
                fixed (byte* p = _data)
                {
                    return [|p|];
                }
            }
        }
        """);

    [Fact]
    public Task ArrayThatNativeCodeKeeps() => Pin.AppliedToFile(
        """
        using System;
        using System.Runtime.InteropServices;

        unsafe class C
        {
            private readonly byte[] _data = new byte[8];

            [DllImport("native")]
            static extern void BeginRead(nint file, byte* buffer, int count, Action done);

            void Read(nint file, Action done)
            {
                fixed (byte* start = _data)
                {
                    BeginRead(file, [|start|], 8, done);
                }
            }
        }
        """,
        """
        using System;
        using System.Runtime.InteropServices;

        unsafe class C
        {
            private readonly byte[] _data = GC.AllocateArray<byte>(8, pinned: true);

            [DllImport("native")]
            static extern void BeginRead(nint file, byte* buffer, int count, Action done);

            void Read(nint file, Action done)
            {
                fixed (byte* start = _data)
                {
                    BeginRead(file, start, 8, done);
                }
            }
        }
        """);
}
