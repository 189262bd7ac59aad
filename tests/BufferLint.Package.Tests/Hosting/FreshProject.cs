// A project as a user would have it: a PackageReference to BufferLint, some files, built by the SDK.
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace BufferLint.Package.Tests.Hosting;

internal sealed class FreshProject
{
    private readonly string _folder;

    private FreshProject(string folder) => _folder = folder;

    private string ErrorLog => Path.Combine(_folder, "obj", "findings.sarif");

    /// <summary>Makes a project that refers to the package.</summary>
    /// <param name="name">Its name, and that of its folder; one of its own in each test.</param>
    /// <param name="framework">The target framework.</param>
    /// <param name="more">More of the project file.</param>
    public static async Task<FreshProject> CreateAsync(string name, string framework = "net10.0", string more = "")
    {
        var feed = await PackageFeed.GetAsync();
        var project = new FreshProject(Directory.CreateDirectory(Path.Combine(feed.Root, name)).FullName);
        return project.With($"{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>{framework}</TargetFramework>
                <LangVersion>latest</LangVersion>
                <AllowUnsafeBlocks>true</AllowUnsafeBlocks>
                <UseSharedCompilation>false</UseSharedCompilation>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="BufferLint" Version="{feed.Version}" PrivateAssets="all" />
              </ItemGroup>
              {more}
            </Project>

            """);
    }

    /// <summary>Writes a file of the project.</summary>
    public FreshProject With(string path, string text)
    {
        var full = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return this;
    }

    /// <summary>Copies the sources of a folder of the repository.</summary>
    public FreshProject WithSourcesOf(string repositoryFolder, string into)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Built.RepositoryRoot, repositoryFolder), "*.cs"))
            With(Path.Combine(into, Path.GetFileName(file)), File.ReadAllText(file));
        return this;
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(_folder, path)).ReplaceLineEndings("\n");

    /// <summary>Builds, and writes the compiler's log of findings.</summary>
    public Task<CommandResult> BuildAsync(params string[] more) =>
        Dotnet.RunAsync(_folder, ["build", "--no-incremental", "-clp:NoSummary", $"-p:ErrorLog={ErrorLog}%2cversion=2.1", .. more]);

    public Sarif Log() => Sarif.Read(ErrorLog);

    /// <summary>Applies the preferred fixes of a rule with the SDK's formatter.</summary>
    public Task<CommandResult> FixAsync(string id, params string[] more) =>
        Dotnet.RunAsync(_folder, ["format", "analyzers", "--diagnostics", id, "--severity", "info", "--no-restore", .. more]);

    /// <summary>Runs what was built.</summary>
    public Task<CommandResult> RunAsync()
    {
        var name = Path.GetFileName(_folder);
        var program = Directory.EnumerateFiles(Path.Combine(_folder, "bin"), $"{name}.dll", SearchOption.AllDirectories).First();
        return Dotnet.RunAsync(_folder, program);
    }

    /// <summary>The analyzers the compiler was given, by file name.</summary>
    public async Task<string> AnalyzersAsync(params string[] more)
    {
        var result = await Dotnet.RunAsync(_folder, ["build", "-getItem:Analyzer", .. more]);
        return result.Succeeded().Output;
    }
}
