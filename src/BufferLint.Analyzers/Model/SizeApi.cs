// One row of the tables of sizes: what a member needs to fit into what, and how long what it gives is.
using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace BufferLint.Model;

/// <summary>A member, by type, name and the names of its parameters.</summary>
/// <param name="Type">The metadata name of its type, with the namespace.</param>
/// <param name="Name">Its name; <c>.ctor</c> for constructors.</param>
/// <param name="Parameters">The names of its parameters, in order.</param>
internal sealed record SizeApi(string Type, string Name, ImmutableArray<string> Parameters)
{
    /// <summary>What must fit; empty if nothing must.</summary>
    public ImmutableArray<SizeDemand> Demands { get; init; } = ImmutableArray<SizeDemand>.Empty;

    /// <summary>How long the result is; <see langword="null"/> if the row does not say.</summary>
    public SizeFormula? Gives { get; init; }

    /// <summary>Whether the result may be longer than that.</summary>
    public bool GivesAtLeast { get; init; }

    /// <summary>Whether memory is read as another type, so that it is the cast that does not fit.</summary>
    public bool Reinterprets { get; init; }

    /// <summary>Whether nothing is checked when the program runs: nobody can catch what happens.</summary>
    public bool IsUnchecked { get; init; }

    /// <summary>Reads a row.</summary>
    /// <param name="type">The metadata name of the type, with the namespace.</param>
    /// <param name="member">The member with its parameters: <c>Slice(start, length)</c>.</param>
    /// <param name="demands">What must fit, parted by semicolons: <c>start + length &lt;= this</c>.</param>
    /// <param name="gives">How long the result is; after <c>&gt;=</c>, at least.</param>
    public static SizeApi Of(string type, string member, string demands = "", string gives = "")
    {
        var open = member.IndexOf('(');
        return new SizeApi(type, member.Substring(0, open), Words(member.Substring(open + 1).TrimEnd(')'), ','))
        {
            Demands = Words(demands, ';').Select(Demand).ToImmutableArray(),
            Gives = gives.Length == 0 ? null : SizeFormula.Parse(gives.TrimStart('>', '=')),
            GivesAtLeast = gives.StartsWith(">=", StringComparison.Ordinal),
        };
    }

    /// <summary>Whether a member is the one that the row is about.</summary>
    public bool Describes(IMethodSymbol method) =>
        method.Parameters.Length == Parameters.Length && method.Parameters.Select(static parameter => parameter.Name).SequenceEqual(Parameters) && NameOf(method.ContainingType) == Type;

    private static string NameOf(INamedTypeSymbol type) => type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() + "." + type.MetadataName : type.MetadataName;

    private static SizeDemand Demand(string text)
    {
        var sides = text.Split(new[] { "<=" }, StringSplitOptions.None);
        return new SizeDemand(SizeFormula.Parse(sides[0]), SizeFormula.Parse(sides[1]));
    }

    private static ImmutableArray<string> Words(string text, char separator) =>
        text.Split(new[] { separator }, StringSplitOptions.RemoveEmptyEntries).Select(static word => word.Trim()).ToImmutableArray();
}
