// What hosts see for BUF4005.
using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BufferLint.CodeFixes;

/// <summary>Offers the fixes of BUF4005.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ViewAcrossAwaitFixes)), Shared]
public sealed class ViewAcrossAwaitFixes : RuleFixes
{
    /// <summary>Makes the provider.</summary>
    public ViewAcrossAwaitFixes()
        : base(InOrder)
    {
    }

    /// <summary>The fixes in order of preference; a new fix is added here.</summary>
    public static ImmutableArray<FindingFix> InOrder { get; } = ImmutableArray.Create<FindingFix>(
        new CopyHeldViewFix(),
        new TakeHeldViewAgainFix());
}
