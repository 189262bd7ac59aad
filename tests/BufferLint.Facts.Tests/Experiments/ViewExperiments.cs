// Members that hand out a view: what is written by the owner must show in it, at the same place.
using System;
using System.Buffers;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using BufferLint.ExecutedFacts.Leases;
using CommunityToolkit.HighPerformance.Buffers;

namespace BufferLint.ExecutedFacts.Experiments;

internal static class ViewExperiments
{
    private const string Marshal = "M:System.Runtime.InteropServices.CollectionsMarshal.";
    private const string Dictionary = "(System.Collections.Generic.Dictionary{``0,``1}";
    private const string Immutable = "M:System.Collections.Immutable.";
    private const string Pooled = "CommunityToolkit.HighPerformance.Buffers.ArrayPoolBufferWriter`1.";
    private const string Fixed = "CommunityToolkit.HighPerformance.Buffers.MemoryBufferWriter`1.";

    private static readonly Dictionary<string, Func<bool>> IsSame = new()
    {
        [Marshal + "AsSpan``1(System.Collections.Generic.List{``0})"] = () => InList(list => CollectionsMarshal.AsSpan(list)),
        ["M:CommunityToolkit.HighPerformance.ListExtensions.AsSpan``1(System.Collections.Generic.List{``0})"] = () => InList(list => CommunityToolkit.HighPerformance.ListExtensions.AsSpan(list)),
        [Marshal + "GetValueRefOrNullRef``2" + Dictionary + ",``0)"] = () => InDictionary(dictionary => ref CollectionsMarshal.GetValueRefOrNullRef(dictionary, "a")),
        [Marshal + "GetValueRefOrAddDefault``2" + Dictionary + ",``0,System.Boolean@)"] = () => InDictionary(dictionary => ref CollectionsMarshal.GetValueRefOrAddDefault(dictionary, "a", out _)),
        [Marshal + "GetValueRefOrNullRef``3" + Dictionary + ".AlternateLookup{``2},``2)"] = () => InDictionary(dictionary => ref CollectionsMarshal.GetValueRefOrNullRef(dictionary.GetAlternateLookup<ReadOnlySpan<char>>(), "a")),
        [Marshal + "GetValueRefOrAddDefault``3" + Dictionary + ".AlternateLookup{``2},``2,System.Boolean@)"] = () => InDictionary(dictionary => ref CollectionsMarshal.GetValueRefOrAddDefault(dictionary.GetAlternateLookup<ReadOnlySpan<char>>(), "a", out _)),
        ["M:System.IO.MemoryStream.GetBuffer"] = () => InStream(stream => stream.GetBuffer()),
        ["M:System.IO.MemoryStream.TryGetBuffer(System.ArraySegment{System.Byte}@)"] = () => InStream(stream => stream.TryGetBuffer(out var buffer) ? buffer : default),
        ["M:System.Runtime.InteropServices.CollectionsMarshal.AsBytes(System.Collections.BitArray)"] = static () =>
        {
            var bits = new BitArray(8);
            var view = CollectionsMarshal.AsBytes(bits);
            bits[0] = true;
            return view[0] == 1;
        },
        ["M:System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsMemory``1(System.Collections.Immutable.ImmutableArray{``0}.Builder)"] = static () =>
        {
            var builder = ImmutableArray.Create(1).ToBuilder();
            var view = ImmutableCollectionsMarshal.AsMemory(builder);
            builder[0] = 9;
            return view.Span[0] == 9;
        },
        [Immutable + "ImmutableArray`1.Builder.ItemRef(System.Int32)"] = static () =>
        {
            var builder = ImmutableArray.Create(1).ToBuilder();
            ref readonly var view = ref builder.ItemRef(0);
            builder[0] = 9;
            return view == 9;
        },
        [Immutable + "ImmutableList`1.Builder.ItemRef(System.Int32)"] = static () =>
        {
            var builder = ImmutableList.CreateBuilder<int>();
            builder.Add(1);
            return Unsafe.AreSame(in builder.ItemRef(0), in builder.ItemRef(0));
        },
        [Immutable + "ImmutableSortedSet`1.Builder.ItemRef(System.Int32)"] = static () =>
        {
            var builder = ImmutableSortedSet.CreateBuilder<int>();
            builder.Add(1);
            return Unsafe.AreSame(in builder.ItemRef(0), in builder.ItemRef(0));
        },
        [Immutable + "ImmutableSortedDictionary`2.Builder.ValueRef(`0)"] = static () =>
        {
            var builder = ImmutableSortedDictionary.CreateBuilder<string, int>();
            builder.Add("a", 1);
            return Unsafe.AreSame(in builder.ValueRef("a"), in builder.ValueRef("a"));
        },
        ["M:System.Text.StringBuilder.GetChunks"] = static () =>
        {
            var builder = new StringBuilder("abc");
            var chunks = builder.GetChunks();
            chunks.MoveNext();
            var view = chunks.Current;
            builder[0] = 'x';
            return view.Span[0] == 'x';
        },
        ["P:System.Runtime.CompilerServices.DefaultInterpolatedStringHandler.Text"] = static () =>
        {
            var handler = new DefaultInterpolatedStringHandler(8, 0);
            handler.AppendLiteral("abc");
            return Unsafe.AreSame(in handler.Text[0], in handler.Text[0]);
        },
        ["P:System.ArraySegment`1.Array"] = static () =>
        {
            var array = new int[1];
            return ReferenceEquals(new ArraySegment<int>(array).Array, array);
        },
        ["M:System.Buffers.IBufferWriter`1.GetSpan(System.Int32)"] = () => Commits(new ArrayBufferWriter<byte>(8), writer => ((IBufferWriter<byte>)writer).GetSpan(1), writer => writer.WrittenSpan),
        ["M:System.Buffers.IBufferWriter`1.GetMemory(System.Int32)"] = () => Commits(new ArrayBufferWriter<byte>(8), writer => ((IBufferWriter<byte>)writer).GetMemory(1).Span, writer => writer.WrittenSpan),
        ["P:System.Buffers.ArrayBufferWriter`1.WrittenSpan"] = () => InWriter(writer => writer.WrittenSpan),
        ["P:System.Buffers.ArrayBufferWriter`1.WrittenMemory"] = () => InWriter(writer => writer.WrittenMemory.Span),
        ["M:System.Buffers.ArrayBufferWriter`1.GetSpan(System.Int32)"] = () => Commits(new ArrayBufferWriter<byte>(8), writer => writer.GetSpan(1), writer => writer.WrittenSpan),
        ["M:System.Buffers.ArrayBufferWriter`1.GetMemory(System.Int32)"] = () => Commits(new ArrayBufferWriter<byte>(8), writer => writer.GetMemory(1).Span, writer => writer.WrittenSpan),
        ["P:" + Pooled + "WrittenSpan"] = () => Commits(new ArrayPoolBufferWriter<byte>(8), writer => writer.GetSpan(1), writer => writer.WrittenSpan),
        ["P:" + Pooled + "WrittenMemory"] = () => Commits(new ArrayPoolBufferWriter<byte>(8), writer => writer.GetSpan(1), writer => writer.WrittenMemory.Span),
        ["M:" + Pooled + "GetSpan(System.Int32)"] = () => Commits(new ArrayPoolBufferWriter<byte>(8), writer => writer.GetSpan(1), writer => writer.WrittenSpan),
        ["M:" + Pooled + "GetMemory(System.Int32)"] = () => Commits(new ArrayPoolBufferWriter<byte>(8), writer => writer.GetMemory(1).Span, writer => writer.WrittenSpan),
        ["P:" + Fixed + "WrittenSpan"] = () => Commits(new MemoryBufferWriter<byte>(new byte[8]), writer => writer.GetSpan(1), writer => writer.WrittenSpan),
        ["P:" + Fixed + "WrittenMemory"] = () => Commits(new MemoryBufferWriter<byte>(new byte[8]), writer => writer.GetSpan(1), writer => writer.WrittenMemory.Span),
        ["M:" + Fixed + "GetSpan(System.Int32)"] = () => Commits(new MemoryBufferWriter<byte>(new byte[8]), writer => writer.GetSpan(1), writer => writer.WrittenSpan),
        ["M:" + Fixed + "GetMemory(System.Int32)"] = () => Commits(new MemoryBufferWriter<byte>(new byte[8]), writer => writer.GetMemory(1).Span, writer => writer.WrittenSpan),
    };

