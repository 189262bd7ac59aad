// Facts about what no table of owners can hold: variables, addresses, ref structs.
using System;
using System.Buffers;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Threading;
using BufferLint.ExecutedFacts.Subjects;
using CommunityToolkit.HighPerformance;

namespace BufferLint.ExecutedFacts.Experiments;

internal static unsafe class SpecialExperiments
{
    private const string Handler = "M:System.Runtime.CompilerServices.DefaultInterpolatedStringHandler.";
    private const int Small = 64;
    private const int Large = 1 << 16;

    private static readonly Dictionary<string, Func<Outcome>> Runs = new()
    {
        ["M:System.Array.Resize``1(``0[]@,System.Int32)"] = () => Renewed((ref int[] array) => Array.Resize(ref array, 100)),
        ["M:CommunityToolkit.HighPerformance.ArrayPoolExtensions.Resize``1(System.Buffers.ArrayPool{``0},``0[]@,System.Int32,System.Boolean)"] = () => Renewed((ref int[] array) => ArrayPoolExtensions.Resize(ArrayPool<int>.Shared, ref array!, 10_000)),
        ["M:System.Runtime.InteropServices.NativeMemory.Realloc(System.Void*,System.UIntPtr)"] = () => Reallocated(size => (nint)NativeMemory.Alloc((nuint)size), (block, size) => (nint)NativeMemory.Realloc((void*)block, (nuint)size), block => NativeMemory.Free((void*)block)),
        ["M:System.Runtime.InteropServices.NativeMemory.AlignedRealloc(System.Void*,System.UIntPtr,System.UIntPtr)"] = () => Reallocated(size => (nint)NativeMemory.AlignedAlloc((nuint)size, 16), (block, size) => (nint)NativeMemory.AlignedRealloc((void*)block, (nuint)size, 16), block => NativeMemory.AlignedFree((void*)block)),
        ["M:System.Runtime.InteropServices.Marshal.ReAllocHGlobal(System.IntPtr,System.IntPtr)"] = () => Reallocated(Marshal.AllocHGlobal, (block, size) => Marshal.ReAllocHGlobal(block, size), Marshal.FreeHGlobal),
        ["M:System.Runtime.InteropServices.Marshal.ReAllocCoTaskMem(System.IntPtr,System.Int32)"] = () => Reallocated(Marshal.AllocCoTaskMem, Marshal.ReAllocCoTaskMem, Marshal.FreeCoTaskMem),
        [Handler + "AppendLiteral(System.String)"] = () => Appended((ref DefaultInterpolatedStringHandler handler) => handler.AppendLiteral("text")),
        [Handler + "AppendFormatted(System.Object,System.Int32,System.String)"] = () => Appended((ref DefaultInterpolatedStringHandler handler) => handler.AppendFormatted((object)"text", 8, null)),
        [Handler + "AppendFormatted(System.ReadOnlySpan{System.Char})"] = () => Appended((ref DefaultInterpolatedStringHandler handler) => handler.AppendFormatted("text".AsSpan())),
        [Handler + "AppendFormatted(System.ReadOnlySpan{System.Char},System.Int32,System.String)"] = () => Appended((ref DefaultInterpolatedStringHandler handler) => handler.AppendFormatted("text".AsSpan(), 8, null)),
        [Handler + "AppendFormatted(System.String)"] = () => Appended((ref DefaultInterpolatedStringHandler handler) => handler.AppendFormatted("text")),
        [Handler + "AppendFormatted(System.String,System.Int32,System.String)"] = () => Appended((ref DefaultInterpolatedStringHandler handler) => handler.AppendFormatted("text", 8, null)),
        [Handler + "AppendFormatted``1(``0)"] = () => Appended((ref DefaultInterpolatedStringHandler handler) => handler.AppendFormatted(1234)),
        [Handler + "AppendFormatted``1(``0,System.Int32)"] = () => Appended((ref DefaultInterpolatedStringHandler handler) => handler.AppendFormatted(1234, 8)),
        [Handler + "AppendFormatted``1(``0,System.Int32,System.String)"] = () => Appended((ref DefaultInterpolatedStringHandler handler) => handler.AppendFormatted(1234, 8, "D")),
        [Handler + "AppendFormatted``1(``0,System.String)"] = () => Appended((ref DefaultInterpolatedStringHandler handler) => handler.AppendFormatted(1234, "D")),
        ["M:System.Threading.Interlocked.Exchange``1(``0@,``0)"] = () => Exchanged<object>(Interlocked.Exchange, new object(), new object()),
        ["M:System.Threading.Interlocked.Exchange(System.Object@,System.Object)"] = () => Exchanged(Interlocked.Exchange, new object(), new object()),
        ["M:System.Threading.Interlocked.Exchange(System.IntPtr@,System.IntPtr)"] = () => Exchanged<nint>(Interlocked.Exchange, 1, 2),
        ["M:System.Threading.Interlocked.Exchange(System.UIntPtr@,System.UIntPtr)"] = () => Exchanged<nuint>(Interlocked.Exchange, 1, 2),
        ["M:System.Text.Json.Utf8JsonWriter.Reset(System.Buffers.IBufferWriter{System.Byte})"] = static () =>
        {
            var writer = new Utf8JsonWriter(new ArrayBufferWriter<byte>());
            var owner = SubjectTable.Make(typeof(IBufferWriter<byte>), 0)!;
            writer.Reset((IBufferWriter<byte>)owner.Owner);
            return HandleExperiments.WriteInto(writer, owner) ?? Outcome.Copied;
        },
        ["M:System.Collections.Generic.Dictionary`2.GetAlternateLookup``1"] = static () =>
        {
            var dictionary = new Dictionary<string, int>();
            dictionary.GetAlternateLookup<ReadOnlySpan<char>>()["a"] = 1;
            return dictionary.ContainsKey("a") ? Outcome.Forwarded : Outcome.Copied;
        },
        ["P:System.Collections.Generic.Dictionary`2.AlternateLookup`1.Dictionary"] = static () =>
        {
            var dictionary = new Dictionary<string, int>();
            return ReferenceEquals(dictionary.GetAlternateLookup<ReadOnlySpan<char>>().Dictionary, dictionary) ? Outcome.Forwarded : Outcome.Copied;
        },
    };

