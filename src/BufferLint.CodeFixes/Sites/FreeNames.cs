// Names that nothing in a function has yet.
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace BufferLint.CodeFixes.Sites;

internal static class FreeNames
{
    /// <summary>The name that is wished for, with a number if it is taken.</summary>
    public static string For(string wished, SyntaxNode function)
    {
        var used = new HashSet<string>(function.DescendantTokens().Select(static token => token.ValueText));
        return Enumerable.Range(1, int.MaxValue).Select(number => number == 1 ? wished : wished + number).First(name => !used.Contains(name));
    }
}
