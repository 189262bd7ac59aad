// The fixes, asked for findings in code as it stands while somebody types.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BufferLint.CodeFixes;
using BufferLint.Robustness.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit;
using Xunit.Abstractions;

namespace BufferLint.Robustness.HalfTyped;

public class HalfTypedFixTests(ITestOutputHelper output)
{
    private const int SampleSize = 400;
    private const int FullSampleSize = 20_000;
    private const int Seed = 30;

    private static readonly ImmutableArray<CodeFixProvider> Providers =
    [
        .. typeof(ResizeUnderViewFixes).Assembly.GetTypes()
            .Where(static type => type.IsDefined(typeof(ExportCodeFixProviderAttribute), inherit: false))
            .Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    [Fact]
    public async Task FixesSurviveEveryEdit()
    {
        var (findings, actions) = (0, 0);
        await Parallel.ForEachAsync(HalfTypedProgram.Sample(FullRun.IsAsked ? FullSampleSize : SampleSize, Seed), async (program, _) =>
        {
            using var workspace = new AdhocWorkspace();
            var document = TestCompilation.DocumentOf(workspace, program.Text);
            var compilation = (await document.Project.GetCompilationAsync(CancellationToken.None))!;
            foreach (var finding in await AnalysisRun.OfWholeAsync(compilation, isConcurrent: false))
            {
                Interlocked.Increment(ref findings);
                Interlocked.Add(ref actions, await ApplyAllAsync(document, finding, program));
            }
        });
        output.WriteLine($"{findings} findings, {actions} fixes offered");
        Assert.True(actions > 0, "No fix was ever offered.");
    }

    private static async Task<int> ApplyAllAsync(Document document, Diagnostic finding, HalfTypedProgram program)
    {
        try
        {
            var actions = new List<CodeAction>();
            foreach (var provider in Providers.Where(provider => provider.FixableDiagnosticIds.Contains(finding.Id)))
            {
                await provider.RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => actions.Add(action), CancellationToken.None));
            }

            foreach (var action in actions)
            {
                await action.GetOperationsAsync(CancellationToken.None);
            }

            return actions.Count;
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"{program.Name}: {failure.Message}\n{program.Text}", failure);
        }
    }
}
