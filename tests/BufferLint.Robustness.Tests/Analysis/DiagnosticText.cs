// A diagnostic as text, nothing left out, so that equal texts mean equal diagnostics.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;

namespace BufferLint.Robustness.Analysis;

internal static class DiagnosticText
{
    /// <summary>Diagnostics in order of their places, each on a line of its own.</summary>
    public static string Of(IEnumerable<Diagnostic> diagnostics) => string.Join("\n", diagnostics.Select(Of).Order(StringComparer.Ordinal));

    private static string Of(Diagnostic diagnostic)
    {
        var text = new StringBuilder();
        text.Append(Of(diagnostic.Location)).Append(' ').Append(diagnostic.Severity).Append(' ').Append(diagnostic.Id).Append(": ").Append(diagnostic.GetMessage(CultureInfo.InvariantCulture));
        foreach (var location in diagnostic.AdditionalLocations)
        {
            text.Append(" | ").Append(Of(location));
        }

        foreach (var property in diagnostic.Properties.OrderBy(static property => property.Key, StringComparer.Ordinal))
        {
            text.Append(" | ").Append(property.Key).Append('=').Append(property.Value);
        }

        return text.ToString();
    }

    private static string Of(Location location) => $"{location.SourceTree?.FilePath}[{location.SourceSpan.Start}..{location.SourceSpan.End}]({location.GetLineSpan().StartLinePosition.Line + 1})";
}
