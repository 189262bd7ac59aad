// Stored views of what is released before the method ends: copied, where nobody writes what they show.
using System.Threading.Tasks;
using Xunit;
using Case = BufferLint.CodeFixes.Tests.Fixes.FixCase<BufferLint.CodeFixes.CopyStoredFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class CopyStoredFixTests
{
    [Theory]
    [InlineData("Memory<byte>", "owner.Memory", "owner.Memory.ToArray()")]
    [InlineData("ReadOnlyMemory<byte>", "owner.Memory[..n]", "owner.Memory[..n].ToArray()")]
    [InlineData("ReadOnlySequence<byte>", "new ReadOnlySequence<byte>(owner.Memory)", "new ReadOnlySequence<byte>(new ReadOnlySequence<byte>(owner.Memory).ToArray())")]
    public Task InAField(string type, string value, string copy) => Applied(
        type,
        $"""
        using var owner = memory.Rent(n);
        Fill(owner.Memory.Span);
        [|_kept = {value}|]; // all
        """,
        $"""
        using var owner = memory.Rent(n);
        Fill(owner.Memory.Span);
        _kept = {copy}; // all
        """);

    [Fact]
    public Task AnArray() => Applied(
        "byte[]?",
        """
        var a = pool.Rent(n);
        try
        {
            Fill(a);
            [|this._kept = a|];
        }
        finally
        {
            pool.Return(a);
        }
        """,
        """
        var a = pool.Rent(n);
        try
        {
            Fill(a);
            this._kept = a.AsSpan().ToArray();
        }
        finally
        {
            pool.Return(a);
        }
        """);

    [Fact]
    public Task AnArrayAsMemory() => Applied(
        "Memory<byte>",
        """
        var a = pool.Rent(n);
        [|_kept = a|];
        pool.Return(a);
        """,
        """
        var a = pool.Rent(n);
        _kept = a.AsSpan().ToArray();
        pool.Return(a);
        """);

    [Fact]
    public Task InACollection() => Applied(
        "List<ReadOnlyMemory<byte>>",
        """
        using var owner = memory.Rent(n);
        [|_kept.Add(owner.Memory[1..])|];
        """,
        """
        using var owner = memory.Rent(n);
        _kept.Add(owner.Memory[1..].ToArray());
        """);

    [Fact]
    public Task AllAtOnce() => Applied(
        "ReadOnlyMemory<byte>",
        """
        using var owner = memory.Rent(n);
        if (on)
        {
            [|_kept = owner.Memory|];
        }
        else
        {
            [|_kept = owner.Memory[1..]|];
        }
        """,
        """
        using var owner = memory.Rent(n);
        if (on)
        {
            _kept = owner.Memory.ToArray();
        }
        else
        {
            _kept = owner.Memory[1..].ToArray();
        }
        """);

    [Fact]
    public Task NotWhereItIsFilledLater() => NotOffered(
        "Memory<byte>",
        """
        using var owner = memory.Rent(n);
        [|_kept = owner.Memory|];
        Fill(owner.Memory.Span);
        """);

    [Fact]
    public Task NotWhereTheNextTurnFillsIt() => NotOffered(
        "Memory<byte>",
        """
        using var owner = memory.Rent(n);
        for (var i = 0; i < n; i++)
        {
            Fill(owner.Memory.Span);
            [|_kept = owner.Memory|];
        }
        """);

    [Fact]
    public Task NotOfAnAddress() => NotOffered(
        "IntPtr",
        """
        var p = Marshal.AllocHGlobal(8);
        [|_kept = p|];
        Marshal.FreeHGlobal(p);
        """);

    [Fact]
    public Task NotUnderASymbol() => NotOffered(
        "Memory<byte>",
        """
        using var owner = memory.Rent(n);
        #if !OTHER
        [|_kept = owner.Memory|];
        #endif
        """);

    [Fact]
    public Task NotASpan() => Case.NotOfferedInFile(
        """
        using System;
        using System.Buffers;

        ref struct C
        {
            private Span<byte> _kept;

            void M(ArrayPool<byte> pool, int n)
            {
                var a = pool.Rent(n);
                [|_kept = a.AsSpan()|];
                pool.Return(a);
            }
        }
        """);

    private static Task Applied(string type, string before, string after) => Case.AppliedToFile(File(type, before), File(type, after));

    private static Task NotOffered(string type, string statements) => Case.NotOfferedInFile(File(type, statements));

    private static string File(string type, string statements) =>
        $$"""
        using System;
        using System.Buffers;
        using System.Collections.Generic;
        using System.Runtime.InteropServices;

        class C
        {
            private {{type}} _kept = {{(type.StartsWith("List", System.StringComparison.Ordinal) ? "new()" : "default")}};

            void M(ArrayPool<byte> pool, MemoryPool<byte> memory, bool on, int n)
            {
        {{Indented(statements)}}
            }

            static void Fill(Span<byte> items) => items[0] = 1;
        }
        """;

    private static string Indented(string statements) => string.Join("\n", System.Linq.Enumerable.Select(statements.Split('\n'), static line => line.Length == 0 ? line : "        " + line));
}
