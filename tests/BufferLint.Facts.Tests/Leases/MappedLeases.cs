// Views of mapped files and the pointers of their handles, on real mappings that lie in no file.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;

namespace BufferLint.ExecutedFacts.Leases;

internal static unsafe class MappedLeases
{
    private const string Safe = "M:System.Runtime.InteropServices.SafeHandle.";
    private const string Buffer = "M:System.Runtime.InteropServices.SafeBuffer.";
    private const string Mapped = "System.IO.MemoryMappedFiles.MemoryMappedView";
    private const string Handle = "Microsoft.Win32.SafeHandles.SafeMemoryMappedViewHandle";
    private const string Stream = "P:System.IO.UnmanagedMemoryStream.";
    private const int Offset = 10;
    private const int Length = 100;

    public static ImmutableArray<ILease> All { get; } =
    [
        new Lease<SafeBuffer>(
            [(Buffer + "AcquirePointer(System.Byte*@)", Acquired)],
            [(Buffer + "ReleasePointer", handle => handle.ReleasePointer())],
            IsGone,
            IsGone),
        new Lease<SafeHandle>(
            [(Safe + "DangerousAddRef(System.Boolean@)", Counted)],
            [(Safe + "DangerousRelease", handle => handle.DangerousRelease())],
            IsGone,
            IsGone),
        new Lease<MemoryMappedViewAccessor>(
            [(Mapped + "Accessor", Accessor)],
            [(Mapped + "Accessor", view => view.Dispose())],
            view => IsGone(view.SafeMemoryMappedViewHandle),
            view => IsStillGone(view.SafeMemoryMappedViewHandle)),
        new Lease<MemoryMappedViewStream>(
            [(Mapped + "Stream", View)],
            [(Mapped + "Stream", view => view.Dispose())],
            view => IsGone(view.SafeMemoryMappedViewHandle),
            view => IsStillGone(view.SafeMemoryMappedViewHandle)),
        new Lease<SafeBuffer>(
            [(Handle, static () => Accessor().SafeMemoryMappedViewHandle)],
            [(Handle, handle => handle.Dispose())],
            IsGone,
            IsStillGone),
    ];

    public static Dictionary<string, Func<bool>> Views { get; } = new()
    {
        ["M:System.Runtime.InteropServices.SafeHandle.DangerousGetHandle"] = static () =>
        {
            using var view = Accessor();
            var address = (byte*)view.SafeMemoryMappedViewHandle.DangerousGetHandle();
            view.Write(0, (byte)9);
            return address[view.PointerOffset] == 9;
        },
    };

    /// <summary>What may be asked of a view that was disposed of.</summary>
    public static Dictionary<string, Func<bool>> Snapshots { get; } = new()
    {
        ["P:" + Mapped + "Accessor.PointerOffset"] = static () => OfDisposed(Accessor(), view => view.PointerOffset == Offset),
        ["P:" + Mapped + "Stream.PointerOffset"] = static () => OfDisposed(View(), view => view.PointerOffset == Offset),
        ["P:System.IO.UnmanagedMemoryAccessor.Capacity"] = static () => OfDisposed(Accessor(), view => view.Capacity == Length),
        ["P:System.IO.UnmanagedMemoryAccessor.CanRead"] = static () => OfDisposed(Accessor(), view => !view.CanRead),
        ["P:System.IO.UnmanagedMemoryAccessor.CanWrite"] = static () => OfDisposed(Accessor(), view => !view.CanWrite),
        [Stream + "CanRead"] = static () => OfDisposed(View(), view => !view.CanRead),
        [Stream + "CanSeek"] = static () => OfDisposed(View(), view => !view.CanSeek),
        [Stream + "CanWrite"] = static () => OfDisposed(View(), view => !view.CanWrite),
    };

    /// <summary>The handle of a view that was disposed of while a pointer is acquired: what is mapped stays.</summary>
    private static SafeBuffer Acquired()
    {
        var view = Accessor();
        view.Write(0, (byte)9);
        var handle = view.SafeMemoryMappedViewHandle;
        byte* pointer = null;
        handle.AcquirePointer(ref pointer);
        view.Dispose();
        if (handle.IsClosed || pointer[view.PointerOffset] != 9)
        {
            throw new InvalidOperationException("The acquired pointer did not keep what is mapped.");
        }

        return handle;
    }

    /// <summary>A handle that was disposed of while it is counted: it stays open.</summary>
    private static SafeHandle Counted()
    {
        var handle = Accessor().SafeMemoryMappedViewHandle;
        var isCounted = false;
        handle.DangerousAddRef(ref isCounted);
        handle.Dispose();
        try
        {
            // Whether it is still open no property tells: those say closed once it was disposed of.
            var again = false;
            handle.DangerousAddRef(ref again);
            handle.DangerousRelease();
            return isCounted && again ? handle : throw new InvalidOperationException("The handle was not counted.");
        }
        catch (ObjectDisposedException exception)
        {
            throw new InvalidOperationException("The count did not keep the handle open.", exception);
        }
    }

    private static MemoryMappedViewAccessor Accessor()
    {
        // The views outlive the mapping they are of.
        using var mapping = MemoryMappedFile.CreateNew(null, Offset + Length);
        return mapping.CreateViewAccessor(Offset, Length);
    }

    private static MemoryMappedViewStream View()
    {
        using var mapping = MemoryMappedFile.CreateNew(null, Offset + Length);
        return mapping.CreateViewStream(Offset, Length);
    }

    private static Outcome IsGone(SafeHandle handle) => handle.IsClosed ? Outcome.Refused : Outcome.Stayed;

    /// <summary>Whether a second release, which went through, changed nothing.</summary>
    private static Outcome IsStillGone(SafeHandle handle) => handle.IsClosed ? Outcome.Stayed : Outcome.Refused;

    private static bool OfDisposed<T>(T view, Func<T, bool> ask)
        where T : IDisposable
    {
        view.Dispose();
        return ask(view);
    }
}
