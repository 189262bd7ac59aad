// Pins of memories: a handle's pointer is null once it was disposed of.
using System;
using System.Buffers;
using System.Collections.Immutable;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace BufferLint.ExecutedFacts.Leases;

internal static unsafe class PinLeases
{
    private const string OfManager = "M:System.Buffers.MemoryManager`1.Pin(System.Int32)";

    public static ImmutableArray<ILease> All { get; } =
    [
        new Lease<Variable<MemoryHandle>>(
            [
                ("M:System.Memory`1.Pin", static () => new Variable<MemoryHandle>(new int[1].AsMemory().Pin())),
                ("M:System.ReadOnlyMemory`1.Pin", static () => new Variable<MemoryHandle>(((ReadOnlyMemory<int>)new int[1]).Pin())),
                (OfManager, static () => new Variable<MemoryHandle>(new PinnedArray(1).Pin())),
                ("M:System.Buffers.IPinnable.Pin(System.Int32)", static () => new Variable<MemoryHandle>(((IPinnable)new PinnedArray(1)).Pin(0))),
                ("M:System.Numerics.Tensors.Tensor`1.GetPinnedHandle", static () => new Variable<MemoryHandle>(Tensor.Create(new int[1]).GetPinnedHandle())),
            ],
            [("System.Buffers.MemoryHandle", variable => variable.Value.Dispose())],
            variable => variable.Value.Pointer == null ? Outcome.Refused : Outcome.Stayed,
            variable => variable.Value.Pointer == null ? Outcome.Stayed : Outcome.Refused),
    ];
}

/// <summary>A manager of an array that never moves.</summary>
internal sealed unsafe class PinnedArray(int length) : MemoryManager<int>
{
    private readonly int[] _array = GC.AllocateArray<int>(length, pinned: true);

    public override Span<int> GetSpan() => _array;

    public override MemoryHandle Pin(int elementIndex = 0) => new((int*)Marshal.UnsafeAddrOfPinnedArrayElement(_array, elementIndex), default, this);

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }
}
