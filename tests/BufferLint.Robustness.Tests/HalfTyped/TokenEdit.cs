// What typing does to a text, token by token.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BufferLint.Robustness.HalfTyped;

/// <summary>A way to damage a text at one of its tokens.</summary>
/// <param name="Name">What it is called in a failure.</param>
/// <param name="Apply">The text, its tokens and the number of one of them, to the damaged text.</param>
internal sealed record TokenEdit(string Name, Func<string, ImmutableArray<SyntaxToken>, int, string> Apply)
{
    public static ImmutableArray<TokenEdit> All { get; } =
    [
        new("cut before", static (text, tokens, at) => text[..tokens[at].SpanStart]),
        new("cut inside", static (text, tokens, at) => text[..(tokens[at].SpanStart + (tokens[at].Span.Length + 1) / 2)]),
        new("dropped", static (text, tokens, at) => text.Remove(tokens[at].SpanStart, tokens[at].Span.Length)),
        new("doubled", static (text, tokens, at) => text.Insert(tokens[at].Span.End, " " + tokens[at].Text + " ")),
        new("swapped", Swapped),
    ];

    /// <summary>The tokens of a text that have a width.</summary>
    public static ImmutableArray<SyntaxToken> TokensOf(string text) =>
        [.. CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot().DescendantTokens().Where(static token => token.Span.Length > 0)];

    private static string Swapped(string text, ImmutableArray<SyntaxToken> tokens, int at)
    {
        if (at + 1 == tokens.Length)
        {
            return text;
        }

        var (first, second) = (tokens[at], tokens[at + 1]);
        return text[..first.SpanStart] + second.Text + " " + first.Text + text[second.Span.End..];
    }
}
