// Names that nothing in a function has yet.
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace BufferLint.CodeFixes.Sites;

internal static class FreeNames
{
    /// <summary>The name that is wished for, with a number if it is taken.</summary>
    /// <param name="wished">The name.</param>
    /// <param name="function">Where it must be free.</param>
    /// <param name="first">The number to begin with, where others wish for the same name.</param>
    public static string For(string wished, SyntaxNode function, int first = 1)
    {
        var used = new HashSet<string>(function.DescendantTokens().Select(static token => token.ValueText));
        return Enumerable.Range(first, int.MaxValue - first).Select(number => number == 1 ? wished : wished + number).First(name => !used.Contains(name));
    }
}
