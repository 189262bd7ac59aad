// What is in the package: no more, no less.
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;
using BufferLint.Package.Tests.Hosting;
using Xunit;

namespace BufferLint.Package.Tests;

public class PackageContentTests
{
    [Fact]
    public async Task It_holds_the_analyzers_the_fixes_and_the_switch()
    {
        using var package = ZipFile.OpenRead((await PackageFeed.GetAsync()).PackagePath);

        Assert.Equal(
            [
                "BufferLint.nuspec",
                "LICENSE",
                "README.md",
                "[Content_Types].xml",
                "_rels/.rels",
                "analyzers/dotnet/cs/BufferLint.Analyzers.dll",
                "analyzers/dotnet/cs/BufferLint.CodeFixes.dll",
                "build/BufferLint.Strict.globalconfig",
                "build/BufferLint.props",
                "build/BufferLint.targets",
                "buildTransitive/BufferLint.props",
                "buildTransitive/BufferLint.targets",
            ],
            package.Entries.Select(entry => entry.FullName).Where(name => !name.StartsWith("package/services/metadata/", System.StringComparison.Ordinal)).Order(System.StringComparer.Ordinal));
    }

    [Fact]
    public async Task It_is_a_development_dependency_that_depends_on_nothing()
    {
        using var package = ZipFile.OpenRead((await PackageFeed.GetAsync()).PackagePath);
        using var stream = package.GetEntry("BufferLint.nuspec")!.Open();
        var nuspec = XDocument.Load(stream).Root!;
        var metadata = nuspec.Elements().Single().Elements().ToDictionary(element => element.Name.LocalName, element => element.Value);

        Assert.Equal("BufferLint", metadata["id"]);
        Assert.Equal("true", metadata["developmentDependency"]);
        Assert.Equal("MIT", metadata["license"]);
        Assert.Equal("README.md", metadata["readme"]);
        Assert.NotEmpty(metadata["description"]);
        Assert.NotEmpty(metadata["tags"]);
        Assert.NotEmpty(metadata["releaseNotes"]);
        Assert.DoesNotContain("dependencies", metadata.Keys);
    }
}
