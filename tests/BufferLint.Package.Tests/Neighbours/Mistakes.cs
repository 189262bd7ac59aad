// What BufferLint and its neighbours are asked about: docs/together.md shows who says what here.
using System;
using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.IO.Pipelines;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Threading.Tasks;

namespace Neighbours;

/// <summary>One mistake a method.</summary>
public static class Mistakes
{
    public static int OwnerNeverDisposed()
    {
        var owner = MemoryPool<byte>.Shared.Rent(16);
        return owner.Memory.Length;
    }

    public static int OwnerDisposedOnOneWay(bool early)
    {
        var owner = MemoryPool<byte>.Shared.Rent(16);
        if (early)
        {
            return 0;
        }

        var length = owner.Memory.Length;
        owner.Dispose();
        return length;
    }

    public static byte OwnerUsedAfterDispose()
    {
        var owner = MemoryPool<byte>.Shared.Rent(16);
        owner.Dispose();
        return owner.Memory.Span[0];
    }

    public static Memory<byte> ViewOfDisposedOwnerReturned()
    {
        using var owner = MemoryPool<byte>.Shared.Rent(16);
        return owner.Memory;
    }

    public static int ArrayNeverReturned(Stream stream)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(16);
        return stream.Read(buffer, 0, 16);
    }

    public static byte ArrayUsedAfterReturn()
    {
        var buffer = ArrayPool<byte>.Shared.Rent(16);
        ArrayPool<byte>.Shared.Return(buffer);
        return buffer[0];
    }

    public static void ArrayReturnedTwice()
    {
        var buffer = ArrayPool<byte>.Shared.Rent(16);
        ArrayPool<byte>.Shared.Return(buffer);
        ArrayPool<byte>.Shared.Return(buffer);
    }

    public static void HandleNeverFreed(byte[] data)
    {
        var handle = GCHandle.Alloc(data, GCHandleType.Pinned);
        Console.WriteLine(handle.AddrOfPinnedObject());
    }

    public static void MemoryLeftByAThrow(int count)
    {
        var block = Marshal.AllocHGlobal(16);
        if (count > 4)
        {
            throw new ArgumentOutOfRangeException(nameof(count));
        }

        Marshal.WriteInt32(block, count);
        Marshal.FreeHGlobal(block);
    }

    public static unsafe int PinNeverDisposed(Memory<byte> memory)
    {
        var pin = memory.Pin();
        return *(byte*)pin.Pointer;
    }

    public static string DocumentNeverDisposed(string json)
    {
        var document = JsonDocument.Parse(json);
        return document.RootElement.GetString();
    }

    public static string ElementUsedAfterDispose(string json)
    {
        JsonElement root;
        using (var document = JsonDocument.Parse(json))
        {
            root = document.RootElement;
        }

        return root.GetString();
    }

    public static JsonElement ElementReturned(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement;
    }

    public static void ListGrows(List<int> list)
    {
        var view = CollectionsMarshal.AsSpan(list);
        list.Add(1);
        view[0] = 2;
    }

    public static byte Grown()
    {
        var buffer = ArrayPool<byte>.Shared.Rent(16);
        var span = buffer.AsSpan();
        Grow(ref buffer);
        var first = span[0];
        ArrayPool<byte>.Shared.Return(buffer);
        return first;
    }

    private static void Grow(ref byte[] buffer)
    {
        var bigger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(bigger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = bigger;
    }

    public static async Task<long> PipeReadTwice(PipeReader reader)
    {
        var first = await reader.ReadAsync();
        var second = await reader.ReadAsync();
        reader.AdvanceTo(second.Buffer.End);
        return first.Buffer.Length;
    }

    public static int BytesIgnored(Stream stream, byte[] bytes)
    {
        stream.Read(bytes, 0, bytes.Length);
        return bytes[0];
    }

    public static Task TaskOutlivesOwner(Stream stream)
    {
        using var owner = MemoryPool<byte>.Shared.Rent(16);
        return stream.WriteAsync(owner.Memory).AsTask();
    }

    public static Task OwnerGivenToATask(Stream stream)
    {
        using var owner = MemoryPool<byte>.Shared.Rent(16);
        return FillAsync(stream, owner);
    }

    private static async Task FillAsync(Stream stream, IMemoryOwner<byte> owner) => await stream.ReadExactlyAsync(owner.Memory);

    public static async Task<byte> ViewAfterAnAwait(Stream stream, MemoryStream message)
    {
        var bytes = message.GetBuffer().AsMemory();
        await stream.CopyToAsync(message);
        return bytes.Span[0];
    }

    public static void StackInALoop(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Span<byte> block = stackalloc byte[16];
            block[0] = (byte)i;
        }
    }

    public static void StreamNeverDisposed(string path)
    {
        var stream = new FileStream(path, FileMode.Open);
        stream.ReadByte();
    }

    public static void MemoryWrittenThatIsReadOnly(ReadOnlyMemory<byte> body) => MemoryMarshal.AsMemory(body).Span[0] = 1;

    public static Memory<byte> MemoryHandedOutWritable(ReadOnlyMemory<byte> body) => MemoryMarshal.AsMemory(body);

    public static void NumberThatDoesNotFit(long key)
    {
        var header = new byte[12];
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(8), key);
    }

    public static long NumberReadPastTheEnd()
    {
        Span<byte> header = stackalloc byte[4];
        return MemoryMarshal.Read<long>(header);
    }

    public static string PageReadToItsEnd(Stream stream, int length)
    {
        var page = ArrayPool<byte>.Shared.Rent(length);
        var read = stream.Read(page, 0, length);
        var text = Convert.ToHexString(page);
        ArrayPool<byte>.Shared.Return(page);
        return read > 0 ? text : string.Empty;
    }

    public static byte[] BufferOfAFixedStream(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return stream.GetBuffer();
    }
}

/// <summary>A mistake that takes an object with a buffer of its own: others replace the array while a view of it is held.</summary>
public sealed class Frames
{
    private byte[] _bytes = new byte[16];

    internal void Grow() => Array.Resize(ref _bytes, 2 * _bytes.Length);

    public async Task<byte> ViewHeldAcrossAnAwait(Stream stream)
    {
        var memory = _bytes.AsMemory();
        await stream.ReadExactlyAsync(memory);
        return memory.Span[0];
    }
}

/// <summary>Mistakes that take an object to keep what was only lent to it.</summary>
public sealed class Receiver
{
    public ReadOnlyMemory<byte> Last { get; private set; }

    public void LentMemoryKept([BufferLint.Annotations.Lent] ReadOnlyMemory<byte> body) => Last = body;

    public void ParameterKept(ReadOnlyMemory<byte> body) => Last = body;
}

/// <summary>A mistake that takes an object to keep what it gave back: the next call gives it back once more.</summary>
public sealed class Page
{
    private readonly byte[] _bytes = ArrayPool<byte>.Shared.Rent(16);

    public void ReturnedArrayStaysInItsField() => ArrayPool<byte>.Shared.Return(_bytes);
}
