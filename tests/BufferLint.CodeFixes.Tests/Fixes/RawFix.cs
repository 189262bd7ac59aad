// A fix applied to a project made by hand, for what the kit evens out or does not build: line endings, shared files.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BufferLint.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace BufferLint.CodeFixes.Tests.Fixes;

internal static class RawFix
{
    /// <summary>A project with some files, exactly as they are.</summary>
    public static Project Project(params (string Path, string Text)[] files)
    {
        var settings = new ProjectSettings(ReferenceAssemblies.Net.Net100, LoadedRoslyn.DefaultLanguageVersion, NullableContextOptions.Enable, AllowUnsafe: true, OutputKind.DynamicallyLinkedLibrary);
        var project = BaseProjects.With(settings, ParsedState.Plain(new SolutionState()));
        foreach (var (path, text) in files)
        {
            project = project.AddDocument(path[(path.LastIndexOf('/') + 1)..], SourceText.From(text), filePath: path).Project;
        }

        return project;
    }

    /// <summary>The actions offered for the only finding in a document.</summary>
    public static async Task<IReadOnlyList<CodeAction>> OfferedAsync(CodeFixProvider fix, Document document)
    {
        var compilation = (await document.Project.GetCompilationAsync())!;
        Assert.DoesNotContain(compilation.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var tree = await document.GetSyntaxTreeAsync();
        var diagnostics = await Microsoft.CodeAnalysis.Diagnostics.DiagnosticAnalyzerExtensions
            .WithAnalyzers(compilation, [new BufferLintAnalyzer()], document.Project.AnalyzerOptions)
            .GetAnalyzerDiagnosticsAsync();
        var finding = Assert.Single(diagnostics, diagnostic => diagnostic.Location.SourceTree == tree);
        var actions = new List<CodeAction>();
        await fix.RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => actions.Add(action), CancellationToken.None));
        return actions;
    }

    /// <summary>The text of a document once the only action is carried out.</summary>
    public static async Task<string> ApplyAsync(CodeFixProvider fix, string text)
    {
        var document = Project(("/0/Raw.cs", text), ("/0/Buffers.cs", Buffers.Source)).Documents.First();
        var action = Assert.Single(await OfferedAsync(fix, document));
        var changed = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution;
        return (await changed.GetDocument(document.Id)!.GetTextAsync()).ToString();
    }
}
