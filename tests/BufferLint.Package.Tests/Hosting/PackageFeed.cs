// The package under test, packed once per run under a version nobody else has, in a folder that is a feed.
using System;
using System.IO;
using System.Threading.Tasks;

namespace BufferLint.Package.Tests.Hosting;

/// <summary>A temporary folder with the feed and all fresh projects of this run; gone when the run ends.</summary>
internal sealed class PackageFeed
{
    private static readonly Lazy<Task<PackageFeed>> OfThisRun = new(CreateAsync);

    private PackageFeed(string root) => Root = root;

    /// <summary>The folder below which the fresh projects live.</summary>
    public string Root { get; }

    public string Version { get; } = $"{Built.ProductVersion}-test{Guid.NewGuid():N}";

    /// <summary>The packed file.</summary>
    public string PackagePath => Path.Combine(Root, "feed", $"BufferLint.{Version}.nupkg");

    public static Task<PackageFeed> GetAsync() => OfThisRun.Value;

    private static async Task<PackageFeed> CreateAsync()
    {
        var feed = new PackageFeed(Directory.CreateTempSubdirectory("bufferlint-").FullName);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => feed.Delete();
        feed.Isolate();
        var pack = await Dotnet.RunAsync(
            Path.Combine(Built.RepositoryRoot, "src", "BufferLint.Package"),
            "pack", "--no-build", "-c", Built.Configuration, "-o", Path.Combine(feed.Root, "feed"), $"-p:PackageVersion={feed.Version}");
        pack.Succeeded();
        return feed;
    }

    /// <summary>Nothing above the folder is read, and nothing restored here reaches the user's package folder.</summary>
    private void Isolate()
    {
        Write(".editorconfig", "root = true\n");
        Write("Directory.Build.props", "<Project />\n");
        Write("Directory.Build.targets", "<Project />\n");
        Write("Directory.Packages.props", "<Project />\n");
        Write("NuGet.config", $"""
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="packages" />
              </config>
              <packageSources>
                <add key="under test" value="feed" />
              </packageSources>
              <fallbackPackageFolders>
                <add key="restored before" value="{Built.NuGetPackageRoot}" />
              </fallbackPackageFolders>
            </configuration>

            """);
        Directory.CreateDirectory(Path.Combine(Root, "feed"));
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(Root, name), text);

    private void Delete()
    {
        try
        {
            Directory.Delete(Root, recursive: true);
        }
        catch (IOException)
        {
            // The system clears its temporary folder itself.
        }
        catch (UnauthorizedAccessException)
        {
        }
    }
}
