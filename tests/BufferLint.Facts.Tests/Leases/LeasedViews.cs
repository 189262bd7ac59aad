// Views of what is leased: what is written into the storage must show in them.
using System;
using System.Buffers;
using System.Collections.Generic;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CommunityToolkit.HighPerformance.Buffers;
using Microsoft.IO;

namespace BufferLint.ExecutedFacts.Leases;

internal static unsafe class LeasedViews
{
    private const string Interop = "System.Runtime.InteropServices.";
    private const string Memory = "CommunityToolkit.HighPerformance.Buffers.MemoryOwner`1.";
    private const string Span = "CommunityToolkit.HighPerformance.Buffers.SpanOwner`1.";
    private const string Stream = "M:Microsoft.IO.RecyclableMemoryStream.";

    private static readonly Dictionary<string, Func<bool>> IsSame = new()
    {
        ["P:System.Buffers.IMemoryOwner`1.Memory"] = static () =>
        {
            using var owner = MemoryPool<int>.Shared.Rent(3);
            var view = owner.Memory;
            owner.Memory.Span[0] = 9;
            return view.Span[0] == 9;
        },
        ["P:" + Memory + "Memory"] = () => OfOwner(owner => owner.Memory.Span),
        ["P:" + Memory + "Span"] = () => OfOwner(owner => owner.Span),
        ["M:" + Memory + "DangerousGetArray"] = () => OfOwner(owner => owner.DangerousGetArray()),
        ["M:" + Memory + "DangerousGetReference"] = () => OfOwner(owner => MemoryMarshal.CreateSpan(ref owner.DangerousGetReference(), 1)),
        ["P:" + Span + "Span"] = () => OfSpanOwner(owner => owner.Span),
        ["M:" + Span + "DangerousGetArray"] = () => OfSpanOwner(owner => owner.DangerousGetArray()),
        ["M:" + Span + "DangerousGetReference"] = () => OfSpanOwner(owner => MemoryMarshal.CreateSpan(ref owner.DangerousGetReference(), 1)),
        ["M:System.Memory`1.Pin"] = () => Pinned(array => array.AsMemory().Pin()),
        ["M:System.ReadOnlyMemory`1.Pin"] = () => Pinned(array => ((ReadOnlyMemory<int>)array).Pin()),
        ["M:System.Numerics.Tensors.Tensor`1.GetPinnedHandle"] = () => Pinned(array => Tensor.Create(array).GetPinnedHandle()),
        ["P:System.Buffers.MemoryHandle.Pointer"] = () => Pinned(array => array.AsMemory().Pin()),
        ["M:System.Buffers.MemoryManager`1.Pin(System.Int32)"] = () => Managed(manager => manager.Pin()),
        ["M:System.Buffers.IPinnable.Pin(System.Int32)"] = () => Managed(manager => ((IPinnable)manager).Pin(0)),
        ["M:" + Interop + "GCHandle.AddrOfPinnedObject"] = static () =>
        {
            int[] array = [1];
            var handle = GCHandle.Alloc(array, GCHandleType.Pinned);
            var address = (int*)handle.AddrOfPinnedObject();
            array[0] = 9;
            var shown = *address;
            handle.Free();
            return shown == 9;
        },

        // The address of an array's data is that of its length, one word before the first element.
        ["M:" + Interop + "PinnedGCHandle`1.GetAddressOfObjectData"] = () => OfPinned(handle => (int*)((byte*)handle.GetAddressOfObjectData() + sizeof(nint))),
        ["M:" + Interop + "GCHandleExtensions.GetAddressOfArrayData``1(" + Interop + "PinnedGCHandle{``0[]})"] = () => OfPinned(handle => handle.GetAddressOfArrayData()),
        ["M:" + Interop + "GCHandleExtensions.GetAddressOfStringData(" + Interop + "PinnedGCHandle{System.String})"] = static () =>
        {
            var text = new string('x', 3);
            using var handle = new PinnedGCHandle<string>(text);
            return Unsafe.AreSame(in *handle.GetAddressOfStringData(), in text.GetPinnableReference());
        },
        [Stream + "GetReadOnlySequence"] = static () =>
        {
            using var stream = new RecyclableMemoryStreamManager().GetStream([1]);
            var view = stream.GetReadOnlySequence();
            stream.Position = 0;
            stream.WriteByte(9);
            return view.FirstSpan[0] == 9;
        },
        [Stream + "GetSpan(System.Int32)"] = () => Written(stream => stream.GetSpan(1)),
        [Stream + "GetMemory(System.Int32)"] = () => Written(stream => stream.GetMemory(1).Span),
    };

    private delegate Span<T> ViewOf<TOwner, T>(TOwner owner);

    private delegate Span<int> ViewOfSpanOwner(SpanOwner<int> owner);

    private delegate int* AddressIn(PinnedGCHandle<int[]> handle);

    /// <summary>The experiment with a member that views what is leased.</summary>
    public static Func<bool>? Of(string id) => IsSame.GetValueOrDefault(id) ?? DocumentFacts.Views.GetValueOrDefault(id) ?? MappedLeases.Views.GetValueOrDefault(id);

    private static bool OfOwner(ViewOf<MemoryOwner<int>, int> take)
    {
        using var owner = MemoryOwner<int>.Allocate(3);
        var view = take(owner);
        owner.Span[0] = 9;
        return view[0] == 9;
    }

    private static bool OfSpanOwner(ViewOfSpanOwner take)
    {
        using var owner = SpanOwner<int>.Allocate(3);
        var view = take(owner);
        owner.Span[0] = 9;
        return view[0] == 9;
    }

    private static bool Pinned(Func<int[], MemoryHandle> pin)
    {
        int[] array = [1];
        using var handle = pin(array);
        array[0] = 9;
        return *(int*)handle.Pointer == 9;
    }

    private static bool Managed(Func<MemoryManager<int>, MemoryHandle> pin)
    {
        var manager = new PinnedArray(1);
        using var handle = pin(manager);
        manager.GetSpan()[0] = 9;
        return *(int*)handle.Pointer == 9;
    }

    private static bool OfPinned(AddressIn take)
    {
        int[] array = [1];
        using var handle = new PinnedGCHandle<int[]>(array);
        var address = take(handle);
        array[0] = 9;
        return *address == 9;
    }

    /// <summary>What is written into the room asked for is in the stream once it is advanced.</summary>
    private static bool Written(ViewOf<RecyclableMemoryStream, byte> take)
    {
        using var stream = new RecyclableMemoryStreamManager().GetStream();
        take(stream)[0] = 9;
        stream.Advance(1);
        return stream.GetBuffer()[0] == 9;
    }
}
