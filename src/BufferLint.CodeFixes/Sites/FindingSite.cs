// A finding as the fixes see it: the places of its diagnostic as nodes, and what the analysis said of it.
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BufferLint.Checks;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BufferLint.CodeFixes.Sites;

/// <summary>One view and what becomes of it.</summary>
internal sealed class FindingSite
{
    private FindingSite(Document document, Diagnostic diagnostic, SourceText text, SemanticModel model, SyntaxNode breaking, ExpressionSyntax taken)
    {
        Document = document;
        Diagnostic = diagnostic;
        Text = text;
        Model = model;
        Breaking = breaking;
        Taken = taken;
    }

    public Document Document { get; }

    public Diagnostic Diagnostic { get; }

    public SourceText Text { get; }

    public SemanticModel Model { get; }

    /// <summary>What ends the view: the resize, the advance, the release; or what must not come before it has ended: the second read; of a lease that is never released, the acquire.</summary>
    public SyntaxNode Breaking { get; }

    /// <summary>The expression that takes the view, or acquires the lease; the release of a lease that came in from elsewhere.</summary>
    public ExpressionSyntax Taken { get; }

    /// <summary>Where the view is used, or released, in spite of that; the last use where none is due; <see langword="null"/> if there is none.</summary>
    public SyntaxNode? Needed { get; private set; }

    /// <summary>The innermost lambda, local function or member that ends the view.</summary>
    public SyntaxNode Function => Functions.Around(Breaking);

    /// <summary>The name of the local that is the only holder of the view needed after it ended.</summary>
    public string? ViewLocal => Diagnostic.Properties.TryGetValue(FindingProperties.ViewLocal, out var name) ? name : null;

    /// <summary>How many elements all growth under the view adds.</summary>
    public int? Growth => Diagnostic.Properties.TryGetValue(FindingProperties.Growth, out var growth) &&
        int.TryParse(growth, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>What became of the storage.</summary>
    public EffectKind Ending { get; private set; }

    public bool MayWrite => Is(FindingProperties.MayWrite);

    public bool IsImpure => Is(FindingProperties.Impure);

    public bool IsReadOnly => Is(FindingProperties.ReadOnly);

    public bool IsCounted => Is(FindingProperties.Counted);

    public bool IsUsedAfter => Is(FindingProperties.UsedAfter);

    public bool IsReleasedElsewhere => Is(FindingProperties.ReleasedElsewhere);

    public bool IsHandedOn => Is(FindingProperties.HandedOn);

    public bool IsNeedless => Is(FindingProperties.Needless);

    /// <summary>The name of the field that keeps what was released.</summary>
    public string? KeptField => Diagnostic.Properties.TryGetValue(FindingProperties.KeptField, out var name) ? name : null;

    public bool IsReleasedAgain => Is(FindingProperties.ReleasedAgain);

    /// <summary>How the lease is released, as its family says it; <see langword="null"/> if the finding is about none.</summary>
    public string? Release => Diagnostic.Properties.TryGetValue(FindingProperties.Release, out var release) ? release : null;

    /// <summary>Whether it is a handle that is asked to release what it lent, and no variable that holds the lease.</summary>
    public bool IsAskedOfHandle => ReleaseFamily.All.Any(family => family.IsAskedOfHandle && family.Release == Release);

    /// <summary>How the lease should have been released; <see langword="null"/> if nobody can say, or it was no lease.</summary>
    public string? MatchingRelease => Diagnostic.Properties.TryGetValue(FindingProperties.MatchingRelease, out var release) ? release : null;

    /// <summary>Finds the nodes of a diagnostic.</summary>
    /// <returns><see langword="null"/> if it is not one about a view, taken and broken in one function of the document.</returns>
    public static async Task<FindingSite?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (!diagnostic.Properties.TryGetValue(FindingProperties.Ending, out var ending) ||
            !System.Enum.TryParse<EffectKind>(ending, out var kind) ||
            (diagnostic.AdditionalLocations.Count == 0 && diagnostic.Id != RuleIds.KeptReleasedField) ||
            await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root ||
            await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model ||
            diagnostic.Location.SourceTree != root.SyntaxTree || diagnostic.AdditionalLocations.Take(2).Any(other => other.SourceTree != root.SyntaxTree))
        {
            return null;
        }

        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        var places = PlacesOf(diagnostic).Select(place => place is null ? null : root.FindNode(place.SourceSpan, getInnermostNodeForTie: true)).ToArray();
        places[0] = places[0] is ParameterSyntax ? null : places[0];
        places[1] = diagnostic.Id == RuleIds.ViewAfterAwait && places[1] is AwaitExpressionSyntax wait ? Awaited(wait.Expression) : places[1];
        return places is [var first, { } breaking, var needed] &&
            (first ?? breaking) is ExpressionSyntax taken && Functions.Around(breaking) == Functions.Around(taken)
            ? new FindingSite(document, diagnostic, text, model, breaking, taken) { Ending = kind, Needed = needed }
            : null;
    }

    /// <summary>Taken, ended, needed: each rule puts its squiggle at another of the three. What came in from elsewhere was not taken here.</summary>
    public static Location?[] PlacesOf(Diagnostic diagnostic)
    {
        var others = diagnostic.AdditionalLocations;
        if (diagnostic.Id == RuleIds.KeptReleasedField)
        {
            return new[] { null, diagnostic.Location, others.LastOrDefault() };
        }

        var last = others.Count > 1 ? others[1] : null;
        var (acquired, told) = last is null ? (null, others[0]) : (others[0], last);
        return diagnostic.Id switch
        {
            RuleIds.ViewAfterAdvance => new[] { others[0], last, diagnostic.Location },
            RuleIds.UseAfterRelease or RuleIds.ReturnedViewOutlives or RuleIds.StoredViewOutlives or RuleIds.ViewInUnwaitedWork => new[] { acquired, told, diagnostic.Location },
            RuleIds.ReadOnlyWrite => new[] { null, told, diagnostic.Location },
            RuleIds.ReadOnlyHandedOut => new[] { null, diagnostic.Location, told },
            RuleIds.DoubleRelease => new[] { acquired, diagnostic.Location, told },
            RuleIds.MismatchedRelease or RuleIds.SizeMisfit or RuleIds.ReinterpretationMisfit or RuleIds.PartialRead => new[] { null, diagnostic.Location, null },
            RuleIds.EscapingAddress or RuleIds.KeptLentMemory or RuleIds.KeptMemoryParameter => new[] { null, diagnostic.Location, diagnostic.Location },
            RuleIds.NativeLeak or RuleIds.PoolLeak => new[] { diagnostic.Location, diagnostic.Location, others[0] },
            _ => new[] { others[0], diagnostic.Location, last },
        };
    }

    /// <summary>The call that is awaited, without <c>ConfigureAwait</c>.</summary>
    private static ExpressionSyntax Awaited(ExpressionSyntax waited) => waited switch
    {
        ParenthesizedExpressionSyntax inner => Awaited(inner.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "AsTask" } access } => Awaited(access.Expression),
        _ => waited,
    };

    private bool Is(string property) => Diagnostic.Properties.ContainsKey(property);
}
