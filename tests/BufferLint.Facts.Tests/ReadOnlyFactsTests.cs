// What the tables say of read-only storage, executed: a cast copies nothing and asks nothing, what makes something read-only
// copies nothing either, what makes a text makes a new one, and what is said to write writes.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using BufferLint.Model.Catalogs;
using Xunit;

namespace BufferLint.ExecutedFacts;

public unsafe class ReadOnlyFactsTests
{
    private const string Marshalling = "System.Runtime.InteropServices.";
    private const string Package = "System.BinaryData";

    /// <summary>Writes through a cast; true if what was cast has changed.</summary>
    private static readonly Dictionary<(string, string), Func<bool>> Casts = new()
    {
        [(Marshalling + "MemoryMarshal", "AsMemory")] = static () => Changes(bytes => MemoryMarshal.AsMemory((ReadOnlyMemory<byte>)bytes).Span[0] = 1),
        [(Marshalling + "MemoryMarshal", "GetReference")] = static () => Changes(bytes => MemoryMarshal.GetReference((ReadOnlySpan<byte>)bytes) = 1),
        [(Marshalling + "MemoryMarshal", "TryGetArray")] = static () => Changes(bytes => _ = MemoryMarshal.TryGetArray((ReadOnlyMemory<byte>)bytes, out var segment) ? segment.Array![0] = 1 : 0),
        [(Marshalling + "SequenceMarshal", "TryGetArray")] = static () => Changes(bytes => _ = SequenceMarshal.TryGetArray(new System.Buffers.ReadOnlySequence<byte>(bytes), out var segment) ? segment.Array![0] = 1 : 0),
        [(Marshalling + "ImmutableCollectionsMarshal", "AsArray")] = static () => Changes(bytes => ImmutableCollectionsMarshal.AsArray(ImmutableCollectionsMarshal.AsImmutableArray(bytes))![0] = 1),
        [("System.Runtime.CompilerServices.Unsafe", "AsRef")] = static () => Changes(static bytes => Unsafe.AsRef(in ((ReadOnlySpan<byte>)bytes)[0]) = 1),
        [(Marshalling + "GCHandle", "Alloc")] = static () =>
        {
            var text = new string('a', 4);
            var handle = GCHandle.Alloc(text, GCHandleType.Pinned);
            *(char*)handle.AddrOfPinnedObject() = 'b';
            handle.Free();
            return text == "baaa";
        },
    };

    /// <summary>Writes by the old name; true if what was made of it has changed.</summary>
    private static readonly Dictionary<(string, string), Func<bool>> HandOvers = new()
    {
        [(Marshalling + "ImmutableCollectionsMarshal", "AsImmutableArray")] = static () =>
        {
            var bytes = new byte[1];
            var frozen = ImmutableCollectionsMarshal.AsImmutableArray(bytes);
            bytes[0] = 1;
            return frozen[0] == 1;
        },
    };

    /// <summary>Makes a text twice; true if these are two.</summary>
    private static readonly Dictionary<(string, string), Func<bool>> Makers = new()
    {
        [("System.String", ".ctor")] = static () => AreTwo(static () => new string('a', 3)),
        [("System.String", "Create")] = static () => AreTwo(static () => string.Create(3, 'a', static (span, letter) => span.Fill(letter))),
#pragma warning disable CS0618 // It is said to make a copy, which is what is asked.
        [("System.String", "Copy")] = static () => AreTwo(static () => string.Copy("aaa")),
#pragma warning restore CS0618
        [("System.Text.StringBuilder", "ToString")] = static () => new StringBuilder("aaa") is var builder && AreTwo(() => builder.ToString()),
        [("System.Text.Encoding", "GetString")] = static () => AreTwo(static () => Encoding.UTF8.GetString("aaa"u8)),
        [(Marshalling + "Marshal", "PtrToStringUni")] = static () => AreTwo(static () => OfNative("a\0a\0\0\0"u8, Marshal.PtrToStringUni)),
        [(Marshalling + "Marshal", "PtrToStringAnsi")] = static () => AreTwo(static () => OfNative("aa\0"u8, Marshal.PtrToStringAnsi)),
        [(Marshalling + "Marshal", "PtrToStringUTF8")] = static () => AreTwo(static () => OfNative("aa\0"u8, Marshal.PtrToStringUTF8)),
    };

