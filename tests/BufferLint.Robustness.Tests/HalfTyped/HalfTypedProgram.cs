// A damaged source of the repository, and which ones a run takes.
using System;
using System.Collections.Generic;
using System.Linq;

namespace BufferLint.Robustness.HalfTyped;

/// <summary>A source with one edit.</summary>
/// <param name="Name">Where it comes from and what was done to it.</param>
/// <param name="Text">The whole text.</param>
internal sealed record HalfTypedProgram(string Name, string Text)
{
    /// <summary>Every source, edited in every way at every token.</summary>
    public static IEnumerable<HalfTypedProgram> All() =>
        from code in RepositoryCode.All
        from program in Of(code)
        select program;

    /// <summary>Programs drawn by lot, the same ones for the same seed.</summary>
    public static IEnumerable<HalfTypedProgram> Sample(int count, int seed)
    {
        var random = new Random(seed);
        for (var drawn = 0; drawn < count; drawn++)
        {
            var code = RepositoryCode.All[random.Next(RepositoryCode.All.Length)];
            var tokens = TokenEdit.TokensOf(code.Text);
            yield return Edited(code, tokens, random.Next(tokens.Length), TokenEdit.All[random.Next(TokenEdit.All.Length)]);
        }
    }

    private static IEnumerable<HalfTypedProgram> Of(RepositoryCode code)
    {
        var tokens = TokenEdit.TokensOf(code.Text);
        for (var at = 0; at < tokens.Length; at++)
        {
            foreach (var edit in TokenEdit.All)
            {
                yield return Edited(code, tokens, at, edit);
            }
        }
    }

    private static HalfTypedProgram Edited(RepositoryCode code, System.Collections.Immutable.ImmutableArray<Microsoft.CodeAnalysis.SyntaxToken> tokens, int at, TokenEdit edit) =>
        new($"{code.Where}, token {at} '{tokens[at].Text}' {edit.Name}", code.Usings + edit.Apply(code.Text, tokens, at));
}
