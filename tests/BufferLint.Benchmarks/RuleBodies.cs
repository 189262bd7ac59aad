// The bodies of Bodies/: for each rule one that it reports and one that it does not.
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using BufferLint.Checks;

namespace BufferLint.Benchmarks;

internal static class RuleBodies
{
    /// <summary>The ids of all rules.</summary>
    public static ImmutableArray<string> Ids { get; } = [.. CheckTable.All.Select(check => check.Descriptor.Id)];

    /// <summary>All bodies.</summary>
    public static ImmutableArray<string> All => [.. Ids.SelectMany(id => new[] { Of(id, isReported: true), Of(id, isReported: false) })];

    /// <summary>The source of one body.</summary>
    public static string Of(string id, bool isReported)
    {
        var name = $"{id}.{(isReported ? "Reported" : "Silent")}";
        using var stream = typeof(RuleBodies).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException($"Bodies/{name}.cs is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
