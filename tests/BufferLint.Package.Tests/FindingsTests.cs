// The compiler reports exactly the findings, whatever the target framework, and logs them in full.
using System.Linq;
using System.Threading.Tasks;
using BufferLint.Package.Tests.Hosting;
using Xunit;

namespace BufferLint.Package.Tests;

public class FindingsTests
{
    [Fact]
    public async Task Net10()
    {
        var project = (await FreshProject.CreateAsync("Net10")).With("Orders.cs", Sources.ListGrows());

        (await project.BuildAsync()).Succeeded().Printed("Orders.cs(9): warning BUF1001");

        var log = project.Log();
        Assert.Equal("2.1.0", log.Version);
        var finding = Assert.Single(log.Findings, finding => finding.Id.StartsWith("BUF", System.StringComparison.Ordinal));
        Assert.Equal((9, "8 10", false), (finding.Line, string.Join(' ', finding.RelatedLines), finding.IsSuppressed));
        var rule = Assert.Single(log.Rules, rule => rule.Id == finding.Id);
        Assert.EndsWith("/docs/rules/BUF1001.md", rule.HelpUri);
        Assert.Equal("BufferLifetime", rule.Category);
        Assert.NotEmpty(rule.Description);
        Assert.Contains(rule.Tags, tag => tag.StartsWith("CWE-", System.StringComparison.Ordinal));
    }

    [Fact]
    public async Task Net8()
    {
        var project = (await FreshProject.CreateAsync("Net8", "net8.0")).With("Orders.cs", Sources.ListGrows()).With("Packets.cs", Sources.StreamAndArrayGrow);

        (await project.BuildAsync()).Succeeded().Printed(
            "Orders.cs(9): warning BUF1001",
            "Packets.cs(7): warning BUF1001",
            "Packets.cs(13): warning BUF1001");
    }

    [Fact]
    public async Task NetStandard20()
    {
        var project = (await FreshProject.CreateAsync("NetStandard20", "netstandard2.0")).With("Packets.cs", Sources.StreamAndArrayGrow);

        (await project.BuildAsync()).Succeeded().Printed(
            "Packets.cs(7): warning BUF1001",
            "Packets.cs(13): warning BUF1001");
    }
}
