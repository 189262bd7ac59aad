// Splits a test source into its plain text and the spans that the markup sets off.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace BufferLint.Testing;

/// <summary>A test source without its markup, and what the markup said. Line endings are normalised to <c>\n</c>.</summary>
public sealed partial class MarkupText
{
    private MarkupText(string text, ImmutableArray<MarkupSpan> spans)
    {
        Text = text;
        Spans = spans;
    }

    /// <summary>The text without markup.</summary>
    public string Text { get; }

    /// <summary>The marked stretches in the order in which they open.</summary>
    public ImmutableArray<MarkupSpan> Spans { get; }

    /// <summary>Reads <c>[|…|]</c>, <c>{|ID:…|}</c>, <c>{|#0:…|}</c> and, for stretches that overlap, <c>{|#0:…|#0}</c>.</summary>
    /// <exception cref="FormatException">A stretch is closed without being open, or never closed.</exception>
    public static MarkupText Parse(string markup)
    {
        ArgumentNullException.ThrowIfNull(markup);
        markup = LineEndings.Normalize(markup);
        var text = new StringBuilder(markup.Length);
        var stretches = new List<Stretch>();
        var position = 0;
        foreach (Match token in Token().Matches(markup))
        {
            text.Append(markup, position, token.Index - position);
            position = token.Index + token.Length;
            if (token.Value is "[|" || token.Value.StartsWith("{|", StringComparison.Ordinal))
            {
                stretches.Add(new Stretch(token.Groups["label"] is { Success: true } label ? label.Value : null, text.Length, token.Index));
            }
            else
            {
                Closed(stretches, token, markup).End = text.Length;
            }
        }

        text.Append(markup, position, markup.Length - position);
        if (stretches.Find(stretch => stretch.IsOpen) is { } open)
        {
            throw Unbalanced(markup, open.MarkupIndex, "is never closed");
        }

        return new MarkupText(
            text.ToString(),
            stretches.Select(stretch => new MarkupSpan(stretch.Label, TextSpan.FromBounds(stretch.Start, stretch.End))).ToImmutableArray());
    }

    private static Stretch Closed(List<Stretch> stretches, Match token, string markup)
    {
        if (token.Groups["key"] is { Success: true } key)
        {
            return stretches.FindLast(stretch => stretch.IsOpen && stretch.Label == key.Value)
                ?? throw Unbalanced(markup, token.Index, "closes a stretch that is not open");
        }

        var innermost = stretches.FindLast(stretch => stretch.IsOpen);
        return innermost is not null && innermost.Label is null == token.Value is "|]"
            ? innermost
            : throw Unbalanced(markup, token.Index, "does not close the innermost open stretch");
    }

    private static FormatException Unbalanced(string markup, int index, string problem)
    {
        var start = index == 0 ? 0 : markup.LastIndexOf('\n', index - 1) + 1;
        var end = markup.IndexOf('\n', index);
        var line = markup[start..(end < 0 ? markup.Length : end)];
        var number = markup.AsSpan(0, index).Count('\n') + 1;
        return new FormatException($"Markup in line {number}, column {index - start + 1} {problem}: {line.Trim()}");
    }

    [GeneratedRegex(@"\[\||\{\|(?<label>\#\d+|[A-Za-z_]\w*):|\|\]|\|(?<key>\#\d+)\}|\|\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    private sealed class Stretch(string? label, int start, int markupIndex)
    {
        public string? Label { get; } = label;

        public int Start { get; } = start;

        public int MarkupIndex { get; } = markupIndex;

        public int End { get; set; } = -1;

        public bool IsOpen => End < 0;
    }
}
