// The part of a page that is generated, between two comments; everything around it is written by people.
using System;

namespace BufferLint.Dev.Docs;

/// <summary>A pair of comments around generated text.</summary>
internal sealed class GeneratedBlock
{
    private readonly string _begin;
    private readonly string _end;

    private GeneratedBlock(string name)
    {
        _begin = $"<!-- {name}:begin -->";
        _end = $"<!-- {name}:end -->";
    }

    /// <summary>The table of all rules, in the README.</summary>
    public static GeneratedBlock Rules { get; } = new("rules");

    /// <summary>The table of one rule, on its page.</summary>
    public static GeneratedBlock Rule { get; } = new("rule");

    /// <summary>The walk of one value, in the architecture notes.</summary>
    public static GeneratedBlock Walk { get; } = new("walk");

    /// <summary>A page with other content in the block.</summary>
    public string Replace(string page, string content)
    {
        var begin = page.IndexOf(_begin, StringComparison.Ordinal);
        var end = page.IndexOf(_end, StringComparison.Ordinal);
        return begin >= 0 && end > begin
            ? page[..(begin + _begin.Length)] + "\n\n" + content.TrimEnd() + "\n\n" + page[end..]
            : throw new BadInputException($"the page has no {_begin} with {_end} after it.");
    }
}