    /// <summary>Gives storage to who writes it; true if it has changed.</summary>
    private static readonly Dictionary<(string, string, string), Func<bool>> Writers = new()
    {
        [("System.MemoryExtensions", "Sort", "span")] = static () => Changes(static bytes => bytes.AsSpan().Sort()),
        [("System.MemoryExtensions", "Sort", "keys")] = static () => Changes(static bytes => bytes.AsSpan().Sort(new int[4].AsSpan())),
        [("System.MemoryExtensions", "Sort", "items")] = static () => Changes(static bytes => new[] { 4, 3, 2, 1 }.AsSpan().Sort(bytes.AsSpan())),
        [("System.MemoryExtensions", "Reverse", "span")] = static () => Changes(static bytes => MemoryExtensions.Reverse(bytes.AsSpan())),
        [("System.MemoryExtensions", "Replace", "span")] = static () => Changes(static bytes => bytes.AsSpan().Replace((byte)9, (byte)1)),
        [("System.MemoryExtensions", "CopyTo", "destination")] = static () => Changes(static bytes => new byte[] { 1 }.CopyTo(bytes.AsSpan())),
        [("System.MemoryExtensions", "TryWrite", "destination")] = static () => ChangesText(static letters => letters.AsSpan().TryWrite($"b", out _)),
        [("System.MemoryExtensions", "ToUpperInvariant", "destination")] = static () => ChangesText(static letters => "b".AsSpan().ToUpperInvariant(letters)),
        [("System.MemoryExtensions", "ToLowerInvariant", "destination")] = static () => ChangesText(static letters => "b".AsSpan().ToLowerInvariant(letters)),
        [("System.MemoryExtensions", "ToUpper", "destination")] = static () => ChangesText(static letters => "b".AsSpan().ToUpper(letters, null)),
        [("System.MemoryExtensions", "ToLower", "destination")] = static () => ChangesText(static letters => "b".AsSpan().ToLower(letters, null)),
        [(Marshalling + "MemoryMarshal", "Write", "destination")] = static () => Changes(static bytes => MemoryMarshal.Write(bytes, (byte)1)),
        [(Marshalling + "MemoryMarshal", "TryWrite", "destination")] = static () => Changes(static bytes => MemoryMarshal.TryWrite(bytes, (byte)1)),
        [("System.Array", "Clear", "array")] = static () => Changes(static bytes => Array.Clear(bytes)),
        [("System.Array", "Fill", "array")] = static () => Changes(static bytes => Array.Fill(bytes, (byte)1)),
        [("System.Array", "Reverse", "array")] = static () => Changes(static bytes => Array.Reverse(bytes)),
        [("System.Array", "Sort", "array")] = static () => Changes(static bytes => Array.Sort(bytes)),
        [("System.Array", "Sort", "keys")] = static () => Changes(static bytes => Array.Sort(bytes, new int[4])),
        [("System.Array", "Sort", "items")] = static () => Changes(static bytes => Array.Sort(new[] { 4, 3, 2, 1 }, bytes)),
        [("System.Array", "Copy", "destinationArray")] = static () => Changes(static bytes => Array.Copy(new byte[] { 1 }, bytes, 1)),
        [("System.Array", "ConstrainedCopy", "destinationArray")] = static () => Changes(static bytes => Array.ConstrainedCopy(new byte[] { 1 }, 0, bytes, 0, 1)),
        [("System.Array", "CopyTo", "array")] = static () => Changes(static bytes => new byte[] { 1 }.CopyTo(bytes, 0)),
        [("System.Collections.Generic.List`1", "CopyTo", "array")] = static () => Changes(static bytes => new List<byte> { 1 }.CopyTo(bytes)),
        [("System.Buffer", "BlockCopy", "dst")] = static () => Changes(static bytes => Buffer.BlockCopy(new byte[] { 1 }, 0, bytes, 0, 1)),
        [("System.Buffer", "SetByte", "array")] = static () => Changes(static bytes => Buffer.SetByte(bytes, 0, 1)),
        [("System.Buffer", "MemoryCopy", "destination")] = static () => ChangesAt(static (target, source) => Buffer.MemoryCopy((void*)source, (void*)target, 1, 1)),
        [("System.Random", "NextBytes", "buffer")] = static () => Changes(static bytes => new Random(1).NextBytes(bytes)),
        [("System.IO.Stream", "Read", "buffer")] = static () => Changes(static bytes => new MemoryStream([1]).Read(bytes, 0, 1)),
        [("System.IO.Stream", "ReadAsync", "buffer")] = static () => Changes(static bytes => new MemoryStream([1]).ReadAsync(bytes, 0, 1).GetAwaiter().GetResult()),
        [("System.IO.Stream", "ReadExactly", "buffer")] = static () => Changes(static bytes => new MemoryStream([1]).ReadExactly(bytes, 0, 1)),
        [("System.IO.TextReader", "Read", "buffer")] = static () => ChangesText(static letters => new StringReader("b").Read(letters, 0, 1)),
        [("System.Text.Encoding", "GetBytes", "bytes")] = static () => Changes(static bytes => Encoding.UTF8.GetBytes("b", 0, 1, bytes, 0)),
        [("System.Text.Encoding", "GetChars", "chars")] = static () => ChangesText(static letters => Encoding.UTF8.GetChars([98], 0, 1, letters, 0)),
        [("System.String", "CopyTo", "destination")] = static () => ChangesText(static letters => "b".CopyTo(0, letters, 0, 1)),
        [("System.Security.Cryptography.CryptographicOperations", "ZeroMemory", "buffer")] = static () => Changes(static bytes => CryptographicOperations.ZeroMemory(bytes)),
        [("System.Runtime.CompilerServices.Unsafe", "Write", "destination")] = static () => ChangesAt(static (target, _) => Unsafe.Write((void*)target, (byte)1)),
        [("System.Runtime.CompilerServices.Unsafe", "WriteUnaligned", "destination")] = static () => Changes(static bytes => Unsafe.WriteUnaligned(ref bytes[0], (byte)1)),
        [("System.Runtime.CompilerServices.Unsafe", "Copy", "destination")] = static () => ChangesAt(static (target, _) =>
        {
            byte one = 1;
            Unsafe.Copy((void*)target, ref one);
        }),
        [("System.Runtime.CompilerServices.Unsafe", "CopyBlock", "destination")] = static () => ChangesAt(static (target, source) => Unsafe.CopyBlock((void*)target, (void*)source, 1)),
        [("System.Runtime.CompilerServices.Unsafe", "CopyBlockUnaligned", "destination")] = static () => ChangesAt(static (target, source) => Unsafe.CopyBlockUnaligned((void*)target, (void*)source, 1)),
        [("System.Runtime.CompilerServices.Unsafe", "InitBlock", "startAddress")] = static () => ChangesAt(static (target, _) => Unsafe.InitBlock((void*)target, 1, 1)),
        [("System.Runtime.CompilerServices.Unsafe", "InitBlockUnaligned", "startAddress")] = static () => ChangesAt(static (target, _) => Unsafe.InitBlockUnaligned((void*)target, 1, 1)),
        [(Marshalling + "Marshal", "Copy", "destination")] = static () => ChangesAt(static (target, _) => Marshal.Copy(new byte[] { 1 }, 0, target, 1)),
        [(Marshalling + "Marshal", "WriteByte", "ptr")] = static () => ChangesAt(static (target, _) => Marshal.WriteByte(target, 1)),
        [(Marshalling + "Marshal", "WriteInt16", "ptr")] = static () => ChangesAt(static (target, _) => Marshal.WriteInt16(target, 1)),
        [(Marshalling + "Marshal", "WriteInt32", "ptr")] = static () => ChangesAt(static (target, _) => Marshal.WriteInt32(target, 1)),
        [(Marshalling + "Marshal", "WriteInt64", "ptr")] = static () => ChangesAt(static (target, _) => Marshal.WriteInt64(target, 1)),
        [(Marshalling + "Marshal", "WriteIntPtr", "ptr")] = static () => ChangesAt(static (target, _) => Marshal.WriteIntPtr(target, 1)),
        [(Marshalling + "Marshal", "StructureToPtr", "ptr")] = static () => ChangesAt(static (target, _) => Marshal.StructureToPtr(1, target, false)),
        [(Marshalling + "NativeMemory", "Clear", "ptr")] = static () => ChangesAt(static (target, _) => NativeMemory.Clear((void*)target, 1)),
        [(Marshalling + "NativeMemory", "Fill", "ptr")] = static () => ChangesAt(static (target, _) => NativeMemory.Fill((void*)target, 1, 1)),
        [(Marshalling + "NativeMemory", "Copy", "destination")] = static () => ChangesAt(static (target, source) => NativeMemory.Copy((void*)source, (void*)target, 1)),
        [("System.Threading.Volatile", "Write", "location")] = static () => Changes(static bytes => Volatile.Write(ref bytes[0], 1)),
    };

