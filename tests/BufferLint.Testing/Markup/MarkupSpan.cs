// One marked stretch of a test source, as the markup names it.
using Microsoft.CodeAnalysis.Text;

namespace BufferLint.Testing;

/// <summary>A marked stretch of text: <c>[|…|]</c> has no label, <c>{|BUF1001:…|}</c> a diagnostic id, <c>{|#0:…|}</c> a key.</summary>
/// <param name="Label">What stands between <c>{|</c> and the colon, or null for <c>[|…|]</c>.</param>
/// <param name="Span">Where the stretch lies in the text without its markup.</param>
public sealed record MarkupSpan(string? Label, TextSpan Span)
{
    /// <summary>The number of a <c>{|#0:…|}</c> stretch, which names a place and expects nothing; otherwise null.</summary>
    public int? Key => Label is ['#', .. var digits] ? int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) : null;
}