    private delegate Span<T> ViewOf<TOwner, T>(TOwner owner);

    private delegate ReadOnlySpan<T> ReadOnlyViewOf<TOwner, T>(TOwner owner);

    private delegate ref int ValueOf(Dictionary<string, int> dictionary);

    /// <summary>Aliased, if the view is the owner's storage.</summary>
    public static Outcome? Run(string id) => (IsSame.GetValueOrDefault(id) ?? ReaderExperiments.Views.GetValueOrDefault(id) ?? TensorExperiments.Views.GetValueOrDefault(id) ?? LeasedViews.Of(id)) is { } isSame ? isSame() ? Outcome.Aliased : Outcome.Copied : null;

    private static bool InList(ViewOf<List<int>, int> take)
    {
        var list = new List<int> { 1 };
        var view = take(list);
        list[0] = 9;
        return view[0] == 9;
    }

    private static bool InDictionary(ValueOf take)
    {
        var dictionary = new Dictionary<string, int> { ["a"] = 1 };
        ref var view = ref take(dictionary);
        dictionary["a"] = 9;
        return view == 9;
    }

    private static bool InStream(Func<MemoryStream, ArraySegment<byte>> take)
    {
        var stream = new MemoryStream(8);
        stream.WriteByte(1);
        var view = take(stream);
        stream.Position = 0;
        stream.WriteByte(9);
        return view[0] == 9;
    }

    private static bool InWriter(ReadOnlyViewOf<ArrayBufferWriter<byte>, byte> take) => Commits(new ArrayBufferWriter<byte>(8), writer => writer.GetSpan(1), take);

    /// <summary>What is written into the part asked for stands in the written part once the writer advances.</summary>
    private static bool Commits<TWriter>(TWriter writer, ViewOf<TWriter, byte> free, ReadOnlyViewOf<TWriter, byte> written)
        where TWriter : IBufferWriter<byte>
    {
        var view = free(writer);
        writer.Advance(1);
        var after = written(writer);
        view[0] = 9;
        return after[0] == 9;
    }
}
