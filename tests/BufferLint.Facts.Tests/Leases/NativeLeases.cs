// Native memory. What was freed must not be touched; all that is looked at is the address the allocator gives next.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.InteropServices;
using System.Security;

namespace BufferLint.ExecutedFacts.Leases;

internal static unsafe class NativeLeases
{
    private const string Native = "M:System.Runtime.InteropServices.NativeMemory.";
    private const string Marshals = "M:System.Runtime.InteropServices.Marshal.";
    private const string Sizes = "(System.UIntPtr,System.UIntPtr)";
    private const string OfString = "(System.String)";
    private const string OfSecret = "(System.Security.SecureString)";
    private const string OfAddress = "(System.IntPtr)";
    private const int Small = 40;

    /// <summary>Made once: it has native memory itself.</summary>
    private static readonly SecureString Secret = Hidden();

    private static readonly Dictionary<string, Func<nint, nint>> Reallocating = new()
    {
        [Native + "Realloc(System.Void*,System.UIntPtr)"] = block => (nint)NativeMemory.Realloc((void*)block, 2 * Small),
        [Native + "AlignedRealloc(System.Void*,System.UIntPtr,System.UIntPtr)"] = block => (nint)NativeMemory.AlignedRealloc((void*)block, 2 * Small, 16),
        [Marshals + "ReAllocHGlobal(System.IntPtr,System.IntPtr)"] = block => Marshal.ReAllocHGlobal(block, 2 * Small),
        [Marshals + "ReAllocCoTaskMem(System.IntPtr,System.Int32)"] = block => Marshal.ReAllocCoTaskMem(block, 2 * Small),
    };

    private static readonly Family[] Families =
    [
        new(
            [
                (Native + "Alloc(System.UIntPtr)", () => (nint)NativeMemory.Alloc(Small)),
                (Native + "Alloc" + Sizes, () => (nint)NativeMemory.Alloc(Small, 1)),
                (Native + "AllocZeroed(System.UIntPtr)", () => (nint)NativeMemory.AllocZeroed(Small)),
                (Native + "AllocZeroed" + Sizes, () => (nint)NativeMemory.AllocZeroed(Small, 1)),
            ],
            [(Native + "Free(System.Void*)", block => NativeMemory.Free((void*)block))],
            size => (nint)NativeMemory.Alloc((nuint)size),
            Native + "Realloc(System.Void*,System.UIntPtr)"),
        new(
            [(Native + "AlignedAlloc" + Sizes, () => (nint)NativeMemory.AlignedAlloc(Small, 16))],
            [(Native + "AlignedFree(System.Void*)", block => NativeMemory.AlignedFree((void*)block))],
            size => (nint)NativeMemory.AlignedAlloc((nuint)size, 16),
            Native + "AlignedRealloc(System.Void*,System.UIntPtr,System.UIntPtr)"),
        new(
            [
                (Marshals + "AllocHGlobal(System.Int32)", () => Marshal.AllocHGlobal(Small)),
                (Marshals + "AllocHGlobal" + OfAddress, () => Marshal.AllocHGlobal((nint)Small)),
                (Marshals + "StringToHGlobalAnsi" + OfString, () => Marshal.StringToHGlobalAnsi("text")),
                (Marshals + "StringToHGlobalAuto" + OfString, () => Marshal.StringToHGlobalAuto("text")),
                (Marshals + "StringToHGlobalUni" + OfString, () => Marshal.StringToHGlobalUni("text")),
                (Marshals + "SecureStringToGlobalAllocAnsi" + OfSecret, () => Marshal.SecureStringToGlobalAllocAnsi(Secret)),
                (Marshals + "SecureStringToGlobalAllocUnicode" + OfSecret, () => Marshal.SecureStringToGlobalAllocUnicode(Secret)),
            ],
            [
                (Marshals + "FreeHGlobal" + OfAddress, Marshal.FreeHGlobal),
                (Marshals + "ZeroFreeGlobalAllocAnsi" + OfAddress, Terminated(Marshal.ZeroFreeGlobalAllocAnsi)),
                (Marshals + "ZeroFreeGlobalAllocUnicode" + OfAddress, Terminated(Marshal.ZeroFreeGlobalAllocUnicode)),
            ],
            Marshal.AllocHGlobal,
            Marshals + "ReAllocHGlobal(System.IntPtr,System.IntPtr)"),
        new(
            [
                (Marshals + "AllocCoTaskMem(System.Int32)", () => Marshal.AllocCoTaskMem(Small)),
                (Marshals + "StringToCoTaskMemAnsi" + OfString, () => Marshal.StringToCoTaskMemAnsi("text")),
                (Marshals + "StringToCoTaskMemAuto" + OfString, () => Marshal.StringToCoTaskMemAuto("text")),
                (Marshals + "StringToCoTaskMemUni" + OfString, () => Marshal.StringToCoTaskMemUni("text")),
                (Marshals + "StringToCoTaskMemUTF8" + OfString, () => Marshal.StringToCoTaskMemUTF8("text")),
                (Marshals + "SecureStringToCoTaskMemAnsi" + OfSecret, () => Marshal.SecureStringToCoTaskMemAnsi(Secret)),
                (Marshals + "SecureStringToCoTaskMemUnicode" + OfSecret, () => Marshal.SecureStringToCoTaskMemUnicode(Secret)),
            ],
            [
                (Marshals + "FreeCoTaskMem" + OfAddress, Marshal.FreeCoTaskMem),
                (Marshals + "ZeroFreeCoTaskMemAnsi" + OfAddress, Terminated(Marshal.ZeroFreeCoTaskMemAnsi)),
                (Marshals + "ZeroFreeCoTaskMemUnicode" + OfAddress, Terminated(Marshal.ZeroFreeCoTaskMemUnicode)),
                (Marshals + "ZeroFreeCoTaskMemUTF8" + OfAddress, Terminated(Marshal.ZeroFreeCoTaskMemUTF8)),
            ],
            Marshal.AllocCoTaskMem,
            Marshals + "ReAllocCoTaskMem(System.IntPtr,System.Int32)"),
        new(
            [
                (Marshals + "StringToBSTR" + OfString, () => Marshal.StringToBSTR("text")),
                (Marshals + "SecureStringToBSTR" + OfSecret, () => Marshal.SecureStringToBSTR(Secret)),
            ],
            [
                (Marshals + "FreeBSTR" + OfAddress, Marshal.FreeBSTR),
                (Marshals + "ZeroFreeBSTR" + OfAddress, Marshal.ZeroFreeBSTR),
            ],
            size => Marshal.StringToBSTR(new string('x', size)),
            Reallocation: null),
    ];

