// Memory that a method keeps beyond its call: copied where it is kept, if it is only read.
using System.Threading.Tasks;
using Xunit;
using Lent = BufferLint.CodeFixes.Tests.Fixes.FixCase<BufferLint.CodeFixes.CopyLentFix>;
using Parameter = BufferLint.CodeFixes.Tests.Fixes.FixCase<BufferLint.CodeFixes.CopyParameterFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class CopyKeptFixTests
{
    [Theory]
    [InlineData("_last = body", "_last = body.ToArray()")]
    [InlineData("_last = body.Slice(1)", "_last = body.Slice(1).ToArray()")]
    [InlineData("_last = body[1..]", "_last = body[1..].ToArray()")]
    [InlineData("_all.Enqueue(body)", "_all.Enqueue(body.ToArray())")]
    [InlineData("_byKey[\"a\"] = body", "_byKey[\"a\"] = body.ToArray()")]
    [InlineData("_pair = (1, body)", "_pair = (1, body.ToArray())")]
    [InlineData("_message = new Message(1, body)", "_message = new Message(1, body.ToArray())")]
    [InlineData("_message = new(1, default) { Body = body }", "_message = new(1, default) { Body = body.ToArray() }")]
    [InlineData("Keep(body)", "Keep(body.ToArray())")]
    public Task OfAStore(string before, string after) => Task.WhenAll(
        Lent.AppliedToFile(Source("void On([Lent] ReadOnlyMemory<byte> body)", $"[|{before}|]; // all"), Source("void On([Lent] ReadOnlyMemory<byte> body)", $"{after}; // all")),
        Parameter.AppliedToFile(Source("public void On(ReadOnlyMemory<byte> body)", $"[|{before}|];"), Source("public void On(ReadOnlyMemory<byte> body)", $"{after};")));

    [Fact]
    public Task OfASequence() => Lent.AppliedToFile(
        Source("void On([Lent] ReadOnlySequence<byte> body)", "[|_line = body|];"),
        Source("void On([Lent] ReadOnlySequence<byte> body)", "_line = new ReadOnlySequence<byte>(body.ToArray());"));

    [Fact]
    public Task OfWritableMemoryThatIsKeptToBeRead() => Parameter.AppliedToFile(
        Source("public void On(Memory<byte> body)", "[|_last = body|];"),
        Source("public void On(Memory<byte> body)", "_last = body.ToArray();"));

    [Fact]
    public Task ForWork() => Lent.AppliedToFile(
        Source("void On([Lent] ReadOnlyMemory<byte> body)", "// Later.\n        Task.Run(() => Read([|body|], body.Length));"),
        Source("void On([Lent] ReadOnlyMemory<byte> body)", "ReadOnlyMemory<byte> bodyCopy = body.ToArray();\n        // Later.\n        Task.Run(() => Read(bodyCopy, bodyCopy.Length));"));

    [Fact]
    public Task ForWorkOnAnObject() => Lent.AppliedToFile(
        Source("void On(Letter letter)", "Task.Run(() => Read([|letter|].Body, letter.Id));"),
        Source("void On(Letter letter)", "ReadOnlyMemory<byte> bodyCopy = letter.Body.ToArray();\n        Task.Run(() => Read(bodyCopy, letter.Id));"));

    [Fact]
    public Task AsAnArgument() => Parameter.AppliedToFile(
        Source("public void On(Stream stream, ReadOnlyMemory<byte> body)", "_ = stream.WriteAsync([|body|]);"),
        Source("public void On(Stream stream, ReadOnlyMemory<byte> body)", "_ = stream.WriteAsync(body.ToArray());"));

    [Fact]
    public Task ManyAtOnce() => Lent.AppliedToFile(
        Source("void On([Lent] ReadOnlyMemory<byte> body)", "[|_last = body|];\n        [|_all.Enqueue(body)|];"),
        Source("void On([Lent] ReadOnlyMemory<byte> body)", "_last = body.ToArray();\n        _all.Enqueue(body.ToArray());"));

    [Theory]
    [InlineData("public void On(Memory<byte> body)", "[|_target = body|];")]
    [InlineData("public void On(Memory<byte> body)", "Task.Run(() => Fill([|body|]));")]
    [InlineData("public void On(Stream stream, Memory<byte> body)", "_ = stream.ReadAsync([|body|]);")]
    [InlineData("public void On(ReadOnlyMemory<byte> body)", "[|_later = () => Read(body, 0)|];")]
    [InlineData("public void On(ReadOnlyMemory<byte> body)", "#if true\n        [|_last = body|];\n#endif")]
    public Task NotOffered(string method, string statements) => Parameter.NotOfferedInFile(Source(method, statements));

    /// <summary>There is no copy of an object that somebody else declared.</summary>
    [Fact]
    public Task NotOfferedForObjects() => Lent.NotOfferedInFile(Source("void On(Letter letter)", "[|_letter = letter|];"));

    private static string Source(string method, string statements) =>
        $$"""
        using System;
        using System.Buffers;
        using System.Collections.Generic;
        using System.IO;
        using System.Threading.Tasks;
        using BufferLint.Annotations;

        sealed record Message(int Id, ReadOnlyMemory<byte> Body);

        sealed class Letter
        {
            [Lent] public ReadOnlyMemory<byte> Body { get; init; }
            public int Id { get; init; }
        }

        class C
        {
            private readonly Queue<ReadOnlyMemory<byte>> _all = new();
            private readonly Dictionary<string, ReadOnlyMemory<byte>> _byKey = new();
            private ReadOnlyMemory<byte> _last;
            private ReadOnlySequence<byte> _line;
            private Memory<byte> _target;
            private (int, ReadOnlyMemory<byte>) _pair;
            private Message? _message;
            private Letter? _letter;
            private Action? _later;

            {{method}}
            {
                {{statements}}
            }

            void Keep(ReadOnlyMemory<byte> body) => _last = body;
            static bool Read(ReadOnlyMemory<byte> body, int n) => body.Length > n;
            static void Fill(Memory<byte> body) => body.Span.Clear();
        }

        namespace BufferLint.Annotations
        {
            [AttributeUsage(AttributeTargets.All)]
            public sealed class LentAttribute : Attribute
            {
            }
        }
        """;
}
