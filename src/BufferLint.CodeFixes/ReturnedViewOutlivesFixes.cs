// What hosts see for BUF5001.
using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BufferLint.CodeFixes;

/// <summary>Offers the fixes of BUF5001.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReturnedViewOutlivesFixes)), Shared]
public sealed class ReturnedViewOutlivesFixes : RuleFixes
{
    /// <summary>Makes the provider.</summary>
    public ReturnedViewOutlivesFixes()
        : base(InOrder)
    {
    }

    /// <summary>The fixes in order of preference; a new fix is added here.</summary>
    public static ImmutableArray<FindingFix> InOrder { get; } = ImmutableArray.Create<FindingFix>(
        new CopyReturnedFix(),
        new HandOwnerOverFix());
}
