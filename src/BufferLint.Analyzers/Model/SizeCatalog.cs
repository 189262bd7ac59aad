// All rows about sizes in one, found by the member's name.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Model.Catalogs;
using Microsoft.CodeAnalysis;

namespace BufferLint.Model;

/// <summary>The members whose sizes the product knows by table.</summary>
internal static class SizeCatalog
{
    /// <summary>Every row; a new table is added here.</summary>
    public static ImmutableArray<SizeApi> Rows { get; } = SpanSizes.Rows.AddRange(ArraySizes.Rows).AddRange(StreamSizes.Rows).AddRange(NativeSizes.Rows).AddRange(NumberSizes.Rows).AddRange(ReinterpretationSizes.Rows);

    private static readonly Dictionary<string, SizeApi[]> ByName = Rows.GroupBy(static row => row.Name).ToDictionary(static rows => rows.Key, static rows => rows.ToArray());

    /// <summary>What stands in source where something must fit.</summary>
    public static HashSet<string> DemandingNames { get; } = new(Rows.Where(static row => !row.Demands.IsEmpty).Select(WordOf), StringComparer.Ordinal);

    /// <summary>The row about a member, or about the one that it overrides; <see langword="null"/> if there is none.</summary>
    public static SizeApi? Of(IMethodSymbol method)
    {
        for (var declared = ByName.ContainsKey(method.Name) ? method.OriginalDefinition : null; declared is not null; declared = declared.OverriddenMethod?.OriginalDefinition)
        {
            foreach (var row in ByName[method.Name])
            {
                if (row.Describes(declared))
                {
                    return row;
                }
            }
        }

        return null;
    }

    private static string WordOf(SizeApi row) => row.Name == ".ctor" ? row.Type.Substring(row.Type.LastIndexOf('.') + 1).Split('`')[0] : row.Name;
}
