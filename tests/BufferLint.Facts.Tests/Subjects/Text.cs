// StringBuilder, watched by its first chunk.
using System;
using System.Runtime.InteropServices;
using System.Text;

namespace BufferLint.ExecutedFacts.Subjects;

internal sealed class StringBuilderSubject(StringBuilder builder) : Subject
{
    public override object Owner => builder;

    public override int Count => builder.Length;

    /// <summary>Text in one chunk.</summary>
    public static StringBuilderSubject InOneChunk(int spare) => new(new StringBuilder("abcdefgh", 8 + spare));

    /// <summary>Text in two chunks.</summary>
    public static StringBuilderSubject InTwoChunks() => new(new StringBuilder("abcdefgh", 8).Append("ijklmnop"));

    public override Outcome Watch(Action act)
    {
        var before = FirstChunk();
        var contents = before.AsSpan().ToArray();
        act();
        var after = FirstChunk();
        return Compare(before.Array!, contents, after.Array!, after.Count);
    }

    private ArraySegment<char> FirstChunk()
    {
        var chunks = builder.GetChunks();
        return chunks.MoveNext() && MemoryMarshal.TryGetArray(chunks.Current, out var segment) ? segment : throw new InvalidOperationException("There is no chunk over an array.");
    }
}
