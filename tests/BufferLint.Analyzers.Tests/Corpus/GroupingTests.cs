// Which files are compiled together, and how: project files read without MSBuild.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Dev.Corpus.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace BufferLint.Tests.Corpus;

public sealed class GroupingTests : IDisposable
{
    private readonly ScratchCheckout _checkout = new();

    public void Dispose() => _checkout.Dispose();

    [Fact]
    public void WithoutProjectFilesAllIsOneProject()
    {
        _checkout.With("a/A.cs").With("b/B.cs").With("obj/Left.cs").With("a/bin/Left.cs");
        var project = Assert.Single(_checkout.Find().Projects);
        Assert.Equal(["a/A.cs", "b/B.cs"], Files(project));
        Assert.Equal(ProjectReader.Newest, project.Framework);
    }

    [Fact]
    public void FilesBelowAProjectBelongToIt()
    {
        _checkout.WithProject("a/A.csproj").With("a/One.cs").With("a/sub/Two.cs").With("a/.hidden/Left.cs").With("b/Loose.cs");
        var checkout = _checkout.Find();
        Assert.Equal(["a/One.cs", "a/sub/Two.cs"], Files(Assert.Single(checkout.Projects)));
        Assert.Equal(2, checkout.Loose);
    }

    [Fact]
    public void LooseFilesAreAProjectOnRequest()
    {
        _checkout.WithProject("a/A.csproj").With("a/One.cs").With("b/Loose.cs");
        var checkout = ProjectFinder.Find(_checkout.Request with { Loose = true });
        Assert.Equal(["a/One.cs", "b/Loose.cs"], checkout.Projects.SelectMany(Files));
        Assert.Equal(0, checkout.Loose);
    }

    [Fact]
    public void ItemsAddAndRemove()
    {
        _checkout.WithProject("a/A.csproj", """
            <ItemGroup>
              <Compile Remove="old\**" />
              <Compile Include="..\shared\*.cs" Exclude="..\shared\Not*.cs" Link="Shared\%(Filename).cs" />
              <Compile Include="..\missing\Gone.cs" />
            </ItemGroup>
            """);
        _checkout.With("a/One.cs").With("a/old/Old.cs").With("a/old/deep/Old.cs").With("shared/Two.cs").With("shared/NotThree.cs").With("shared/deep/Four.cs");
        Assert.Equal(["a/One.cs", "shared/Two.cs"], Files(Assert.Single(_checkout.Find().Projects)));
    }

    [Fact]
    public void OldProjectsNameTheirFiles()
    {
        _checkout.With("a/A.csproj", """
            <Project ToolsVersion="4.0" xmlns="http://schemas.microsoft.com/developer/msbuild/2003">
              <PropertyGroup><TargetFrameworkVersion>v4.7.2</TargetFrameworkVersion></PropertyGroup>
              <ItemGroup><Compile Include="One.cs" /></ItemGroup>
            </Project>
            """).With("a/One.cs").With("a/Two.cs");
        var project = Assert.Single(_checkout.Find().Projects);
        Assert.Equal(["a/One.cs"], Files(project));
        Assert.Contains("NET472", project.Parsing.PreprocessorSymbolNames);
    }

    [Fact]
    public void PropertiesComeFromFilesUpTheTreeAndImports()
    {
        _checkout.With("Directory.Build.props", """
            <Project>
              <PropertyGroup>
                <TargetFrameworks>net8.0;netstandard2.0</TargetFrameworks>
                <Nullable>enable</Nullable>
                <DefineConstants>$(DefineConstants);SHARED</DefineConstants>
              </PropertyGroup>
              <Import Project="more/Version.props" Condition="Exists('$(MSBuildThisFileDirectory)more/Version.props')" />
            </Project>
            """).With("more/Version.props", "<Project><PropertyGroup><LangVersion>12</LangVersion></PropertyGroup></Project>");
        _checkout.WithProject("src/A.csproj", """
            <PropertyGroup>
              <AssemblyName>Given.Name</AssemblyName>
              <DefineConstants Condition="'$(TargetFramework)' == 'net8.0'">$(DefineConstants);EIGHT</DefineConstants>
              <DefineConstants Condition="'$(TargetFramework)' == 'netstandard2.0'">$(DefineConstants);STANDARD</DefineConstants>
            </PropertyGroup>
            """).With("src/One.cs");
        var project = Assert.Single(_checkout.Find().Projects);
        Assert.Equal("Given.Name", project.AssemblyName);
        Assert.Equal("net8.0", project.Framework.Name);
        Assert.Equal(LanguageVersion.CSharp12, project.Parsing.LanguageVersion);
        Assert.Equal(NullableContextOptions.Enable, project.Compiling.NullableContextOptions);
        Assert.Subset(project.Parsing.PreprocessorSymbolNames.ToHashSet(), new HashSet<string> { "SHARED", "EIGHT", "NET8_0", "NET8_0_OR_GREATER", "NET5_0_OR_GREATER", "NETCOREAPP" });
        Assert.DoesNotContain("STANDARD", project.Parsing.PreprocessorSymbolNames);
        Assert.DoesNotContain("NET9_0_OR_GREATER", project.Parsing.PreprocessorSymbolNames);
    }