    public static ImmutableArray<ILease> All { get; } = [.. Families];

    /// <summary>Whether the result of a reallocation has what was in the block, and to free it alone leaves nothing to free.</summary>
    public static Outcome? Reallocated(string id)
    {
        if (Families.FirstOrDefault(family => family.Reallocation == id) is not { } family)
        {
            return null;
        }

        var block = family.Acquiring[0].Call();
        *(long*)block = 123_456;
        var grown = Reallocating[id](block);
        var isCarriedOver = *(long*)grown == 123_456;
        family.Releasing[0].Call(grown);
        return isCarriedOver ? Outcome.HandedOn : Outcome.Copied;
    }

    /// <summary>Those that zero text read it up to its end, so that there must be one.</summary>
    private static Action<nint> Terminated(Action<nint> free) => block =>
    {
        *(int*)block = 0;
        free(block);
    };

    private static SecureString Hidden()
    {
        var secret = new SecureString();
        secret.AppendChar('x');
        return secret;
    }

    private sealed record Family(IReadOnlyList<(string Id, Func<nint> Call)> Acquiring, IReadOnlyList<(string Id, Action<nint> Call)> Releasing, Func<int, nint> AllocateAny, string? Reallocation) : ILease
    {
        public bool Knows(string id) => id == Reallocation || Acquiring.Any(way => way.Id == id) || Releasing.Any(way => way.Id == id);

        public Outcome Run(string id)
        {
            var allocate = id == Reallocation ? () => Reallocating[id](Acquiring[0].Call()) : Acquiring.FirstOrDefault(way => way.Id == id).Call ?? Acquiring[0].Call;
            var free = Releasing.FirstOrDefault(way => way.Id == id).Call ?? Releasing[0].Call;

            // The runtime allocates too, and may be given the block first.
            return Enumerable.Range(0, 20).Any(_ => IsGivenAgain(allocate, free)) ? Outcome.Recycled : Outcome.Stayed;
        }

        public Outcome RunTwice(string id) => throw new NotSupportedException("A second free aborts the process.");

        private bool IsGivenAgain(Func<nint> allocate, Action<nint> free)
        {
            var released = allocate();
            free(released);

            // The allocator may have older blocks of that size to give first, and not give every block to everyone.
            Func<nint>[] ways = [allocate, () => AllocateAny(Small), () => AllocateAny(2 * Small)];
            var later = ways.SelectMany(way => Enumerable.Range(0, 100).Select(_ => way())).ToList();
            var isAgain = later.Contains(released);
            later.ForEach(block => Releasing[0].Call(block));
            return isAgain;
        }
    }
}
