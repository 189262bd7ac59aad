// Text copied into native memory. Facts: each allocator has a Free of its own, and for each width of characters one that
// zeroes the text first, up to the first zero character it meets.
using System.Collections.Immutable;
using System.Linq;

namespace BufferLint.Model.Catalogs;

internal static class NativeTextApis
{
    private const string Marshal = "M:System.Runtime.InteropServices.Marshal.";
    private const string Global = "Marshal.ZeroFreeGlobalAlloc";
    private const string CoTask = "Marshal.ZeroFreeCoTaskMem";
    private const string BasicString = "Marshal.ZeroFreeBSTR";

    public static ApiFamily Family { get; } = new("Native text", Taken(ReleaseFamily.Global, "StringToHGlobal", "System.String", Global, "Ansi", "Auto", "Uni")
        .AddRange(Taken(ReleaseFamily.Global, "SecureStringToGlobalAlloc", "System.Security.SecureString", Global, "Ansi", "Unicode"))
        .AddRange(Taken(ReleaseFamily.CoTask, "StringToCoTaskMem", "System.String", CoTask, "Ansi", "Auto", "Uni", "UTF8"))
        .AddRange(Taken(ReleaseFamily.CoTask, "SecureStringToCoTaskMem", "System.Security.SecureString", CoTask, "Ansi", "Unicode"))
        .AddRange(Taken(ReleaseFamily.BasicString, "StringToBSTR", "System.String", BasicString, string.Empty))
        .AddRange(Taken(ReleaseFamily.BasicString, "SecureStringToBSTR", "System.Security.SecureString", BasicString, string.Empty))
        .AddRange(Freed(ReleaseFamily.Global, Global, "Ansi", "Unicode"))
        .AddRange(Freed(ReleaseFamily.CoTask, CoTask, "Ansi", "Unicode", "UTF8"))
        .AddRange(Freed(ReleaseFamily.BasicString, BasicString, string.Empty))
        .Add(new ApiRow(Marshal + "FreeBSTR(System.IntPtr)", Effect.GiveBack(Slot.Parameter(0), ReleaseFamily.BasicString))))
    {
        EachHalfAlone = true,
    };

    private static ImmutableArray<ApiRow> Taken(ReleaseFamily family, string name, string from, string wiping, params string[] encodings) => encodings
        .Select(encoding => new ApiRow(Marshal + name + encoding + "(" + from + ")", Effect.Acquire(family) with { CharacterSize = SizeOf(encoding), WipingRelease = Wiping(wiping, encoding) }))
        .ToImmutableArray();

    private static ImmutableArray<ApiRow> Freed(ReleaseFamily family, string wiping, params string[] encodings) => encodings
        .Select(encoding => new ApiRow("M:System.Runtime.InteropServices." + Wiping(wiping, encoding) + "(System.IntPtr)", Effect.GiveBack(Slot.Parameter(0), family) with { CharacterSize = SizeOf(encoding), WipingRelease = Wiping(wiping, encoding) }))
        .ToImmutableArray();

    /// <summary>The member that wipes text of an encoding; <see langword="null"/> where the system chooses the encoding.</summary>
    private static string? Wiping(string stem, string encoding) => encoding switch
    {
        "Auto" => null,
        "Uni" => stem + "Unicode",
        _ => stem + encoding,
    };

    private static int SizeOf(string encoding) => encoding switch
    {
        "Ansi" or "UTF8" => 1,
        "Uni" or "Unicode" => 2,
        _ => 0,
    };
}