    [Fact]
    public void GivenPropertiesStand()
    {
        _checkout.WithProject("A.csproj", "<PropertyGroup><ImplicitUsings>disable</ImplicitUsings></PropertyGroup>").With("One.cs");
        var request = _checkout.Request with { Properties = ImmutableDictionary<string, string>.Empty.Add("ImplicitUsings", "enable") };
        Assert.Contains("global using global::System.Linq;", Assert.Single(ProjectFinder.Find(request).Projects).Generated, StringComparison.Ordinal);
        Assert.Empty(Assert.Single(_checkout.Find().Projects).Generated);
    }

    [Fact]
    public void UsingsAndFriendsAreWrittenAsTheSdkDoes()
    {
        _checkout.WithProject("A.csproj", """
            <PropertyGroup><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
            <ItemGroup>
              <Using Remove="System.Net.Http" />
              <Using Include="System.Math" Static="true" />
              <Using Include="System.Int32" Alias="Number" />
              <InternalsVisibleTo Include="A.Tests" />
            </ItemGroup>
            """).With("One.cs");
        var lines = Assert.Single(_checkout.Find().Projects).Generated.Split('\n');
        Assert.Contains("global using static global::System.Math;", lines);
        Assert.Contains("global using Number = global::System.Int32;", lines);
        Assert.Contains("[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"A.Tests\")]", lines);
        Assert.DoesNotContain("global using global::System.Net.Http;", lines);
    }

    [Fact]
    public void ProjectsFollowThoseTheyReferTo()
    {
        _checkout.WithProject("a/A.csproj", """<ItemGroup><ProjectReference Include="..\b\B.csproj" /></ItemGroup>""").With("a/A.cs");
        _checkout.WithProject("b/B.csproj", """<ItemGroup><ProjectReference Include="..\c\C.csproj;..\a\A.csproj" /></ItemGroup>""").With("b/B.cs");
        _checkout.WithProject("c/C.csproj").With("c/C.cs");
        _checkout.WithProject("d/Empty.csproj");
        Assert.Equal(["c/C.csproj", "b/B.csproj", "a/A.csproj"], _checkout.Find().Projects.Select(project => project.Name));
    }

    [Theory]
    [InlineData("Microsoft.Build.Traversal")]
    [InlineData("Microsoft.Build.Traversal/4.1.0")]
    [InlineData("Microsoft.Build.NoTargets/3.7.0")]
    public void AProjectThatOnlyRunsOthersOwnsNoFiles(string sdk)
    {
        _checkout.With("Build.csproj", $"""<Project Sdk="{sdk}"><ItemGroup><ProjectReference Include="src/**/*.csproj" /></ItemGroup></Project>""");
        _checkout.WithProject("src/a/A.csproj").With("src/a/A.cs").With("Other.cs");
        var checkout = _checkout.Find();
        Assert.Equal("src/a/A.csproj", Assert.Single(checkout.Projects).Name);
        Assert.Equal(1, checkout.Loose);
    }

    [Fact]
    public void AnalyzersAreNoReferences()
    {
        _checkout.WithProject("a/A.csproj", """<ItemGroup><ProjectReference Include="..\g\G.csproj" OutputItemType="Analyzer" ReferenceOutputAssembly="false" /></ItemGroup>""").With("a/A.cs");
        Assert.Empty(Assert.Single(_checkout.Find().Projects).ProjectReferences);
    }

    [Fact]
    public void VersionsOfPackagesMayStandInACentralTable()
    {
        _checkout.With("Directory.Packages.props", """<Project><ItemGroup><PackageVersion Include="Some.Package" Version="1.2.3" /></ItemGroup></Project>""");
        _checkout.WithProject("A.csproj", """<ItemGroup><PackageReference Include="Some.Package" /><PackageReference Include="Other" Version="4.0" /></ItemGroup>""").With("A.cs");
        Assert.Equal([new PackageRequest("Some.Package", "1.2.3"), new PackageRequest("Other", "4.0")], Assert.Single(_checkout.Find().Projects).Packages.AsEnumerable());
    }

    [Fact]
    public void AProjectFileThatIsNoXmlIsNamed()
    {
        _checkout.With("a/A.csproj", "<Project>").With("a/A.cs").WithProject("b/B.csproj").With("b/B.cs");
        var checkout = _checkout.Find();
        Assert.Equal("b/B.csproj", Assert.Single(checkout.Projects).Name);
        Assert.StartsWith("a/A.csproj: ", Assert.Single(checkout.Unreadable), StringComparison.Ordinal);
    }

    [Fact]
    public void ProjectsAreLeftOutByWord()
    {
        _checkout.WithProject("src/A.csproj").With("src/A.cs").WithProject("Tests/B.csproj").With("Tests/B.cs");
        Assert.Equal("src/A.csproj", Assert.Single(ProjectFinder.Find(_checkout.Request with { Skipped = ["tests"] }).Projects).Name);
    }

    private IEnumerable<string> Files(SourceProject project) => project.Sources.Select(path => Paths.Relative(_checkout.Root, path));
}
