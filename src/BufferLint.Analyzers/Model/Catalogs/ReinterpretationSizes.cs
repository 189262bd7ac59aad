using System.Collections.Immutable;
using System.Linq;

namespace BufferLint.Model.Catalogs;

/// <summary>Sizes of memory that is read as another type.</summary>
internal static class ReinterpretationSizes
{
    private const string Marshal = "System.Runtime.InteropServices.MemoryMarshal";
    private const string Unsafe = "System.Runtime.CompilerServices.Unsafe";

    public static ImmutableArray<SizeApi> Rows { get; } = new[]
    {
        SizeApi.Of(Marshal, "Read(source)", "T <= #source"),
        SizeApi.Of(Marshal, "Write(destination, value)", "T <= #destination"),
        SizeApi.Of(Marshal, "AsRef(span)", "T <= #span"),
        SizeApi.Of(Marshal, "AsBytes(span)", gives: "#span"),
        SizeApi.Of(Unsafe, "Read(source)", "T <= #source") with { IsUnchecked = true },
        SizeApi.Of(Unsafe, "ReadUnaligned(source)", "T <= #source") with { IsUnchecked = true },
        SizeApi.Of(Unsafe, "Write(destination, value)", "T <= #destination") with { IsUnchecked = true },
        SizeApi.Of(Unsafe, "WriteUnaligned(destination, value)", "T <= #destination") with { IsUnchecked = true },
        SizeApi.Of(Unsafe, "AsRef(source)", "T <= #source") with { IsUnchecked = true },
        SizeApi.Of(Unsafe, "As(source)", "T <= #source") with { IsUnchecked = true },
    }
        .Select(static row => row with { Reinterprets = true })
        .ToImmutableArray();
}
