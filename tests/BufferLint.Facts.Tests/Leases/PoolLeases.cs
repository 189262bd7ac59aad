// What .NET's own pools lend.
using System;
using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.ObjectPool;

namespace BufferLint.ExecutedFacts.Leases;

internal static class PoolLeases
{
    private const string Objects = "M:Microsoft.Extensions.ObjectPool.";

    public static ImmutableArray<ILease> All { get; } =
    [
        new Lease<(ArrayPool<int> Pool, int[] Array)>(
            [("M:System.Buffers.ArrayPool`1.Rent(System.Int32)", static () => Rented(ArrayPool<int>.Create()))],
            [("M:System.Buffers.ArrayPool`1.Return(`0[],System.Boolean)", lease => lease.Pool.Return(lease.Array))],
            lease => See.Recycled(lease.Array, () => lease.Pool.Rent(3)),
            lease => See.GivenTwice(() => lease.Pool.Rent(3))),
        new Lease<IMemoryOwner<byte>>(
            [("M:System.Buffers.MemoryPool`1.Rent(System.Int32)", () => MemoryPool<byte>.Shared.Rent(3))],
            [("System.Buffers.IMemoryOwner`1", owner => owner.Dispose())],
            owner => See.Refused(() => _ = owner.Memory),
            _ => See.GivenTwice(() => ArrayPool<byte>.Shared.Rent(3))),
        OfObjects("ObjectPool`1", policy => new DefaultObjectPool<StringBuilder>(policy)),
        OfObjects("DefaultObjectPool`1", policy => new DefaultObjectPool<StringBuilder>(policy)),
    ];

    /// <summary>A second array is lent: a pool from which nothing is lent takes nothing back.</summary>
    private static (ArrayPool<int> Pool, int[] Array) Rented(ArrayPool<int> pool)
    {
        pool.Rent(3);
        return (pool, pool.Rent(3));
    }

    private static Lease<(ObjectPool<StringBuilder> Pool, StringBuilder Lent)> OfObjects(string type, Func<IPooledObjectPolicy<StringBuilder>, ObjectPool<StringBuilder>> make) => new(
        [(Objects + type + ".Get", () => Taken(make(new DefaultPooledObjectPolicy<StringBuilder>())))],
        [(Objects + type + ".Return(`0)", lease => lease.Pool.Return(lease.Lent))],
        lease => See.Recycled(lease.Lent, lease.Pool.Get),
        lease => See.GivenTwice(lease.Pool.Get));

    private static (ObjectPool<StringBuilder> Pool, StringBuilder Lent) Taken(ObjectPool<StringBuilder> pool) => (pool, pool.Get());
}
