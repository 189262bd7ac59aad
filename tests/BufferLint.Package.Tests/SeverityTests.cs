// The user's word on severities wins in every mode: by id, by category, by folder.
using System.Threading.Tasks;
using BufferLint.Package.Tests.Hosting;
using Xunit;

namespace BufferLint.Package.Tests;

public class SeverityTests
{
    private static readonly string Probe = $"""
        <ItemGroup>
            <Analyzer Include="{typeof(SuggestionProbe).Assembly.Location}" />
          </ItemGroup>
        """;

    [Theory]
    [InlineData("Recommended")]
    [InlineData("Strict")]
    public async Task By_folder(string mode)
    {
        var project = (await FreshProject.CreateAsync("ByFolder" + mode, more: Probe))
            .With("Plain/A.cs", Sources.ListGrows("A"))
            .With("IdError/B.cs", Sources.ListGrows("B"))
            .With("IdNone/C.cs", Sources.ListGrows("C"))
            .With("CategoryError/D.cs", Sources.ListGrows("D"))
            .With("CategoryNone/E.cs", Sources.ListGrows("E"))
            .With("IdBeatsCategory/F.cs", Sources.ListGrows("F"))
            .With(".editorconfig", """
                [IdError/**.cs]
                dotnet_diagnostic.BUF1001.severity = error
                dotnet_diagnostic.PROBE1.severity = error
                [IdNone/**.cs]
                dotnet_diagnostic.BUF1001.severity = none
                dotnet_diagnostic.PROBE1.severity = none
                [CategoryError/**.cs]
                dotnet_analyzer_diagnostic.category-BufferLifetime.severity = error
                [CategoryNone/**.cs]
                dotnet_analyzer_diagnostic.category-BufferLifetime.severity = none
                [IdBeatsCategory/**.cs]
                dotnet_analyzer_diagnostic.category-BufferLifetime.severity = none
                dotnet_diagnostic.BUF1001.severity = error

                """);

        (await project.BuildAsync($"-p:BufferLintMode={mode}")).Failed().Printed([
            .. mode == "Strict" ? ["A.cs(5): warning PROBE1"] : Nothing,
            "A.cs(9): warning BUF1001",
            "B.cs(5): error PROBE1",
            "B.cs(9): error BUF1001",
            "D.cs(5): error PROBE1",
            "D.cs(9): error BUF1001",
            "F.cs(9): error BUF1001",
        ]);
    }

    [Theory]
    [InlineData("Recommended", "dotnet_diagnostic.BUF1001.severity")]
    [InlineData("Strict", "dotnet_diagnostic.BUF1001.severity")]
    [InlineData("Recommended", "dotnet_analyzer_diagnostic.category-BufferLifetime.severity")]
    [InlineData("Strict", "dotnet_analyzer_diagnostic.category-BufferLifetime.severity")]
    public async Task Everywhere(string mode, string key)
    {
        var byId = key.Contains("BUF1001");
        var project = (await FreshProject.CreateAsync((byId ? "ById" : "ByCategory") + mode, more: Probe))
            .With("A.cs", Sources.ListGrows())
            .With(".editorconfig", $"[*.cs]\n{key} = suggestion\n");

        (await project.BuildAsync($"-p:BufferLintMode={mode}")).Succeeded().Printed(
            mode == "Strict" && byId ? ["A.cs(5): warning PROBE1"] : Nothing);
    }

    private static string[] Nothing => [];
}
