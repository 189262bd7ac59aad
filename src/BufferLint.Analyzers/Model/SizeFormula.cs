// How a member's table row says sizes: «start + length <= this», in the names of its parameters.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace BufferLint.Model;

/// <summary>What one name in a formula stands for.</summary>
internal enum SizeAtomKind
{
    /// <summary>A number that is written down.</summary>
    Constant,

    /// <summary>A number parameter's value, or how many elements what a parameter holds has.</summary>
    Amount,

    /// <summary>The same in bytes: <c>#name</c>.</summary>
    Bytes,

    /// <summary>How many bytes one element takes of what a parameter holds: <c>@name</c>.</summary>
    ElementSize,

    /// <summary>How many bytes the text in a parameter, or so many characters of it, is at least encoded as by the receiver: <c>%name</c>.</summary>
    Encoded,

    /// <summary>How many bytes a value of a type argument takes: <c>T</c>, of the last one.</summary>
    TypeSize,
}

/// <summary>One name in a formula.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Name">The parameter; <c>this</c> for the receiver.</param>
/// <param name="Value">The number that is written down.</param>
internal readonly record struct SizeAtom(SizeAtomKind Kind, string Name, int Value);

/// <summary>Atoms that are multiplied, added or taken away.</summary>
internal readonly record struct SizeProduct(bool IsNegative, ImmutableArray<SizeAtom> Factors);

/// <summary>A sum of products.</summary>
internal sealed record SizeFormula(ImmutableArray<SizeProduct> Parts)
{
    /// <summary>Reads a formula: names, numbers, <c>+</c>, <c>-</c> and <c>*</c>.</summary>
    public static SizeFormula Parse(string text)
    {
        var parts = new List<SizeProduct>();
        var isNegative = false;
        foreach (var word in text.Split(new[] { ' ' }, StringSplitOptions.RemoveEmptyEntries))
        {
            if (word is "+" or "-")
            {
                isNegative = word == "-";
            }
            else
            {
                parts.Add(new SizeProduct(isNegative, word.Split('*').Select(Atom).ToImmutableArray()));
            }
        }

        return new SizeFormula(parts.ToImmutableArray());
    }

    private static SizeAtom Atom(string word) => word[0] switch
    {
        >= '0' and <= '9' => new SizeAtom(SizeAtomKind.Constant, word, int.Parse(word, System.Globalization.CultureInfo.InvariantCulture)),
        '#' => new SizeAtom(SizeAtomKind.Bytes, word.Substring(1), 0),
        '@' => new SizeAtom(SizeAtomKind.ElementSize, word.Substring(1), 0),
        '%' => new SizeAtom(SizeAtomKind.Encoded, word.Substring(1), 0),
        'T' when word.Length == 1 => new SizeAtom(SizeAtomKind.TypeSize, word, 0),
        _ => new SizeAtom(SizeAtomKind.Amount, word, 0),
    };
}

/// <summary><paramref name="Needed"/> must not exceed <paramref name="Available"/>.</summary>
internal sealed record SizeDemand(SizeFormula Needed, SizeFormula Available);
