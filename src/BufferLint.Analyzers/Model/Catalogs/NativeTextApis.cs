// Text copied into native memory. Fact: each allocator has a Free of its own, and one that zeroes the text first.
using System.Collections.Immutable;
using System.Linq;

namespace BufferLint.Model.Catalogs;

internal static class NativeTextApis
{
    private const string Marshal = "M:System.Runtime.InteropServices.Marshal.";

    public static ApiFamily Family { get; } = new("Native text", Taken(ReleaseFamily.Global, "StringToHGlobal", "System.String", "Ansi", "Auto", "Uni")
        .AddRange(Taken(ReleaseFamily.Global, "SecureStringToGlobalAlloc", "System.Security.SecureString", "Ansi", "Unicode"))
        .AddRange(Taken(ReleaseFamily.CoTask, "StringToCoTaskMem", "System.String", "Ansi", "Auto", "Uni", "UTF8"))
        .AddRange(Taken(ReleaseFamily.CoTask, "SecureStringToCoTaskMem", "System.Security.SecureString", "Ansi", "Unicode"))
        .AddRange(Taken(ReleaseFamily.BasicString, "StringToBSTR", "System.String", string.Empty))
        .AddRange(Taken(ReleaseFamily.BasicString, "SecureStringToBSTR", "System.Security.SecureString", string.Empty))
        .AddRange(Freed(ReleaseFamily.Global, "ZeroFreeGlobalAllocAnsi", "ZeroFreeGlobalAllocUnicode"))
        .AddRange(Freed(ReleaseFamily.CoTask, "ZeroFreeCoTaskMemAnsi", "ZeroFreeCoTaskMemUnicode", "ZeroFreeCoTaskMemUTF8"))
        .AddRange(Freed(ReleaseFamily.BasicString, "FreeBSTR", "ZeroFreeBSTR")))
    {
        EachHalfAlone = true,
    };

    private static ImmutableArray<ApiRow> Taken(ReleaseFamily family, string name, string from, params string[] encodings) =>
        encodings.Select(encoding => new ApiRow(Marshal + name + encoding + "(" + from + ")", Effect.Acquire(family))).ToImmutableArray();

    private static ImmutableArray<ApiRow> Freed(ReleaseFamily family, params string[] names) =>
        names.Select(name => new ApiRow(Marshal + name + "(System.IntPtr)", Effect.GiveBack(Slot.Parameter(0), family))).ToImmutableArray();
}
