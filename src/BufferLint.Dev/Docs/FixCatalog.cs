// Which fixes there are, found by reflection: an exported provider says which fixes it offers in which order, a fix its title.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BufferLint.Dev.Docs;

/// <summary>The titles of code fixes by rule id, the preferred one first.</summary>
internal sealed class FixCatalog
{
    private const string FixesAssembly = "BufferLint.CodeFixes";

    private readonly ImmutableArray<CodeFixProvider> _providers;

    private FixCatalog(ImmutableArray<CodeFixProvider> providers) => _providers = providers;

    public static FixCatalog None { get; } = new([]);

    /// <summary>The fixes of BufferLint.CodeFixes.</summary>
    public static FixCatalog Load() => new(
    [
        .. Assembly.Load(FixesAssembly).GetTypes()
            .Where(type => type.IsDefined(typeof(ExportCodeFixProviderAttribute), inherit: false))
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .SelectMany(type => (IEnumerable<CodeFixProvider>?)type.GetProperty("InOrder")?.GetValue(null) ?? [(CodeFixProvider)Activator.CreateInstance(type)!]),
    ]);

    public ImmutableArray<string> TitlesFor(string id) =>
        [.. _providers.Where(provider => provider.FixableDiagnosticIds.Contains(id)).Select(TitleOf).Distinct()];

    private static string TitleOf(CodeFixProvider provider) =>
        Stated<string>(provider, "Title") ?? throw new BadInputException($"{provider.GetType().Name} has no property 'Title' to take into the docs.");

    private static T? Stated<T>(CodeFixProvider provider, string property) =>
        provider.GetType().GetProperty(property, BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic) is { } stated
            ? (T?)stated.GetValue(provider)
            : default;
}
