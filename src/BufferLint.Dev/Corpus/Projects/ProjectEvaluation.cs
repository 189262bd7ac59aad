// A project file read without MSBuild: properties in order through all imports that exist, then the items. Targets,
// SDKs and packages are not read; what the SDK sets by default and matters here is set by hand.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;

namespace BufferLint.Dev.Corpus.Projects;

/// <summary>The properties and items of one project for one target framework.</summary>
internal sealed class ProjectEvaluation
{
    private const int MostImports = 200;

    /// <summary>SDKs that run other projects, or targets, and compile no files.</summary>
    private static readonly string[] WithoutCompiler = ["Microsoft.Build.Traversal", "Microsoft.Build.NoTargets"];

    private readonly Dictionary<string, string> _properties = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _fixed = new(StringComparer.OrdinalIgnoreCase) { "Configuration", "Platform" };
    private readonly List<(XElement Item, string File)> _itemElements = [];
    private readonly Expansion _expansion;
    private readonly string _folder;
    private int _imports;

    private ProjectEvaluation(string path, TargetFramework? framework, IReadOnlyDictionary<string, string> given)
    {
        _folder = Paths.FolderOf(path);
        _expansion = new Expansion(_properties);
        foreach (var (name, value) in StartOf(path))
        {
            _properties[name] = value;
        }

        foreach (var (name, value) in given)
        {
            _properties[name] = value;
            _fixed.Add(name);
        }

        if (framework is not null)
        {
            _fixed.Add("TargetFramework");
            SetFramework(framework);
        }
    }

    /// <summary>The items of the project, in order.</summary>
    public IReadOnlyList<ProjectItem> Items { get; private set; } = [];

    /// <summary>Whether files below the project's folder belong to it without being named.</summary>
    public bool IsSdkStyle { get; private set; }

    /// <summary>The SDK it names, or empty.</summary>
    public string Sdk { get; private set; } = string.Empty;

    /// <summary>Whether its files are compiled at all; the SDK may stand with a version behind a slash.</summary>
    public bool Compiles => !WithoutCompiler.Contains(Sdk.Split('/')[0], StringComparer.OrdinalIgnoreCase);

    /// <summary>A property, or empty.</summary>
    public string this[string property] => _properties.GetValueOrDefault(property, string.Empty);

    /// <summary>Evaluates a project for its best framework.</summary>
    /// <param name="path">The project file.</param>
    /// <param name="fallback">The framework of a project that names none.</param>
    /// <param name="given">Properties that stand, whatever the project says.</param>
    /// <exception cref="XmlException">The file is no XML.</exception>
    public static (ProjectEvaluation Evaluation, TargetFramework Framework) Of(string path, TargetFramework fallback, IReadOnlyDictionary<string, string> given)
    {
        var first = new ProjectEvaluation(path, framework: null, given);
        first.Run(path);
        var framework = TargetFramework.Best($"{first["TargetFrameworks"]};{first["TargetFramework"]}".Split(';')) ?? FromVersion(first["TargetFrameworkVersion"]);
        framework = framework is null or { Family: FrameworkFamily.Unknown } ? fallback : framework;
        var second = new ProjectEvaluation(path, framework, given);
        second.Run(path);
        return (second, framework);
    }

    /// <summary>Old projects say <c>v4.7.2</c>.</summary>
    private static TargetFramework? FromVersion(string version) => version.StartsWith('v') ? TargetFramework.Parse("net" + version[1..].Replace(".", string.Empty, StringComparison.Ordinal)) : null;

    private void SetFramework(TargetFramework framework)
    {
        _properties["TargetFramework"] = framework.Name;
        _properties["TargetFrameworkIdentifier"] = Expansion.Identifier(framework);
        _properties["TargetFrameworkVersion"] = "v" + framework.Version;
        _properties["TargetPlatformIdentifier"] = framework.Platform;
    }

    private static IEnumerable<(string Name, string Value)> StartOf(string path)
    {
        var folder = Paths.FolderOf(path);
        yield return ("Configuration", "Release");
        yield return ("Platform", "AnyCPU");
        yield return ("MSBuildProjectDirectory", folder);
        yield return ("MSBuildProjectFullPath", path);
        yield return ("MSBuildProjectFile", Path.GetFileName(path));
        yield return ("MSBuildProjectName", Path.GetFileNameWithoutExtension(path));
        yield return ("MSBuildProjectExtension", ".csproj");
        yield return ("ProjectDir", folder + "/");
        yield return ("OS", OperatingSystem.IsWindows() ? "Windows_NT" : "Unix");
        yield return ("MSBuildRuntimeType", "Core");
        yield return ("SolutionDir", SolutionFolder(folder) + "/");
        yield return ("DefaultItemExcludes", "bin/**;obj/**");
    }

