// The one place where line endings are made alike.
namespace BufferLint.Testing;

internal static class LineEndings
{
    /// <summary>The text with every line ending written as <c>\n</c>.</summary>
    internal static string Normalize(string text) =>
        text.Contains('\r') ? text.Replace("\r\n", "\n").Replace('\r', '\n') : text;
}
