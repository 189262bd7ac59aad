// Members that speak of room: what is made with a capacity, what takes room, what goes back to where there is room, and
// owners that keep one storage for life.
using System;
using System.Buffers;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using BufferLint.ExecutedFacts.Calls;
using BufferLint.ExecutedFacts.Subjects;
using BufferLint.Model;
using CommunityToolkit.HighPerformance.Buffers;

namespace BufferLint.ExecutedFacts.Experiments;

internal static class RoomExperiments
{
    private const int Room = 8;

    private static readonly Dictionary<string, Func<Outcome>> Reserving = new()
    {
        ["M:System.Collections.Generic.List`1.#ctor(System.Int32)"] = () => FilledUp(new ListSubject(new List<int>(Room))),
        ["M:System.Collections.Generic.Dictionary`2.#ctor(System.Int32)"] = () => Filled(new Dictionary<string, int>(Room)),
        ["M:System.Collections.Generic.Dictionary`2.#ctor(System.Int32,System.Collections.Generic.IEqualityComparer{`0})"] = () => Filled(new Dictionary<string, int>(Room, StringComparer.Ordinal)),
        ["M:System.IO.MemoryStream.#ctor(System.Int32)"] = () => FilledUp(new MemoryStreamSubject(new MemoryStream(Room))),
        ["M:System.Buffers.ArrayBufferWriter`1.#ctor(System.Int32)"] = () => FilledUp(BufferWriterSubject<byte>.Of(new ArrayBufferWriter<byte>(Room))),
        ["M:System.Collections.Immutable.ImmutableArray.CreateBuilder``1(System.Int32)"] = () => FilledUp(new ImmutableArraySubject(ImmutableArray.CreateBuilder<int>(Room))),
        ["M:CommunityToolkit.HighPerformance.Buffers.ArrayPoolBufferWriter`1.#ctor(System.Int32)"] = () => FilledUp(BufferWriterSubject<byte>.Of(new ArrayPoolBufferWriter<byte>(Room))),
        ["M:CommunityToolkit.HighPerformance.Buffers.ArrayPoolBufferWriter`1.#ctor(System.Buffers.ArrayPool{`0},System.Int32)"] = () => FilledUp(BufferWriterSubject<byte>.Of(new ArrayPoolBufferWriter<byte>(ArrayPool<byte>.Shared, Room))),
    };

    private static readonly Dictionary<string, Func<Outcome>> Filling = new()
    {
        ["M:System.Buffers.ArrayBufferWriter`1.Advance(System.Int32)"] = static () =>
        {
            var writer = new ArrayBufferWriter<byte>(Room);
            return Advanced(writer, () => writer.FreeCapacity, BufferWriterSubject<byte>.Of(writer));
        },
        ["M:System.Buffers.IBufferWriter`1.Advance(System.Int32)"] = static () =>
        {
            var writer = new ArrayBufferWriter<byte>(Room);
            return Advanced(writer, () => writer.FreeCapacity, BufferWriterSubject<byte>.Of(writer));
        },
        ["M:CommunityToolkit.HighPerformance.Buffers.ArrayPoolBufferWriter`1.Advance(System.Int32)"] = static () =>
        {
            var writer = new ArrayPoolBufferWriter<byte>(Room);
            return Advanced(writer, () => writer.FreeCapacity, BufferWriterSubject<byte>.Of(writer));
        },
    };

    /// <summary>Stayed, if the room is as the row says.</summary>
    public static Outcome? Run(ApiRow row, Effect effect) => effect.Kind switch
    {
        EffectKind.Reserves => Reserving.GetValueOrDefault(row.Id)?.Invoke(),
        EffectKind.Fills => Filling.GetValueOrDefault(row.Id)?.Invoke(),
        EffectKind.Rewinds => Rewound(row, effect),
        EffectKind.NeverMoves => Bound(row, effect),
        _ => null,
    };

    private static Outcome FilledUp(Subject subject)
    {
        subject.Add(1);
        return subject.Watch(() => subject.Add(Room - 1));
    }

    private static Outcome Filled(Dictionary<string, int> dictionary)
    {
        dictionary.Add(DictionarySubject.Viewed, 1);
        var subject = new DictionarySubject(dictionary, throughLookup: false);
        return subject.Watch(() => subject.Add(Room - 1));
    }

    private static Outcome Advanced(IBufferWriter<byte> writer, Func<int> free, Subject subject)
    {
        subject.Add(1);
        var before = free();
        writer.GetSpan(3);
        var outcome = subject.Watch(() => writer.Advance(3));
        return free() == before - 3 ? outcome : Outcome.Copied;
    }

    /// <summary>A full stream, taken back to its start and written again.</summary>
    private static Outcome? Rewound(ApiRow row, Effect effect)
    {
        var method = Arrangement.MethodOf(row, effect)!;
        if (SubjectTable.Make(Arrangement.OwnerType(method, effect), 0) is not { } subject)
        {
            return null;
        }

        var rewind = Arrangement.Call(method, effect, subject, 0, parameter => parameter.Name is "value" ? 0L : null);
        var stream = subject.Owner as Stream ?? ((BinaryWriter)subject.Owner).BaseStream;
        return subject.Watch(() =>
        {
            rewind();
            stream.WriteByte(1);
        });
    }

    /// <summary>Something made over a given array, written beyond its end: it refuses, or at least has no other array.</summary>
    private static Outcome? Bound(ApiRow row, Effect effect)
    {
        var given = new byte[Room];
        switch (Arrangement.MethodOf(row, effect))
        {
            case { } method when method.DeclaringType == typeof(MemoryStream):
                var arguments = new object?[method.GetParameters().Length];
                arguments[0] = given;
                for (var index = 1; index < arguments.Length; index++)
                {
                    arguments[index] = method.GetParameters()[index].ParameterType == typeof(bool) ? true : index == 1 ? 0 : Room;
                }

                var stream = (MemoryStream)Invoker.Prepare(method, arguments)()!;
                return Refuses<NotSupportedException>(() => stream.Write(new byte[Room + 1])) && Refuses<NotSupportedException>(() => stream.Capacity = Room + 1) ? Outcome.Stayed : Outcome.Moved;
            case { } method when method.DeclaringType == typeof(MemoryBufferWriter<>):
                var writer = new MemoryBufferWriter<byte>(given);
                return Refuses<ArgumentException>(() => writer.GetSpan(Room + 1)) ? Outcome.Stayed : Outcome.Moved;
            default:
                return null;
        }
    }

    private static bool Refuses<TException>(Action action)
        where TException : Exception
    {
        try
        {
            action();
            return false;
        }
        catch (TException)
        {
            return true;
        }
    }
}
