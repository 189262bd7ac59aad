// Handles of the garbage collector, in a variable of their own: releases clear the variable.
using System;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace BufferLint.ExecutedFacts.Leases;

internal static class HandleLeases
{
    private const string Handle = "System.Runtime.InteropServices.GCHandle";
    private const string Pinned = "System.Runtime.InteropServices.PinnedGCHandle`1";
    private const string Weak = "System.Runtime.InteropServices.WeakGCHandle`1";

    public static ImmutableArray<ILease> All { get; } =
    [
        new Lease<Variable<GCHandle>>(
            [
                ("M:" + Handle + ".Alloc(System.Object)", () => new Variable<GCHandle>(GCHandle.Alloc(new object()))),
                ("M:" + Handle + ".Alloc(System.Object," + Handle + "Type)", () => new Variable<GCHandle>(GCHandle.Alloc(new int[1], GCHandleType.Pinned))),
            ],
            [("M:" + Handle + ".Free", variable => variable.Value.Free())],
            variable => See.Refused(() => _ = variable.Value.Target),
            _ => Outcome.Stayed),
        new Lease<Variable<GCHandle<object>>>(
            [("M:" + Handle + "`1.#ctor(`0)", () => new Variable<GCHandle<object>>(new GCHandle<object>(new object())))],
            [(Handle + "`1", variable => variable.Value.Dispose())],
            variable => See.Refused(() => _ = variable.Value.Target),
            _ => Outcome.Stayed),
        new Lease<Variable<PinnedGCHandle<int[]>>>(
            [("M:" + Pinned + ".#ctor(`0)", () => new Variable<PinnedGCHandle<int[]>>(new PinnedGCHandle<int[]>(new int[1])))],
            [(Pinned, variable => variable.Value.Dispose())],
            variable => See.Refused(() => _ = variable.Value.Target),
            _ => Outcome.Stayed),
        new Lease<Variable<WeakGCHandle<object>>>(
            [("M:" + Weak + ".#ctor(`0,System.Boolean)", () => new Variable<WeakGCHandle<object>>(new WeakGCHandle<object>(new object())))],
            [(Weak, variable => variable.Value.Dispose())],
            variable => See.Refused(() => _ = variable.Value.TryGetTarget(out _)),
            _ => Outcome.Stayed),
    ];
}

/// <summary>A variable that a struct lies in, so that a release changes it and not a copy.</summary>
internal sealed class Variable<T>(T value)
    where T : struct
{
    public T Value = value;
}
