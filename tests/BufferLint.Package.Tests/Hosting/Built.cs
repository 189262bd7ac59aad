// What the build knew and the tests need.
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace BufferLint.Package.Tests.Hosting;

internal static class Built
{
    public static string Configuration { get; } = Value(nameof(Configuration));

    public static string ProductVersion { get; } = Value(nameof(ProductVersion));

    public static string RepositoryRoot { get; } = Value(nameof(RepositoryRoot));

    /// <summary>The packages this build restored; fresh projects take what they share with it from there.</summary>
    public static string NuGetPackageRoot { get; } = Value(nameof(NuGetPackageRoot));

    /// <summary>The other analyzers that BufferLint is built together with.</summary>
    public static IReadOnlyList<(string Name, string Version)> Neighbours { get; } =
        [.. Metadata().Where(attribute => attribute.Value!.StartsWith('[')).Select(attribute => (attribute.Key, attribute.Value!.Trim('[', ']')))];

    private static IEnumerable<AssemblyMetadataAttribute> Metadata() => typeof(Built).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>();

    private static string Value(string key) =>
        Metadata().First(attribute => attribute.Key == key).Value!;
}