    private delegate T Exchanging<T>(ref T place, T given);

    private delegate void Resizing(ref int[] array);

    private delegate void Appending(ref DefaultInterpolatedStringHandler handler);

    public static Outcome? Run(string id) => Runs.GetValueOrDefault(id)?.Invoke();

    private static Outcome Exchanged<T>(Exchanging<T> exchange, T held, T given)
    {
        var place = held;
        return Equals(exchange(ref place, given), held) && Equals(place, given) ? Outcome.Forwarded : Outcome.Copied;
    }

    private static Outcome Renewed(Resizing resize)
    {
        var array = ArrayPool<int>.Shared.Rent(3);
        var old = array;
        resize(ref array);
        return ReferenceEquals(old, array) ? Outcome.Stayed : Outcome.Moved;
    }

    /// <summary>Many blocks grow; not all of them can do so where they lie.</summary>
    private static Outcome Reallocated(Func<int, nint> allocate, Func<nint, int, nint> reallocate, Action<nint> free)
    {
        var moved = false;
        var blocks = new nint[50];
        for (var index = 0; index < blocks.Length; index++)
        {
            blocks[index] = allocate(Small);
        }

        foreach (var block in blocks)
        {
            var grown = reallocate(block, Large);
            moved |= grown != block;
            free(grown);
        }

        return moved ? Outcome.Moved : Outcome.Stayed;
    }

    /// <summary>Appends until the text lies elsewhere.</summary>
    private static Outcome Appended(Appending append)
    {
        var handler = new DefaultInterpolatedStringHandler(1, 0);
        handler.AppendLiteral("x");
        var before = handler.Text;
        for (var times = 0; times < 1_000; times++)
        {
            append(ref handler);
            if (!Unsafe.AreSame(in before[0], in handler.Text[0]))
            {
                return Outcome.Moved;
            }
        }

        return Outcome.Stayed;
    }
}