    private static string SolutionFolder(string folder)
    {
        for (var current = folder; current.Length > 0; current = Paths.FolderOf(current))
        {
            if (Directory.EnumerateFiles(current, "*.sln*").Any())
            {
                return current;
            }
        }

        return folder;
    }

    private void Run(string path)
    {
        var project = XDocument.Load(path).Root ?? throw new XmlException("The file is empty.");
        if ((project.Attribute("Sdk") ?? Elements(project, "Sdk").FirstOrDefault()?.Attribute("Name")) is { } sdk)
        {
            EnterSdk(sdk.Value);
        }

        Visit(project, path);
        if (IsSdkStyle)
        {
            ImportNearest("Directory.Build.targets");
        }

        Items = [.. _itemElements.Where(element => Holds(element.Item, element.File)).Select(element => ItemOf(element.Item))];
    }

    /// <summary>What every SDK reads first, whether a project names it on top or imports it further down.</summary>
    private void EnterSdk(string name)
    {
        if (!IsSdkStyle)
        {
            IsSdkStyle = true;
            Sdk = name;
            ImportNearest("Directory.Build.props");
            ImportNearest("Directory.Packages.props");
        }
    }

    private void ImportNearest(string name)
    {
        if (Paths.Above(_folder, name) is { } path)
        {
            Import(path);
        }
    }

    private void Import(string path)
    {
        if (++_imports > MostImports || !File.Exists(path))
        {
            return;
        }

        try
        {
            if (XDocument.Load(path).Root is { } root)
            {
                Visit(root, path);
            }
        }
        catch (XmlException)
        {
            // A file that only MSBuild could make sense of, such as a template: as good as absent.
        }
    }

    private void Visit(XElement container, string file)
    {
        EnterFile(file);
        foreach (var element in container.Elements().Where(element => element.Name.LocalName is "ItemGroup" || Holds(element, file)))
        {
            switch (element.Name.LocalName)
            {
                case "PropertyGroup":
                    SetProperties(element, file);
                    break;
                case "ItemGroup":
                    _itemElements.AddRange(element.Elements().Where(_ => Holds(element, file)).Select(item => (item, file)));
                    break;
                case "Import" when element.Attribute("Sdk") is { } sdk:
                    EnterSdk(sdk.Value);
                    EnterFile(file);
                    break;
                case "Import" when element.Attribute("Project") is { } imported:
                    foreach (var path in Imported(imported.Value, file))
                    {
                        Import(path);
                        EnterFile(file);
                    }

                    break;
                case "ImportGroup":
                    Visit(element, file);
                    break;
                case "Choose":
                    if ((Elements(element, "When").FirstOrDefault(when => Holds(when, file)) ?? Elements(element, "Otherwise").FirstOrDefault()) is { } chosen)
                    {
                        Visit(chosen, file);
                    }

                    break;
            }
        }
    }

    private IEnumerable<string> Imported(string project, string file)
    {
        var expanded = _expansion.Expand(project);
        if (expanded.Length == 0 || expanded.EndsWith('/'))
        {
            return [];
        }

        var path = Paths.Full(Paths.FolderOf(file), expanded);
        var name = Path.GetFileName(path);
        return !name.Contains('*') ? [path]
            : Directory.Exists(Paths.FolderOf(path)) ? Directory.EnumerateFiles(Paths.FolderOf(path), name).Order(StringComparer.Ordinal)
            : [];
    }

    private void EnterFile(string file)
    {
        _properties["MSBuildThisFileDirectory"] = Paths.FolderOf(file) + "/";
        _properties["MSBuildThisFileFullPath"] = file;
        _properties["MSBuildThisFile"] = Path.GetFileName(file);
        _properties["MSBuildThisFileName"] = Path.GetFileNameWithoutExtension(file);
    }

    private void SetProperties(XElement group, string file)
    {
        foreach (var property in group.Elements().Where(property => !_fixed.Contains(property.Name.LocalName) && Holds(property, file)))
        {
            _properties[property.Name.LocalName] = _expansion.Expand(property.Value).Trim();
            if (property.Name.LocalName == "TargetFramework")
            {
                SetFramework(TargetFramework.Parse(property.Value));
            }
        }
    }

    private bool Holds(XElement element, string file) => Condition.Holds(element.Attribute("Condition")?.Value, _expansion, Paths.FolderOf(file));

    private ProjectItem ItemOf(XElement element)
    {
        var metadata = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var attribute in element.Attributes())
        {
            metadata[attribute.Name.LocalName] = _expansion.Expand(attribute.Value);
        }

        foreach (var child in element.Elements())
        {
            metadata[child.Name.LocalName] = _expansion.Expand(child.Value);
        }

        return new ProjectItem(element.Name.LocalName, _folder, List("Include"), List("Exclude"), List("Remove"), metadata);

        string[] List(string name) => metadata.TryGetValue(name, out var text) ? text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [];
    }

    private static IEnumerable<XElement> Elements(XElement container, string name) => container.Elements().Where(element => element.Name.LocalName == name);
}
