// The MSBuild property BufferLintMode, beyond severities.
using System.Threading.Tasks;
using BufferLint.Package.Tests.Hosting;
using Xunit;

namespace BufferLint.Package.Tests;

public class ModeTests
{
    [Fact]
    public async Task None_loads_nothing_whatever_the_editorconfig_says()
    {
        var project = (await FreshProject.CreateAsync("ModeNone"))
            .With("A.cs", Sources.ListGrows())
            .With(".editorconfig", "[*.cs]\ndotnet_diagnostic.BUF1001.severity = error\ndotnet_analyzer_diagnostic.category-BufferLifetime.severity = error\n");

        (await project.BuildAsync("-p:BufferLintMode=None")).Succeeded().Printed();

        Assert.Empty(project.Log().Rules);
        Assert.DoesNotContain("BufferLint.", await project.AnalyzersAsync("-p:BufferLintMode=None"));
    }

    [Fact]
    public async Task An_unknown_mode_is_said_and_means_Recommended()
    {
        var project = (await FreshProject.CreateAsync("ModeUnknown", more: "<PropertyGroup><BufferLintMode>Sharp</BufferLintMode></PropertyGroup>"))
            .With("A.cs", Sources.ListGrows());

        var result = (await project.BuildAsync()).Succeeded();

        Assert.Contains("warning BUF9001: BufferLintMode is 'Sharp', which is none of Recommended, Strict and None; Recommended is used.", result.Output);
        Assert.Contains(new Printed("A.cs", 9, "warning", "BUF1001"), result.Messages);
    }
}
