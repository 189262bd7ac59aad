// Storage that may only be read: a copy is written, or handed out, or the member says what it gives.
using System.Threading.Tasks;
using Xunit;
using Copy = BufferLint.CodeFixes.Tests.Fixes.FixCase<BufferLint.CodeFixes.CopyToWriteFix>;
using HandOut = BufferLint.CodeFixes.Tests.Fixes.FixCase<BufferLint.CodeFixes.CopyHandedOutFix>;
using Return = BufferLint.CodeFixes.Tests.Fixes.FixCase<BufferLint.CodeFixes.ReturnReadOnlyFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class ReadOnlyFixesTests
{
    [Theory]
    [InlineData("var w = MemoryMarshal.AsMemory(memory);\n[|w.Span[0] = 1|]; // all\nSend(w);", "var w = memory.ToArray().AsMemory();\nw.Span[0] = 1; // all\nSend(w);")]
    [InlineData("var w = MemoryMarshal.AsMemory(memory).Span;\n[|w[0] = 1|];\nSend(w);", "var w = memory.ToArray().AsMemory().Span;\nw[0] = 1;\nSend(w);")]
    [InlineData("Span<byte> w = MemoryMarshal.AsMemory(memory).Slice(1).Span;\n[|w.Fill(1)|];\nSend(w);", "Span<byte> w = memory.ToArray().AsMemory().Slice(1).Span;\nw.Fill(1);\nSend(w);")]
    [InlineData("var w = ImmutableCollectionsMarshal.AsArray(frozen)!;\n[|w[0] = 1|];\nSend(w);", "var w = frozen.AsSpan().ToArray()!;\nw[0] = 1;\nSend(w);")]
    [InlineData("fixed (char* p = text)\n{\n    [|p[0] = 'x'|];\n    Send(new ReadOnlySpan<char>(p, text.Length));\n}", "fixed (char* p = text.ToCharArray())\n{\n    p[0] = 'x';\n    Send(new ReadOnlySpan<char>(p, text.Length));\n}")]
    [InlineData("fixed (byte* p = bytes)\n{\n    [|p[0] = 1|];\n    Send(new ReadOnlySpan<byte>(p, 1));\n}", "fixed (byte* p = bytes.ToArray())\n{\n    p[0] = 1;\n    Send(new ReadOnlySpan<byte>(p, 1));\n}")]
    public Task WritesIntoACopy(string before, string after) => Copy.AppliedToFile(Method(before), Method(after));

    [Theory]
    [InlineData("MemoryMarshal.AsMemory(memory).Span[0] = 1;")]
    [InlineData("var w = MemoryMarshal.AsMemory(memory);\nw.Span[0] = 1;")]
    [InlineData("var w = MemoryMarshal.AsMemory(memory);\nw.Span[0] = 1;\nw.Span[1] = 2;")]
    [InlineData("var w = MemoryMarshal.AsMemory(memory);\nw.Span[0] = 1;\nSend(w);\nSend(memory.Span);")]
    [InlineData("var w = MemoryMarshal.AsMemory(_memory);\nw.Span[0] = 1;\nSend(w);")]
    [InlineData("for (var i = 0; i < 2; i++)\n{\n    var w = MemoryMarshal.AsMemory(memory);\n    w.Span[0] = 1;\n    Send(w);\n}")]
    [InlineData("ref var r = ref MemoryMarshal.GetReference(bytes);\nr = 1;\nSend(r);")]
    [InlineData("ref var r = ref Unsafe.AsRef(in number);\nr = 1;\nSend(r);")]
    [InlineData("var s = new MemoryStream(array, writable: false);\ns.WriteByte(1);\nSend(s);")]
    [InlineData("#if !NEVER\nvar w = MemoryMarshal.AsMemory(memory);\nw.Span[0] = 1;\nSend(w);\n#endif")]
    public Task NotWhereWritesWouldBeLost(string statements) => Copy.NotOfferedInFile(Marked(statements));

    [Theory]
    [InlineData("public Memory<byte> M(ReadOnlyMemory<byte> data) => [|MemoryMarshal.AsMemory(data)|]; // all", "public Memory<byte> M(ReadOnlyMemory<byte> data) => data.ToArray(); // all")]
    [InlineData("public int[] M(ImmutableArray<int> data) { return [|ImmutableCollectionsMarshal.AsArray(data)|]!; }", "public int[] M(ImmutableArray<int> data) { return data.AsSpan().ToArray()!; }")]
    [InlineData("public Span<byte> M(ReadOnlyMemory<byte> data) => [|MemoryMarshal.AsMemory(data)|].Span;", "public Span<byte> M(ReadOnlyMemory<byte> data) => data.ToArray().AsMemory().Span;")]
    public Task HandsOutACopy(string before, string after) => HandOut.AppliedToFile(Member(before), Member(after));

    [Theory]
    [InlineData("public ref int M(in int data) => ref [|Unsafe.AsRef(in data)|];")]
    [InlineData("public ref byte M(ReadOnlySpan<byte> data) => ref [|MemoryMarshal.GetReference(data)|];")]
    public Task AReferenceIsNotCopied(string member) => HandOut.NotOfferedInFile(Member(member));

    [Fact]
    public Task ReturnsWhatItIs() => Return.AppliedToFile(
        Member("internal Memory<byte> M(ReadOnlyMemory<byte> data) => [|MemoryMarshal.AsMemory(data)|];"),
        Member("internal ReadOnlyMemory<byte> M(ReadOnlyMemory<byte> data) => data;"));

    [Theory]
    [InlineData("public Memory<byte> M(ReadOnlyMemory<byte> data) => [|MemoryMarshal.AsMemory(data)|];")]
    [InlineData("internal virtual Memory<byte> M(ReadOnlyMemory<byte> data) => [|MemoryMarshal.AsMemory(data)|];")]
    [InlineData("internal Memory<byte> M(ReadOnlyMemory<byte> data, bool on) { if (on) return default; return [|MemoryMarshal.AsMemory(data)|]; }")]
    public Task NotWhereOthersRelyOnTheType(string member) => Return.NotOfferedInFile(Member(member));

    /// <summary>A method whose one finding is where <c>= 1</c> or <c>WriteByte</c> stands first.</summary>
    private static string Marked(string statements)
    {
        var line = System.Array.FindIndex(statements.Split('\n'), static text => text.Contains("= 1;", System.StringComparison.Ordinal) || text.Contains("WriteByte", System.StringComparison.Ordinal));
        var lines = statements.Split('\n');
        var written = lines[line].Trim().TrimEnd(';');
        lines[line] = lines[line].Replace(written, $"[|{written}|]", System.StringComparison.Ordinal);
        return Method(string.Join("\n", lines));
    }

    private static string Method(string statements) => Member(
        $$"""
        void M(ReadOnlyMemory<byte> memory, ReadOnlySpan<byte> bytes, ImmutableArray<int> frozen, string text, in int number, byte[] array)
            {
        {{statements}}
            }
        """);

    private static string Member(string member) =>
        $$"""
        using System;
        using System.Collections.Immutable;
        using System.IO;
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;

        unsafe class C
        {
            private ReadOnlyMemory<byte> _memory;

            {{member}}

            static void Send(ReadOnlySpan<char> items) { }
            static void Send(ReadOnlySpan<byte> items) { }
            static void Send(ReadOnlyMemory<byte> items) { }
            static void Send(int[] items) { }
            static void Send(int item) { }
            static void Send(Stream stream) { }
        }
        """;
}
