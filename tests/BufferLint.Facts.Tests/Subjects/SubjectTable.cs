// Which owner stands for a type that the tables speak of.
using System;
using System.Buffers;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CommunityToolkit.HighPerformance.Buffers;

namespace BufferLint.ExecutedFacts.Subjects;

internal static class SubjectTable
{
    private static readonly Dictionary<Type, Func<int, Subject>> Makers = new()
    {
        [typeof(List<>)] = ListSubject.WithRoom,
        [typeof(IList<>)] = ListSubject.WithRoom,
        [typeof(IList)] = ListSubject.WithRoom,
        [typeof(ICollection<>)] = ListSubject.WithRoom,
        [typeof(Array)] = _ => new ArraySubject(),
        [typeof(Dictionary<,>)] = spare => DictionarySubject.WithRoom(spare, throughLookup: false),
        [typeof(IDictionary<,>)] = spare => DictionarySubject.WithRoom(spare, throughLookup: false),
        [typeof(Dictionary<,>.AlternateLookup<>)] = spare => DictionarySubject.WithRoom(spare, throughLookup: true),
        [typeof(BitArray)] = _ => new BitArraySubject(),
        [typeof(ImmutableArray<>.Builder)] = ImmutableArraySubject.WithRoom,
        [typeof(ImmutableList<>.Builder)] = _ => new ImmutableListSubject(),
        [typeof(ImmutableSortedSet<>.Builder)] = _ => new ImmutableSortedSetSubject(),
        [typeof(ImmutableSortedDictionary<,>.Builder)] = _ => new ImmutableSortedDictionarySubject(),
        [typeof(StringBuilder)] = StringBuilderSubject.InOneChunk,
        [typeof(MemoryStream)] = MemoryStreamSubject.WithRoom,
        [typeof(Stream)] = MemoryStreamSubject.WithRoom,
        [typeof(ArrayBufferWriter<>)] = Writer<byte>,
        [typeof(IBufferWriter<>)] = Writer<byte>,
        [typeof(IBufferWriter<byte>)] = Writer<byte>,
        [typeof(IBufferWriter<char>)] = Writer<char>,
        [typeof(ArrayPoolBufferWriter<>)] = spare => PooledWriter(spare),
        [typeof(MemoryBufferWriter<>)] = spare => BufferWriterSubject<byte>.Of(new MemoryBufferWriter<byte>(new byte[3 + spare])).Filled(3),
        [typeof(TextWriter)] = TextWriter,
        [typeof(StreamWriter)] = TextWriter,
        [typeof(BinaryWriter)] = spare => Over(spare, stream => new BinaryWriter(stream), _ => { }),
        [typeof(BufferedStream)] = spare => Over(spare, stream => new BufferedStream(stream), Gather),
        [typeof(CryptoStream)] = spare => Over(spare, stream => new CryptoStream(stream, new ToBase64Transform(), CryptoStreamMode.Write), Gather),
        [typeof(DeflateStream)] = spare => Over(spare, stream => new DeflateStream(stream, CompressionMode.Compress), Gather),
        [typeof(GZipStream)] = spare => Over(spare, stream => new GZipStream(stream, CompressionMode.Compress), Gather),
        [typeof(ZLibStream)] = spare => Over(spare, stream => new ZLibStream(stream, CompressionMode.Compress), Gather),
        [typeof(BrotliStream)] = spare => Over(spare, stream => new BrotliStream(stream, CompressionMode.Compress), Gather),
        [typeof(Utf8JsonWriter)] = JsonWriter,
    };

    /// <summary>An owner for a type, with room for so many more elements.</summary>
    /// <returns><see langword="null"/> if none stands for it.</returns>
    public static Subject? Make(Type type, int spare)
    {
        var maker = Makers.GetValueOrDefault(type.IsArray ? typeof(Array) : type) ?? (type.IsGenericType ? Makers.GetValueOrDefault(type.GetGenericTypeDefinition()) : null);
        return maker?.Invoke(spare);
    }

    /// <summary>States in which a growing or shrinking member finds no room, or too much, to leave the storage where it is.</summary>
    public static IEnumerable<Subject> ReadyToMove(Type type)
    {
        foreach (var spare in new[] { 0, 64 })
        {
            if (Make(type, spare) is { } subject)
            {
                yield return subject;
            }
        }

        if (type == typeof(StringBuilder))
        {
            yield return StringBuilderSubject.InTwoChunks();
        }
    }

    private static Subject Writer<T>(int spare)
        where T : unmanaged
    {
        var writer = new ArrayBufferWriter<T>(3 + spare);
        return BufferWriterSubject<T>.Of(writer).Filled(writer.FreeCapacity - spare);
    }

    private static Subject PooledWriter(int spare)
    {
        // The pool gives more than is asked for.
        var writer = new ArrayPoolBufferWriter<byte>(3 + spare);
        return BufferWriterSubject<byte>.Of(writer).Filled(writer.FreeCapacity - spare);
    }

    private static WrapperSubject TextWriter(int spare) =>
        Over(spare, stream => new StreamWriter(stream, new UTF8Encoding(false), 128), writer => writer.Write('x'));

    private static WrapperSubject JsonWriter(int spare)
    {
        var below = Writer<byte>(spare);
        return new WrapperSubject(new Utf8JsonWriter((IBufferWriter<byte>)below.Owner, new JsonWriterOptions { SkipValidation = true }), below);
    }

    private static WrapperSubject Over<TWrapper>(int spare, Func<Stream, TWrapper> wrap, Action<TWrapper> gather)
        where TWrapper : class
    {
        // Some write a header at once; the room is counted from there.
        var stream = new MemoryStream();
        stream.Write([1, 2, 3]);
        var wrapper = wrap(stream);
        gather(wrapper);
        stream.Capacity = (int)stream.Length + spare;
        return new WrapperSubject(wrapper, new MemoryStreamSubject(stream));
    }

    /// <summary>Two bytes, which every wrapper keeps back until there are more or it is flushed.</summary>
    private static void Gather(Stream stream) => stream.Write([1, 2]);
}
