// Views of mapped files. Facts: to dispose of one, or of its handle, unmaps it, unless a pointer of the handle is acquired
// still; the mapped file itself may go before. To read from the address of what is not mapped crashes the process.
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace BufferLint.Model.Catalogs;

internal static class MappedViewApis
{
    private const string Mapped = "System.IO.MemoryMappedFiles.MemoryMappedView";
    private const string Handle = "Microsoft.Win32.SafeHandles.SafeMemoryMappedViewHandle";
    private const string Accessor = "P:System.IO.UnmanagedMemoryAccessor.";

    private static Effect Unmaps => Effect.GiveBack(Slot.This, ReleaseFamily.MappedView) with { IsIdempotent = true };

    /// <summary>What may be asked of a view that was disposed of.</summary>
    private static Effect NoAccess => Effect.Snapshot(Slot.This);

    public static ApiFamily Family { get; } = new("Views of mapped files", ImmutableArray.Create(
        new ApiRow("M:System.Runtime.InteropServices.SafeHandle.DangerousGetHandle", Effect.View(Slot.This) with { StaysInPlace = true })))
    {
        Disposables = ImmutableDictionary<string, Effect>.Empty
            .Add(Mapped + "Accessor", Unmaps)
            .Add(Mapped + "Stream", Unmaps)
            .Add(Handle, Unmaps),
    };

    /// <summary>Whether a property gives the handle by which the views of its object are reached: they end with the object.</summary>
    public static bool IsHandleOfView(ISymbol? member) => member is IPropertySymbol { Name: "SafeMemoryMappedViewHandle", ContainingNamespace.Name: "MemoryMappedFiles" };

    /// <summary>What is only asked where the view lies, and what it is for.</summary>
    public static ApiFamily Questions { get; } = new("Questions about views of mapped files", ImmutableArray.Create(
        new ApiRow("P:" + Mapped + "Accessor.PointerOffset", NoAccess),
        new ApiRow("P:" + Mapped + "Stream.PointerOffset", NoAccess),
        new ApiRow(Accessor + "Capacity", NoAccess),
        new ApiRow(Accessor + "CanRead", NoAccess),
        new ApiRow(Accessor + "CanWrite", NoAccess),
        new ApiRow("P:System.IO.UnmanagedMemoryStream.CanRead", NoAccess),
        new ApiRow("P:System.IO.UnmanagedMemoryStream.CanSeek", NoAccess),
        new ApiRow("P:System.IO.UnmanagedMemoryStream.CanWrite", NoAccess)))
    {
        OnlyCarries = true,
    };
}
