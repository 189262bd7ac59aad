// The tables of what the generated programs do. They say by themselves what the framework does: the engine's tables are
// not asked, and runs of the programs check what is said here.
using System.Collections.Immutable;

namespace BufferLint.Oracle.Programs;

internal static class Families
{
    private const string Span = "Span<int>";
    private const string ReadOnlySpan = "ReadOnlySpan<int>";
    private const string Reference = "ref int";
    private const string Bytes = "byte[]";
    private const string Marshal = "CollectionsMarshal.";

    public static Family List { get; } = new("List", "List<int>", ["a", "b"], "x")
    {
        Views = [.. Declared(Span, "new int[8]", "v0", "v1"), .. Declared(Reference, "ref world.Spare", "r0")],
        Acquisitions =
        [
            new(Span, "{0} = " + Marshal + "AsSpan({1});"),
            new(Span, "{0} = " + Marshal + "AsSpan({1})[1..];"),
            new(Reference, "{0} = ref " + Marshal + "AsSpan({1})[0];"),
        ],
        Derivations =
        [
            new(Span, Span, "{0} = {1};", Touch.Nothing),
            new(Span, Span, "{0} = {1}[1..];", Touch.View),
            new(Span, Span, "{0} = {1}.Slice(1);", Touch.View),
            new(Reference, Span, "{0} = ref {1}[0];", Touch.View),
            new(Span, Reference, "{0} = MemoryMarshal.CreateSpan(ref {1}, 1);", Touch.View),
        ],
        Uses =
        [
            new(Span, "world.Keep({0}[0]);", Touch.Elements),
            new(Span, "{0}[0] = 1;", Touch.Elements),
            new(Span, "{0}[0] += 2;", Touch.Elements),
            new(Span, "{0}.Reverse();", Touch.Elements),
            new(Span, "world.Look({0});", Touch.Elements),
            new(Span, "world.Keep({0}.Length);", Touch.Nothing),
            new(Reference, "world.Keep({0});", Touch.Elements),
            new(Reference, "{0} = 3;", Touch.Elements),
            new(Reference, "{0}++;", Touch.Elements),
        ],
        Operations =
        [
            new("{0}.Add(1);") { Asks = Asks.ToAdd, Amount = 1 },
            new("{0}.AddRange(new int[2]);") { Asks = Asks.ToAdd, Amount = 2 },
            new("((ICollection<int>){0}).Add(1);") { Asks = Asks.ToAdd, Amount = 1 },
            new("{0}.InsertRange(0, new int[1]);") { Asks = Asks.ToAdd, Amount = 1, Shifts = true },
            new("{0}.Capacity = 32;") { Asks = Asks.ToReallocate, Amount = 32 },
            new("CollectionsMarshal.SetCount({0}, 6);") { Asks = Asks.CountInAll, Amount = 6, Shifts = true },
            new("{0}.Remove(10);") { Removes = Removes.Perhaps, Shifts = true },
            new("{0}.Insert(0, 1);") { Asks = Asks.ToAdd, Amount = 1, Shifts = true },
            new("{0}.EnsureCapacity({0}.Count + 2);") { Asks = Asks.RoomBeyondCount, Amount = 2 },
            new("{0}.EnsureCapacity(8);") { Asks = Asks.RoomInAll, Amount = 8 },
            new("{0}.TrimExcess();") { Asks = Asks.ToReallocate },
            new("{0}.RemoveAt(0);") { Removes = Removes.One, Shifts = true },
            new("{0}.Clear();") { Removes = Removes.All, Shifts = true },
            new("{0}.Sort();") { Writes = true },
            new("{0}[0] = 1;") { Writes = true },
        ],
        Creations =
        [
            new("{0} = new List<int>();", 0, 0),
            new("{0} = new List<int>(2);", 0, 2),
            new("{0} = new List<int>(4) {{ 1, 2 }};", 2, 4),
            new("{0} = new List<int> {{ 1 }};", 1, 0),
        ],
        EachOver = Span,
    };

    public static Family Dictionary { get; } = new("Dictionary", "Dictionary<int, int>", ["m", "n"], "o")
    {
        Views = [.. Declared(Reference, "ref world.Spare", "d0", "d1")],
        Acquisitions =
        [
            new(Reference, "{0} = ref " + Marshal + "GetValueRefOrNullRef({1}, 1);") { Key = 1 },
            new(Reference, "{0} = ref " + Marshal + "GetValueRefOrNullRef({1}, 2);") { Key = 2 },
            new(Reference, "{0} = ref " + Marshal + "GetValueRefOrAddDefault({1}, 1, out _);") { Key = 1, Before = new("") { Asks = Asks.ToAdd, Amount = 1, Key = 1 } },
        ],
        Derivations = [new(Reference, Reference, "{0} = ref {1};", Touch.Nothing)],
        Uses =
        [
            new(Reference, "world.Keep({0});", Touch.Elements),
            new(Reference, "{0} = 3;", Touch.Elements),
            new(Reference, "{0}++;", Touch.Elements),
        ],
        Operations =
        [
            new("{0}[1] = 5;") { Asks = Asks.ToAdd, Amount = 1, Key = 1 },
            new("{0}[4] = 5;") { Asks = Asks.ToAdd, Amount = 1, Key = 4 },
            new("{0}.TryAdd(2, 5);") { Asks = Asks.ToAdd, Amount = 1, Key = 2 },
            new("{0}.Remove(1);") { Removes = Removes.Perhaps, Key = 1 },
            new("{0}.Remove(2);") { Removes = Removes.Perhaps, Key = 2 },
            new("{0}.Clear();") { Removes = Removes.All, Shifts = true },
            new("{0}.EnsureCapacity(16);") { Asks = Asks.RoomInAll, Amount = 16 },
            new("{0}.TrimExcess();") { Asks = Asks.ToReallocate },
        ],
        Creations = [new("{0} = new Dictionary<int, int>();", 0, 0), new("{0} = new Dictionary<int, int>(2);", 0, 2)],
    };

