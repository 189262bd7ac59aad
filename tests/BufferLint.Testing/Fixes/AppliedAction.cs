// Applies a code action to a project, as its text: what a user's file would then hold.
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace BufferLint.Testing;

internal static class AppliedAction
{
    /// <summary>The project after the action, every changed document parsed anew; fails if nothing changed.</summary>
    internal static async Task<Project> ApplyAsync(
        Project project,
        CodeAction action,
        CodeActionValidationMode validation,
        CancellationToken cancellationToken)
    {
        var operations = await action.GetOperationsAsync(cancellationToken).ConfigureAwait(false);
        var applied = operations.OfType<ApplyChangesOperation>().ToArray();
        if (applied is not [var change])
        {
            Assert.Fail($"The action \"{action.Title}\" has {applied.Length} operations that change the solution.");
            return project;
        }

        var changed = change.ChangedSolution.GetProject(project.Id)!;
        var result = change.ChangedSolution;
        var different = false;
        foreach (var document in changed.Documents)
        {
            var text = (await document.GetTextAsync(cancellationToken).ConfigureAwait(false)).ToString();
            var before = project.GetDocument(document.Id);
            if (before is not null && (before == document || (await before.GetTextAsync(cancellationToken).ConfigureAwait(false)).ToString() == text))
            {
                continue;
            }

            different = true;
            result = result.WithDocumentText(document.Id, SourceText.From(text, Encoding.UTF8));
            if (validation == CodeActionValidationMode.SemanticStructure)
            {
                await VerifyTreeAsync(action, document, result.GetDocument(document.Id)!, cancellationToken).ConfigureAwait(false);
            }
        }

        if (!different && changed.DocumentIds.Count == project.DocumentIds.Count)
        {
            Assert.Fail($"The action \"{action.Title}\" (equivalence key \"{action.EquivalenceKey}\") is offered but changes nothing.");
        }

        return result.GetProject(project.Id)!;
    }

    private static async Task VerifyTreeAsync(CodeAction action, Document made, Document parsed, CancellationToken cancellationToken)
    {
        var madeRoot = await made.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var parsedRoot = await parsed.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (TreeStructure.FirstDifference(madeRoot!, parsedRoot!) is { } difference)
        {
            Assert.Fail($"The tree made by the action \"{action.Title}\" is not what its text says: {difference}");
        }
    }
}
