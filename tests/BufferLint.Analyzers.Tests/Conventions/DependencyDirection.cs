// Which folder of the analyzers may know which, read from their using lines; and who alone may do what.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace BufferLint.Tests.Conventions;

public partial class DependencyDirection
{
    private const string Root = "src/BufferLint.Analyzers/";

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Model"] = ["Model"],
        ["Graph"] = ["Graph"],
        ["Screen"] = ["Screen", "Model"],
        ["Facts"] = ["Facts", "Model", "Graph"],
        ["Protocols"] = ["Protocols", "Graph", "Model"],
        ["Flow"] = ["Flow", "Graph", "Facts", "Model"],
        ["Summaries"] = ["Summaries", "Model", "Graph", "Facts", "Flow"],
        ["Checks"] = ["Checks", "Facts", "Flow", "Graph", "Model"],
        ["Reporting"] = ["Reporting", "Checks", "Facts", "Flow", "Model"],
    };

    /// <summary>Besides Facts, and Protocols, which run the code of a type: the first two find the graphs and the functions nested in them, the others read conditions to split the graph.</summary>
    private static readonly string[] SeeOperations = ["NestedBodies.cs", "Graph/BodyGraphs.cs", "Graph/FieldChanges.cs", "Graph/FlagPredicates.cs", "Graph/FlagTest.cs"];

    public static TheoryData<string> Folders => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Folders))]
    public void KnowsOnlyWhatComesBeforeIt(string folder)
    {
        var offences =
            from file in Tree.Sources("src", "BufferLint.Analyzers", folder)
            from Match known in Mention().Matches(file.Text)
            let other = known.Groups["folder"].Value
            where Allowed.ContainsKey(other) && !Allowed[folder].Contains(other)
            select $"{file.Path} knows {other}";
        Assert.Empty(offences);
    }

    [Fact]
    public void EveryFolderHasARule()
    {
        var folders = Tree.Sources("src", "BufferLint.Analyzers").Select(Place).Where(place => place.Contains('/')).Select(place => place.Split('/')[0]).Distinct();
        Assert.Empty(folders.Except(Allowed.Keys));
    }

    [Fact]
    public void NamespacesFollowFolders()
    {
        var offences =
            from file in Tree.Sources("src", "BufferLint.Analyzers")
            let place = Place(file)
            let expected = place.Contains('/') ? "BufferLint." + string.Join('.', place.Split('/')[..^1]) : "BufferLint"
            where place != "Polyfills.cs" && !file.Lines.Contains($"namespace {expected};")
            select file.Path;
        Assert.Empty(offences);
    }

    [Fact]
    public void OnlyReportingMakesDiagnostics() =>
        Assert.All(Naming("Diagnostic.Create("), place => Assert.StartsWith("Reporting/", place, StringComparison.Ordinal));

    [Fact]
    public void OnlyFactsMatchOperations() =>
        Assert.All(Naming("using Microsoft.CodeAnalysis.Operations;"), place => Assert.True(place.StartsWith("Facts/", StringComparison.Ordinal) || place.StartsWith("Protocols/", StringComparison.Ordinal) || SeeOperations.Contains(place), place));

    private static IEnumerable<string> Naming(string text) =>
        Tree.Sources("src", "BufferLint.Analyzers").Where(file => file.Text.Contains(text, StringComparison.Ordinal)).Select(Place);

    private static string Place(SourceText file) => file.Path[Root.Length..];

    [GeneratedRegex(@"^using (static |\w+ = )?BufferLint\.(?<folder>\w+)|(?<![\w.])BufferLint\.(?<folder>\w+)\.", RegexOptions.Multiline)]
    private static partial Regex Mention();
}
