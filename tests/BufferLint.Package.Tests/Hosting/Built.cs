// What the build knew and the tests need.
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

    private static string Value(string key) =>
        typeof(Built).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == key).Value!;
}
