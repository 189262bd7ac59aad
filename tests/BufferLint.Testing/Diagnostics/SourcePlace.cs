// A stretch of a file by path and line positions, comparable between what is expected and what is reported.
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace BufferLint.Testing;

/// <summary>Where something stands; a null <paramref name="End"/> leaves the end open.</summary>
internal sealed record SourcePlace(string Path, LinePosition Start, LinePosition? End)
{
    /// <summary>The place of a location in a source or additional file, never mapped by <c>#line</c>; null for no location.</summary>
    internal static SourcePlace? Of(Location location)
    {
        if (location.Kind is not (LocationKind.SourceFile or LocationKind.ExternalFile))
        {
            return null;
        }

        var span = location.GetLineSpan();
        return new SourcePlace(span.Path, span.StartLinePosition, span.EndLinePosition);
    }

    internal bool Covers(SourcePlace? actual) =>
        actual is not null && Path == actual.Path && Start == actual.Start && (End is null || End == actual.End);

    /// <inheritdoc/>
    public override string ToString() =>
        End is { } end ? $"{Path}({Show(Start)})-({Show(end)})" : $"{Path}({Show(Start)})";

    private static string Show(LinePosition position) => $"{position.Line + 1},{position.Character + 1}";
}
