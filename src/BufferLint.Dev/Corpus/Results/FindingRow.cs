// One finding as it is written down, and the order all outputs keep.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using BufferLint.Dev.Corpus.Projects;
using Microsoft.CodeAnalysis;

namespace BufferLint.Dev.Corpus.Results;

/// <summary>A place in a file; lines and columns count from one.</summary>
internal readonly record struct Place(string File, int Line, int Column)
{
    /// <summary>Where a location begins, its file seen from a root.</summary>
    public static Place Of(Location location, string root)
    {
        var span = location.GetLineSpan();
        return new Place(Paths.Relative(root, span.Path), span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1);
    }
}

/// <summary>One finding.</summary>
/// <param name="Project">The project it was found in; a file may belong to several.</param>
/// <param name="Place">Where the squiggle begins.</param>
/// <param name="Id">The rule.</param>
/// <param name="Severity">Its severity, in small letters.</param>
/// <param name="Message">The message.</param>
internal sealed record FindingRow(string Project, Place Place, string Id, string Severity, string Message) : IComparable<FindingRow>
{
    /// <summary>The other places the finding shows.</summary>
    public ImmutableArray<Place> Others { get; init; } = [];

    /// <summary>The findings of one project, in order.</summary>
    public static IEnumerable<FindingRow> Of(string project, string root, IEnumerable<Diagnostic> diagnostics, IReadOnlySet<string> ids) => diagnostics
        .Where(diagnostic => ids.Contains(diagnostic.Id) && !diagnostic.IsSuppressed)
        .Select(diagnostic => new FindingRow(project, Place.Of(diagnostic.Location, root), diagnostic.Id, diagnostic.Severity.ToString().ToLowerInvariant(), diagnostic.GetMessage(CultureInfo.InvariantCulture))
        {
            Others = [.. diagnostic.AdditionalLocations.Select(location => Place.Of(location, root))],
        })
        .Order();

    /// <inheritdoc/>
    public int CompareTo(FindingRow? other) => other is null ? 1 : Key(this).CompareTo(Key(other));

    /// <inheritdoc/>
    public override string ToString() => $"{Place.File}({Place.Line},{Place.Column}): {Severity} {Id}: {Message}";

    private static (Ordinal Project, Ordinal File, int Line, int Column, Ordinal Id, Ordinal Message) Key(FindingRow row) =>
        (new(row.Project), new(row.Place.File), row.Place.Line, row.Place.Column, new(row.Id), new(row.Message));

    private readonly record struct Ordinal(string Text) : IComparable<Ordinal>
    {
        public int CompareTo(Ordinal other) => string.CompareOrdinal(Text, other.Text);
    }
}
