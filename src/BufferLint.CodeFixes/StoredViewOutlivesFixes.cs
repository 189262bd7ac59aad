// What hosts see for BUF5002.
using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BufferLint.CodeFixes;

/// <summary>Offers the fixes of BUF5002.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StoredViewOutlivesFixes)), Shared]
public sealed class StoredViewOutlivesFixes : RuleFixes
{
    /// <summary>Makes the provider.</summary>
    public StoredViewOutlivesFixes()
        : base(InOrder)
    {
    }

    /// <summary>The fixes in order of preference; a new fix is added here.</summary>
    public static ImmutableArray<FindingFix> InOrder { get; } = ImmutableArray.Create<FindingFix>(
        new CopyStoredFix());
}
