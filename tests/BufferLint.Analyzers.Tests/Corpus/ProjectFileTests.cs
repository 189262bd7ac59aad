// The small languages of project files: conditions, functions, names of frameworks.
using System;
using System.Collections.Generic;
using System.Linq;
using BufferLint.Dev.Corpus.Projects;
using BufferLint.Dev.Corpus.References;
using Xunit;

namespace BufferLint.Tests.Corpus;

public class ProjectFileTests
{
    private static readonly Expansion Properties = new(new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["TargetFramework"] = "net8.0",
        ["Configuration"] = "Release",
        ["Major"] = "10",
        ["MSBuildThisFileDirectory"] = "/repo/src/",
    });

    [Theory]
    [InlineData("", true)]
    [InlineData("'$(Configuration)' == 'release'", true)]
    [InlineData("'$(Configuration)' != 'Release'", false)]
    [InlineData("'$(Nothing)' == ''", true)]
    [InlineData("$(Major) >= 9", true)]
    [InlineData("'$(Major)' < '9'", false)]
    [InlineData("!('$(Configuration)' == 'Debug') and ('a' == 'b' or $(Major) == 10)", true)]
    [InlineData("$(TargetFramework.StartsWith('net8'))", true)]
    [InlineData("!$(TargetFramework.Contains('standard'))", true)]
    [InlineData("$([MSBuild]::IsTargetFrameworkCompatible('$(TargetFramework)', 'net6.0'))", true)]
    [InlineData("$([MSBuild]::IsTargetFrameworkCompatible('$(TargetFramework)', 'net9.0'))", false)]
    [InlineData("'$([MSBuild]::GetTargetFrameworkIdentifier('$(TargetFramework)'))' == '.NETCoreApp'", true)]
    [InlineData("Exists('$(MSBuildThisFileDirectory)nowhere.props')", false)]
    [InlineData("'$([Unknown]::Function(1, 2))' == ''", true)]
    [InlineData("'unfinished' ==", false)]
    [InlineData("what is this", false)]
    public void Conditions(string text, bool holds) => Assert.Equal(holds, Condition.Holds(text, Properties, "/repo/src"));

    [Theory]
    [InlineData("a$(Major)b$(Nothing)c", "a10bc")]
    [InlineData("$(TargetFramework.Replace('.', '_'))", "net8_0")]
    [InlineData("$([System.IO.Path]::Combine('a', 'b'))", "a/b")]
    [InlineData("$([MSBuild]::EnsureTrailingSlash('a\\b'))", "a\\b/")]
    [InlineData("$(Unclosed", "$(Unclosed")]
    public void Expansions(string text, string expanded) => Assert.Equal(expanded, Properties.Expand(text));

    [Theory]
    [InlineData("netstandard2.0;net472;net8.0;net10.0", "net10.0")]
    [InlineData("net10.0-android;net8.0", "net8.0")]
    [InlineData("net9.0-ios;netstandard2.1", "net9.0-ios")]
    [InlineData("net48;netstandard2.0", "netstandard2.0")]
    [InlineData("netcoreapp3.1;net5.0", "net5.0")]
    public void TheNewestFrameworkIsAnalysed(string names, string best) => Assert.Equal(best, TargetFramework.Best(names.Split(';'))?.Name);

    [Theory]
    [InlineData("net8.0", "netstandard2.1", true)]
    [InlineData("net8.0", "net10.0", false)]
    [InlineData("net8.0", "net472", false)]
    [InlineData("net472", "netstandard2.0", true)]
    [InlineData("net472", "netstandard2.1", false)]
    [InlineData("netstandard2.0", "netstandard1.3", true)]
    [InlineData("net8.0", "net8.0-windows", false)]
    [InlineData("net8.0", "portable-net45+win8", false)]
    public void FrameworksTakeOlderOnes(string framework, string other, bool takes) => Assert.Equal(takes, TargetFramework.Parse(framework).Takes(TargetFramework.Parse(other)));

    [Theory]
    [InlineData("netstandard2.0", "NETSTANDARD;NETSTANDARD2_0;NETSTANDARD1_6_OR_GREATER", "NETSTANDARD2_1_OR_GREATER;NET")]
    [InlineData("net48", "NETFRAMEWORK;NET48;NET472_OR_GREATER", "NET481_OR_GREATER;NETCOREAPP")]
    [InlineData("net9.0-android35.0", "NET;NET9_0;ANDROID;NETCOREAPP3_1_OR_GREATER", "NET10_0_OR_GREATER")]
    public void Symbols(string framework, string defined, string undefined)
    {
        var symbols = TargetFramework.Parse(framework).Symbols().ToHashSet();
        Assert.Superset(defined.Split(';').ToHashSet(), symbols);
        Assert.Empty(undefined.Split(';').Intersect(symbols));
    }

    [Fact]
    public void PreviewsComeBeforeTheirRelease() =>
        Assert.Equal(["1.9", "1.10.0-beta", "1.10.0", "[1.10.1, )"], new[] { "[1.10.1, )", "1.10.0", "1.9", "1.10.0-beta" }.OrderBy(PackageVersion.Parse));
}
