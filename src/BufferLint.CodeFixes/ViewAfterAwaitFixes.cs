// What hosts see for BUF4002.
using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BufferLint.CodeFixes;

/// <summary>Offers the fixes of BUF4002.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ViewAfterAwaitFixes)), Shared]
public sealed class ViewAfterAwaitFixes : RuleFixes
{
    /// <summary>Makes the provider.</summary>
    public ViewAfterAwaitFixes()
        : base(InOrder)
    {
    }

    /// <summary>The fixes in order of preference; a new fix is added here.</summary>
    public static ImmutableArray<FindingFix> InOrder { get; } = ImmutableArray.Create<FindingFix>(
        new TakeAgainAfterAwaitFix(),
        new CopyBeforeAwaitFix());
}
