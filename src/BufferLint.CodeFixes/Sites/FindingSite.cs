// A finding as the fixes see it: the places of its diagnostic as nodes, and what the analysis said of it.
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using BufferLint.Checks;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BufferLint.CodeFixes.Sites;

/// <summary>One view that a resize breaks.</summary>
internal sealed class FindingSite
{
    private FindingSite(Document document, Diagnostic diagnostic, SourceText text, SemanticModel model, SyntaxNode resize, ExpressionSyntax taken)
    {
        Document = document;
        Diagnostic = diagnostic;
        Text = text;
        Model = model;
        Resize = resize;
        Taken = taken;
    }

    public Document Document { get; }

    public Diagnostic Diagnostic { get; }

    public SourceText Text { get; }

    public SemanticModel Model { get; }

    /// <summary>What resizes the buffer: a call or an assignment.</summary>
    public SyntaxNode Resize { get; }

    /// <summary>The expression that takes the view.</summary>
    public ExpressionSyntax Taken { get; }

    /// <summary>The innermost lambda, local function or member that resizes.</summary>
    public SyntaxNode Function => Functions.Around(Resize);

    /// <summary>The name of the local that is the only holder of the view needed after the resize.</summary>
    public string? ViewLocal => Diagnostic.Properties.TryGetValue(FindingProperties.ViewLocal, out var name) ? name : null;

    /// <summary>How many elements all growth under the view adds.</summary>
    public int? Growth => Diagnostic.Properties.TryGetValue(FindingProperties.Growth, out var growth) &&
        int.TryParse(growth, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>What became of the storage.</summary>
    public EffectKind Ending { get; private set; }

    public bool MayWrite => Is(FindingProperties.MayWrite);

    public bool IsImpure => Is(FindingProperties.Impure);

    public bool IsCounted => Is(FindingProperties.Counted);

    public bool IsUsedAfter => Is(FindingProperties.UsedAfter);

    /// <summary>Finds the nodes of a diagnostic.</summary>
    /// <returns><see langword="null"/> if it is not one about a view, taken and broken in one function of the document.</returns>
    public static async Task<FindingSite?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (!diagnostic.Properties.TryGetValue(FindingProperties.Ending, out var ending) ||
            !System.Enum.TryParse<EffectKind>(ending, out var kind) ||
            diagnostic.AdditionalLocations.Count == 0 ||
            await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root ||
            await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model ||
            diagnostic.Location.SourceTree != root.SyntaxTree || diagnostic.AdditionalLocations[0].SourceTree != root.SyntaxTree)
        {
            return null;
        }

        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        var resize = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        return root.FindNode(diagnostic.AdditionalLocations[0].SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax taken &&
            Functions.Around(resize) == Functions.Around(taken)
            ? new FindingSite(document, diagnostic, text, model, resize, taken) { Ending = kind }
            : null;
    }

    private bool Is(string property) => Diagnostic.Properties.ContainsKey(property);
}
