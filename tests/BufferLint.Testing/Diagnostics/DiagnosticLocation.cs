// A place as a test names it: by markup key, or by line and column.
using Microsoft.CodeAnalysis.Text;

namespace BufferLint.Testing;

/// <summary>An expected location, by the key of a <c>{|#0:…|}</c> stretch or by position.</summary>
/// <param name="MarkupKey">The key, or null for a position.</param>
/// <param name="Path">The file of a position; null is the first source.</param>
/// <param name="Start">The start of a position.</param>
/// <param name="End">The end of a position; null leaves it open.</param>
public sealed record DiagnosticLocation(int? MarkupKey, string? Path, LinePosition Start, LinePosition? End);
