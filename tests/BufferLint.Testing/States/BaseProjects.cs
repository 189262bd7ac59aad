// Empty projects with their references bound, kept for the whole run so that a case only adds its files.
using System;
using System.Collections.Concurrent;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace BufferLint.Testing;

/// <summary>What makes two tests share a base project.</summary>
internal sealed record ProjectSettings(
    ReferenceAssemblies ReferenceAssemblies,
    LanguageVersion LanguageVersion,
    NullableContextOptions NullableContext,
    bool AllowUnsafe,
    OutputKind OutputKind);

internal static class BaseProjects
{
    private static readonly AdhocWorkspace Workspace = new();
    private static readonly ConcurrentDictionary<ProjectSettings, Lazy<BaseProject>> Projects = new();

    /// <summary>The project of the settings with the files of a state in it.</summary>
    internal static Project With(ProjectSettings settings, ParsedState state)
    {
        var project = Projects.GetOrAdd(settings, static key => new Lazy<BaseProject>(() => Create(key))).Value.Project;
        var solution = project.Solution;
        if (state.State.AdditionalReferences.Count > 0)
        {
            solution = solution.AddMetadataReferences(project.Id, state.State.AdditionalReferences);
        }

        foreach (var (path, text) in state.State.AnalyzerConfigFiles)
        {
            solution = solution.AddAnalyzerConfigDocument(DocumentId.CreateNewId(project.Id), path, Text(text), filePath: path);
        }

        foreach (var (path, text) in state.AdditionalFiles)
        {
            solution = solution.AddAdditionalDocument(DocumentId.CreateNewId(project.Id), path, Text(text), filePath: path);
        }

        foreach (var (path, text) in state.Sources)
        {
            solution = solution.AddDocument(DocumentId.CreateNewId(project.Id), path[(path.LastIndexOf('/') + 1)..], Text(text), filePath: path);
        }

        return solution.GetProject(project.Id)!;
    }

    private static SourceText Text(string text) =>
        SourceText.From(text, Encoding.UTF8);

    private static BaseProject Create(ProjectSettings settings)
    {
        var info = ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            name: "TestProject",
            assemblyName: "TestProject",
            LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(
                settings.OutputKind,
                allowUnsafe: settings.AllowUnsafe,
                nullableContextOptions: settings.NullableContext,
                concurrentBuild: false),
            parseOptions: new CSharpParseOptions(settings.LanguageVersion, DocumentationMode.Parse),
            metadataReferences: settings.ReferenceAssemblies.References);
        var project = Workspace.CurrentSolution.AddProject(info).GetProject(info.Id)!;
        var compilation = project.GetCompilationAsync(CancellationToken.None).GetAwaiter().GetResult()!;
        compilation.GetDiagnostics();
        return new BaseProject(project, compilation);
    }

    /// <summary>An empty project and its compilation, which is held so that its symbols of the references live on.</summary>
    private sealed record BaseProject(Project Project, Compilation Compilation);
}
