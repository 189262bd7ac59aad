// The words about fields that keep what was released.
using BufferLint.Facts;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Reporting;

internal static class KeptFieldNames
{
    /// <summary>«rented at line n».</summary>
    public static string Acquired(KeptRelease kept) => kept.Acquired is { } acquired
        ? $"{kept.Effect.Family!.Taken} at line {Line(acquired, kept.Release)}"
        : $"held in {Shown.Quoted(kept.Field.Name)}";

    /// <summary>«returned at line n», and which member that outsiders call comes to it.</summary>
    public static string Released(KeptRelease kept) => $"{Wording.Of(kept.Effect).Done} at line {Shown.Line(kept.Release)} by {Shown.Quoted(CallChain.NameOf(kept.First))}";

    /// <summary>What the next call does, and where.</summary>
    public static string Again(KeptRelease kept)
    {
        var done = kept.IsRelease ? Wording.Of(kept.Effect).Done + " again" : "used";
        var when = kept.IsSameCall ? "in the same call"
            : SymbolEqualityComparer.Default.Equals(kept.First, kept.Next) ? $"when {Shown.Quoted(CallChain.NameOf(kept.Next))} is called again"
            : $"when {Shown.Quoted(CallChain.NameOf(kept.Next))} is called next";
        return $"{done} at line {Line(kept.Again, kept.Release)} {when}";
    }

    /// <summary>The other places of the same file.</summary>
    public static SyntaxNode?[] Places(KeptRelease kept) => new[] { kept.Acquired is { } acquired && acquired.SyntaxTree == kept.Release.SyntaxTree ? acquired : null, kept.Again.SyntaxTree == kept.Release.SyntaxTree ? kept.Again : null };

    private static string Line(SyntaxNode place, SyntaxNode from) => place.SyntaxTree == from.SyntaxTree
        ? Shown.Line(place).ToString(System.Globalization.CultureInfo.InvariantCulture)
        : $"{Shown.Line(place)} of {System.IO.Path.GetFileName(place.SyntaxTree.FilePath)}";
}