    /// <summary>All casts of the table.</summary>
    public static TheoryData<string, string> AllCasts => Pairs(ReadOnlyCasts.Members);

    /// <summary>All hand-overs of the table but those of a package that is not here.</summary>
    public static TheoryData<string, string> AllHandOvers => Pairs(ReadOnlyCasts.HandOvers.Where(static member => member.Type != Package));

    /// <summary>All makers of the table.</summary>
    public static TheoryData<string, string> AllMakers => Pairs(ReadOnlyCasts.Makers);

    /// <summary>All parameters of the table.</summary>
    public static TheoryData<string, string, string> AllWriters
    {
        get
        {
            var all = new TheoryData<string, string, string>();
            foreach (var (type, member, parameter) in WriteApis.ByName.Order())
            {
                all.Add(type, member, parameter);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(AllCasts))]
    public void CastLeadsIntoWhatWasCast(string type, string member) => Assert.True(Casts[(type, member)]());

    [Theory]
    [MemberData(nameof(AllHandOvers))]
    public void HandedOverStorageIsTheSame(string type, string member) => Assert.True(HandOvers[(type, member)]());

    [Theory]
    [MemberData(nameof(AllMakers))]
    public void TextIsNew(string type, string member) => Assert.True(Makers[(type, member)]());

    [Theory]
    [MemberData(nameof(AllWriters))]
    public void ParameterIsWritten(string type, string member, string parameter) => Assert.True(Writers[(type, member, parameter)]());

    [Fact]
    public void VariableReadAsAnotherTypeIsTheSameStorage()
    {
        var frozen = ImmutableArray.Create(1);
        Unsafe.As<ImmutableArray<int>, int[]>(ref frozen)[0] = 2;
        Assert.Equal(2, frozen[0]);
    }

    [Fact]
    public void StreamOfReadOnlyBytesRefuses() => Assert.Throws<NotSupportedException>(static () => new MemoryStream(new byte[1], writable: false).WriteByte(1));

    private static TheoryData<string, string> Pairs(IEnumerable<(string Type, string Member)> members)
    {
        var all = new TheoryData<string, string>();
        foreach (var (type, member) in members.Order())
        {
            all.Add(type, member);
        }

        return all;
    }

    private static bool Changes(Action<byte[]> write)
    {
        byte[] bytes = [9, 8, 7, 6];
        write(bytes);
        return bytes is not [9, 8, 7, 6];
    }

    private static bool ChangesText(Action<char[]> write)
    {
        var letters = new char[1];
        write(letters);
        return letters[0] != '\0';
    }

    private static bool ChangesAt(Action<nint, nint> write)
    {
        long target = 9, source = 1;
        write((nint)(&target), (nint)(&source));
        return target != 9;
    }

    private static bool AreTwo(Func<string> make) => !ReferenceEquals(make(), make());

    private static string OfNative(ReadOnlySpan<byte> bytes, Func<nint, string?> read)
    {
        fixed (byte* start = bytes)
        {
            return read((nint)start)!;
        }
    }
}
