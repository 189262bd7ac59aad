// The Roslyn that is loaded is the one this project says it runs on.
using System.Linq;
using System.Reflection;
using BufferLint.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace BufferLint.CodeFixes.Tests.Kit;

public sealed class LoadedRoslynTests
{
    private static readonly string Tested = typeof(LoadedRoslynTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static attribute => attribute.Key == "TestedRoslynVersion").Value!;

    [Fact]
    public void EveryAssemblyIsOfTheTestedVersion() => Assert.All(
        new[] { typeof(Compilation), typeof(CSharpCompilation), typeof(Workspace), typeof(Microsoft.CodeAnalysis.CSharp.Formatting.CSharpFormattingOptions) },
        static type => Assert.Equal(Tested, type.Assembly.GetName().Version!.ToString(fieldCount: 3)));

    [Fact]
    public void LanguageVersionIsCSharp14OrThePreviewBeforeIt() => Assert.Equal(
        LoadedRoslyn.Version.Major >= 5 ? "14.0" : "preview",
        LoadedRoslyn.DefaultLanguageVersion.ToDisplayString());
}
