// What CommunityToolkit.HighPerformance rents from a pool.
using System;
using System.Buffers;
using System.Collections.Immutable;
using CommunityToolkit.HighPerformance.Buffers;

namespace BufferLint.ExecutedFacts.Leases;

internal static class ToolkitLeases
{
    private const string Buffers = "CommunityToolkit.HighPerformance.Buffers.";
    private const string Memory = Buffers + "MemoryOwner`1";
    private const string Span = Buffers + "SpanOwner`1";
    private const string Writer = Buffers + "ArrayPoolBufferWriter`1";
    private const string Mode = "," + Buffers + "AllocationMode)";
    private const string Pool = ",System.Buffers.ArrayPool{`0}";

    private static readonly ArrayPool<int> Ints = ArrayPool<int>.Shared;

    private delegate SpanOwner<int> Allocating();

    public static ImmutableArray<ILease> All { get; } =
    [
        new Lease<MemoryOwner<int>>(
            [
                ("M:" + Memory + ".Allocate(System.Int32)", () => MemoryOwner<int>.Allocate(3)),
                ("M:" + Memory + ".Allocate(System.Int32" + Mode, () => MemoryOwner<int>.Allocate(3, AllocationMode.Clear)),
                ("M:" + Memory + ".Allocate(System.Int32" + Pool + ")", () => MemoryOwner<int>.Allocate(3, Ints)),
                ("M:" + Memory + ".Allocate(System.Int32" + Pool + Mode, () => MemoryOwner<int>.Allocate(3, Ints, AllocationMode.Clear)),
            ],
            [(Memory, owner => owner.Dispose())],
            owner => See.Refused(() => _ = owner.Memory),
            _ => See.GivenTwice(() => Ints.Rent(3))),
        new SpanOwnerLease(),
        new Lease<ArrayPoolBufferWriter<int>>(
            [
                ("M:" + Writer + ".#ctor", () => new ArrayPoolBufferWriter<int>()),
                ("M:" + Writer + ".#ctor(System.Int32)", () => new ArrayPoolBufferWriter<int>(3)),
                ("M:" + Writer + ".#ctor(System.Buffers.ArrayPool{`0})", () => new ArrayPoolBufferWriter<int>(Ints)),
                ("M:" + Writer + ".#ctor(System.Buffers.ArrayPool{`0},System.Int32)", () => new ArrayPoolBufferWriter<int>(Ints, 3)),
            ],
            [(Writer, writer => writer.Dispose())],
            writer => See.Refused(() => _ = writer.WrittenMemory),
            _ => See.GivenTwice(() => Ints.Rent(3))),
    ];

    /// <summary>Owners that are ref structs, which no delegate can carry from one place to another.</summary>
    private sealed class SpanOwnerLease : ILease
    {
        private readonly ImmutableDictionary<string, Allocating> _ways = ImmutableDictionary<string, Allocating>.Empty
            .Add("M:" + Span + ".Allocate(System.Int32)", () => SpanOwner<int>.Allocate(3))
            .Add("M:" + Span + ".Allocate(System.Int32" + Mode, () => SpanOwner<int>.Allocate(3, AllocationMode.Clear))
            .Add("M:" + Span + ".Allocate(System.Int32" + Pool + ")", () => SpanOwner<int>.Allocate(3, Ints))
            .Add("M:" + Span + ".Allocate(System.Int32" + Pool + Mode, () => SpanOwner<int>.Allocate(3, Ints, AllocationMode.Clear))
            .Add(Span, () => SpanOwner<int>.Allocate(3));

        public bool Knows(string id) => _ways.ContainsKey(id);

        public Outcome Run(string id)
        {
            var owner = _ways[id]();
            var array = owner.DangerousGetArray().Array!;
            owner.Dispose();
            return See.Recycled(array, () => Ints.Rent(3));
        }

        public Outcome RunTwice(string id)
        {
            var owner = _ways[id]();
            owner.Dispose();
            owner.Dispose();
            return See.GivenTwice(() => Ints.Rent(3));
        }
    }
}
