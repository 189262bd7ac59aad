// What hosts see for BUF6001.
using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BufferLint.CodeFixes;

/// <summary>Offers the fixes of BUF6001.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SizeMisfitFixes)), Shared]
public sealed class SizeMisfitFixes : RuleFixes
{
    /// <summary>Makes the provider.</summary>
    public SizeMisfitFixes()
        : base(InOrder)
    {
    }

    /// <summary>The fixes in order of preference; a new fix is added here.</summary>
    public static ImmutableArray<FindingFix> InOrder { get; } = ImmutableArray.Create<FindingFix>(
        new SizeDestinationFix());
}
