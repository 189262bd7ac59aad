// From an evaluated project file to what is compiled together.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BufferLint.Dev.Corpus.Projects;

/// <summary>Reads project files.</summary>
internal static class ProjectReader
{
    /// <summary>The framework of code that does not say.</summary>
    public static readonly TargetFramework Newest = TargetFramework.Parse($"net{Environment.Version.Major}.0");

    /// <summary>Reads one project file.</summary>
    /// <param name="path">The project file.</param>
    /// <param name="files">All files of the checkout.</param>
    /// <param name="given">Properties that stand, whatever the project says.</param>
    /// <exception cref="System.Xml.XmlException">The file is no XML.</exception>
    public static SourceProject Read(string path, SourceFiles files, IReadOnlyDictionary<string, string> given)
    {
        var (project, framework) = ProjectEvaluation.Of(path, Newest, given);
        var name = Path.GetFileNameWithoutExtension(path);
        return new SourceProject
        {
            Name = Paths.Relative(files.Root, path),
            Path = path,
            AssemblyName = project["AssemblyName"] is { Length: > 0 } assembly ? assembly : name,
            Framework = framework,
            Sources = Sources(project, Paths.FolderOf(path), files),
            Parsing = Parsing(project["LangVersion"], framework, [.. project["DefineConstants"].Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries), "TRACE"]),
            Compiling = Compiling(project, Paths.FolderOf(path)),
            Generated = ImplicitSource.Of(project, framework),
            ProjectReferences = [.. project.Items.Where(IsProjectReference).SelectMany(item => item.Include.Select(include => Paths.Full(item.Folder, include))).Distinct(StringComparer.Ordinal)],
            Packages = Packages(project),
            Assemblies = [.. project.Items.Where(item => item.Type == "Reference").SelectMany(item => item["HintPath"].Length > 0 ? [item["HintPath"]] : item.Include).Select(hint => Paths.Full(Paths.FolderOf(path), hint)).Where(hint => hint.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) && File.Exists(hint))],
        };
    }

    /// <summary>All files as one project of the newest framework.</summary>
    public static SourceProject Loose(string name, IEnumerable<string> sources) => new()
    {
        Name = name,
        Path = string.Empty,
        AssemblyName = "Loose",
        Framework = Newest,
        Sources = [.. sources],
        Parsing = Parsing(string.Empty, Newest, ["TRACE"]),
        Compiling = Options(OutputKind.DynamicallyLinkedLibrary),
    };

    private static bool IsProjectReference(ProjectItem item) => item.Type == "ProjectReference" &&
        !item["ReferenceOutputAssembly"].Equals("false", StringComparison.OrdinalIgnoreCase) &&
        !item["OutputItemType"].Equals("Analyzer", StringComparison.OrdinalIgnoreCase);

    private static ImmutableArray<string> Sources(ProjectEvaluation project, string folder, SourceFiles files)
    {
        if (!project.Compiles)
        {
            return [];
        }

        var included = new SortedSet<string>(StringComparer.Ordinal);
        if (project.IsSdkStyle && project["EnableDefaultCompileItems"] != "false" && project["EnableDefaultItems"] != "false")
        {
            Add(folder, ["**/*.cs"], [.. project["DefaultItemExcludes"].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), "**/.*/**"]);
        }

        foreach (var item in project.Items.Where(item => item.Type == "Compile"))
        {
            foreach (var removed in item.Remove)
            {
                var isRemoved = SourceFiles.Matcher(item.Folder, removed);
                included.RemoveWhere(path => isRemoved(path));
            }

            Add(item.Folder, item.Include, item.Exclude);
        }

        return [.. included];

        void Add(string start, IReadOnlyList<string> include, IReadOnlyList<string> exclude)
        {
            var isExcluded = exclude.Select(pattern => SourceFiles.Matcher(start, pattern)).ToList();
            included.UnionWith(include.SelectMany(pattern => files.Matching(start, pattern)).Where(path => !isExcluded.Any(matches => matches(path))));
        }
    }

    /// <summary>Versions stand beside the request or, with central management, in a table.</summary>
    private static ImmutableArray<PackageRequest> Packages(ProjectEvaluation project)
    {
        var central = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in project.Items.Where(item => item.Type == "PackageVersion"))
        {
            foreach (var id in item.Include)
            {
                central[id] = item["Version"];
            }
        }

        return
        [
            .. project.Items.Where(item => item.Type is "PackageReference" or "GlobalPackageReference").SelectMany(item => item.Include.Select(id => new PackageRequest(
                id,
                item["VersionOverride"] is { Length: > 0 } own ? own : item["Version"] is { Length: > 0 } version ? version : central.GetValueOrDefault(id, string.Empty)))).Distinct(),
        ];
    }

    private static CSharpParseOptions Parsing(string version, TargetFramework framework, IEnumerable<string> constants) =>
        new CSharpParseOptions(Version(version, framework), DocumentationMode.None).WithPreprocessorSymbols(framework.Symbols().Concat(constants).Distinct());

    /// <summary>The version asked for or the framework's own; one that this compiler does not know yet is its newest.</summary>
    private static LanguageVersion Version(string text, TargetFramework framework)
    {
        if (text.Length > 0 && text != "default")
        {
            return LanguageVersionFacts.TryParse(text, out var asked) && asked is not (LanguageVersion.Latest or LanguageVersion.LatestMajor) ? asked : LanguageVersion.Preview;
        }

        var own = framework switch
        {
            { Family: FrameworkFamily.Core, Version.Major: >= 5 } => (framework.Version.Major + 4).ToString(CultureInfo.InvariantCulture),
            { Family: FrameworkFamily.Core, Version.Major: 3 } => "8",
            { Family: FrameworkFamily.Standard, Version: { Major: 2, Minor: 1 } } => "8",
            _ => "7.3",
        };
        return LanguageVersionFacts.TryParse(own, out var version) ? version : LanguageVersion.Preview;
    }

    private static CSharpCompilationOptions Compiling(ProjectEvaluation project, string folder)
    {
        var options = Options(project["OutputType"].ToLowerInvariant() is "exe" or "winexe" ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary)
            .WithNullableContextOptions(Enum.TryParse<NullableContextOptions>(project["Nullable"], ignoreCase: true, out var nullable) ? nullable : NullableContextOptions.Disable)
            .WithSpecificDiagnosticOptions(Silenced(project["NoWarn"]))
            .WithOverflowChecks(project["CheckForOverflowUnderflow"].Equals("true", StringComparison.OrdinalIgnoreCase));
        var key = project["AssemblyOriginatorKeyFile"] is { Length: > 0 } file && !project["SignAssembly"].Equals("false", StringComparison.OrdinalIgnoreCase) ? Paths.Full(folder, file) : null;

        // Friends are known by their keys.
        return File.Exists(key) ? options.WithStrongNameProvider(new DesktopStrongNameProvider()).WithCryptoKeyFile(key).WithPublicSign(true) : options;
    }

    /// <summary>What the project silences; some of it would be errors, as uses of experimental members are.</summary>
    private static IEnumerable<KeyValuePair<string, ReportDiagnostic>> Silenced(string list) => list
        .Split([';', ',', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(id => int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? $"CS{number:D4}" : id)
        .Where(id => !id.StartsWith("BUF", StringComparison.OrdinalIgnoreCase))
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .Select(id => KeyValuePair.Create(id, ReportDiagnostic.Suppress));

    private static CSharpCompilationOptions Options(OutputKind kind) =>
        new(kind, allowUnsafe: true, optimizationLevel: OptimizationLevel.Release, assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default);
}