    public static Family Stream { get; } = new("MemoryStream", "MemoryStream", ["s", "t"], "y")
    {
        Views = [.. Declared(Bytes, "new byte[8]", "g0", "g1")],
        Acquisitions = [new(Bytes, "{0} = {1}.GetBuffer();")],
        Derivations = [new(Bytes, Bytes, "{0} = {1};", Touch.Nothing)],
        Uses =
        [
            new(Bytes, "world.Keep({0}[0]);", Touch.Elements),
            new(Bytes, "{0}[0] = 1;", Touch.Elements),
            new(Bytes, "world.Look({0});", Touch.Elements),
            new(Bytes, "world.Keep({0}.Length);", Touch.Nothing),
        ],
        Operations =
        [
            new("{0}.WriteByte(1);") { Asks = Asks.ToAdd, Amount = 1, Writes = true },
            new("{0}.Write(new byte[4], 0, 4);") { Asks = Asks.ToAdd, Amount = 4, Writes = true },
            new("{0}.SetLength(2);") { Asks = Asks.CountInAll, Amount = 2, Shifts = true },
            new("{0}.SetLength(40);") { Asks = Asks.CountInAll, Amount = 40, Shifts = true },
            new("{0}.Capacity = 80;") { Asks = Asks.ToReallocate, Amount = 80 },
            new("{0}.Flush();"),
        ],
        Creations = [new("{0} = new MemoryStream();", 0, 0), new("{0} = new MemoryStream(4);", 0, 4)],
    };

    public static Family Writer { get; } = new("ArrayBufferWriter", "ArrayBufferWriter<int>", ["p", "q"], "z")
    {
        Views = [.. Declared(ReadOnlySpan, "new int[8]", "w0", "w1")],
        Acquisitions = [new(ReadOnlySpan, "{0} = {1}.WrittenSpan;") { NeverThrows = true }],
        Derivations = [new(ReadOnlySpan, ReadOnlySpan, "{0} = {1};", Touch.Nothing), new(ReadOnlySpan, ReadOnlySpan, "{0} = {1}[1..];", Touch.View)],
        Uses =
        [
            new(ReadOnlySpan, "world.Keep({0}[0]);", Touch.Elements),
            new(ReadOnlySpan, "world.Look({0});", Touch.Elements),
            new(ReadOnlySpan, "world.Keep({0}.Length);", Touch.Nothing),
        ],
        Operations =
        [
            new("{0}.Write(new int[2]);") { Asks = Asks.ToAdd, Amount = 2 },
            new("{0}.GetSpan(4);") { Asks = Asks.RoomBeyondCount, Amount = 4 },
            new("{0}.Clear();") { Removes = Removes.All, Shifts = true },
        ],
        Creations = [new("{0} = new ArrayBufferWriter<int>();", 0, 0), new("{0} = new ArrayBufferWriter<int>(4);", 0, 4)],
    };

    public static Family Array { get; } = new("Array", "int[]", ["c", "k"], null)
    {
        Views = [.. Declared(Span, "new int[8]", "u0", "u1"), .. Declared(Reference, "ref world.Spare", "q0")],
        Acquisitions =
        [
            new(Span, "{0} = {1}.AsSpan();"),
            new(Span, "{0} = {1};"),
            new(Span, "{0} = {1}.AsSpan(1);"),
            new(Reference, "{0} = ref {1}[0];"),
        ],
        Derivations =
        [
            new(Span, Span, "{0} = {1};", Touch.Nothing),
            new(Span, Span, "{0} = {1}[1..];", Touch.View),
            new(Reference, Span, "{0} = ref {1}[0];", Touch.View),
            new(Reference, Reference, "{0} = ref {1};", Touch.Nothing),
        ],
        Uses =
        [
            new(Span, "world.Keep({0}[0]);", Touch.Elements),
            new(Span, "{0}[0] = 1;", Touch.Elements),
            new(Span, "world.Look({0});", Touch.Elements),
            new(Reference, "world.Keep({0});", Touch.Elements),
            new(Reference, "{0}++;", Touch.Elements),
        ],
        Operations =
        [
            new("Array.Resize(ref {0}, {0}.Length + 1);") { Asks = Asks.ToReallocate, Renews = true },
            new("{0}[0] = 1;") { Writes = true },
            new("Array.Sort({0});") { Writes = true },
        ],
        Creations = [],
        EachOver = Span,
    };

    public static ImmutableArray<Family> All { get; } = [List, Dictionary, Stream, Writer, Array];

    private static ImmutableArray<ViewVariable> Declared(string kind, string spare, params string[] names) =>
        [.. System.Linq.Enumerable.Select(names, name => new ViewVariable(name, kind, $"{kind} {name} = {spare};"))];
}
