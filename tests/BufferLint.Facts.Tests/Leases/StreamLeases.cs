// The streams of Microsoft.IO.RecyclableMemoryStream.
using System;
using System.IO;
using Microsoft.IO;

namespace BufferLint.ExecutedFacts.Leases;

internal static class StreamLeases
{
    private const string Get = "M:Microsoft.IO.RecyclableMemoryStreamManager.GetStream";
    private const string Bytes = "System.Byte[],System.Int32,System.Int32)";
    private const string ReadOnlyBytes = "System.ReadOnlySpan{System.Byte})";

    private static readonly RecyclableMemoryStreamManager Manager = new();
    private static readonly byte[] Content = [1, 2, 3];

    public static ILease All { get; } = new Lease<RecyclableMemoryStream>(
        [
            (Get, Manager.GetStream),
            (Get + "(System.Guid)", () => Manager.GetStream(Guid.Empty)),
            (Get + "(System.String)", () => Manager.GetStream("tag")),
            (Get + "(System.Guid,System.String)", () => Manager.GetStream(Guid.Empty, "tag")),
            (Get + "(System.String,System.Int64)", () => Manager.GetStream("tag", 3)),
            (Get + "(System.Guid,System.String,System.Int64)", () => Manager.GetStream(Guid.Empty, "tag", 3)),
            (Get + "(System.Guid,System.String,System.Int64,System.Boolean)", () => Manager.GetStream(Guid.Empty, "tag", 3, true)),
            (Get + "(System.String,System.Int64,System.Boolean)", () => Manager.GetStream("tag", 3, true)),
            (Get + "(System.Guid,System.String," + Bytes, () => Manager.GetStream(Guid.Empty, "tag", Content, 0, 3)),
            (Get + "(System.Byte[])", () => Manager.GetStream(Content)),
            (Get + "(System.String," + Bytes, () => Manager.GetStream("tag", Content, 0, 3)),
            (Get + "(System.Guid,System.String," + ReadOnlyBytes, () => Manager.GetStream(Guid.Empty, "tag", Content.AsSpan())),
            (Get + "(" + ReadOnlyBytes, () => Manager.GetStream(Content.AsSpan())),
            (Get + "(System.String," + ReadOnlyBytes, () => Manager.GetStream("tag", Content.AsSpan())),
        ],
        [("Microsoft.IO.RecyclableMemoryStream", stream => stream.Dispose())],
        stream => See.Refused(() => _ = stream.Length),
        _ => GivesOneBlockTwice());

    /// <summary>Whether the next two streams write into one block.</summary>
    private static Outcome GivesOneBlockTwice()
    {
        using var first = Manager.GetStream(Content);
        using var second = Manager.GetStream(Content);
        return ReferenceEquals(first.GetBuffer(), second.GetBuffer()) ? Outcome.GivenTwice : Outcome.Stayed;
    }
}
