// Compares the tree that a fix made with the tree its text parses to.
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BufferLint.Testing;

internal static class TreeStructure
{
    /// <summary>The first place where the kinds of nodes or tokens differ, as a sentence; null where the trees agree.</summary>
    internal static string? FirstDifference(SyntaxNodeOrToken made, SyntaxNodeOrToken parsed)
    {
        if (made.RawKind != parsed.RawKind)
        {
            return $"the fix made {made.Kind()} where its text parses to {parsed.Kind()}: {parsed}";
        }

        var left = made.ChildNodesAndTokens();
        var right = parsed.ChildNodesAndTokens();
        if (left.Count != right.Count)
        {
            return $"the {made.Kind()} of the fix has {left.Count} children and its text parses to {right.Count}: {parsed}";
        }

        for (var index = 0; index < left.Count; index++)
        {
            if (FirstDifference(left[index], right[index]) is { } difference)
            {
                return difference;
            }
        }

        return null;
    }
}
