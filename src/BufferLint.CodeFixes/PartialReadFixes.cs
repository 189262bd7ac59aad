// What hosts see for BUF6003.
using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BufferLint.CodeFixes;

/// <summary>Offers the fixes of BUF6003.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PartialReadFixes)), Shared]
public sealed class PartialReadFixes : RuleFixes
{
    /// <summary>Makes the provider.</summary>
    public PartialReadFixes()
        : base(InOrder)
    {
    }

    /// <summary>The fixes in order of preference; a new fix is added here.</summary>
    public static ImmutableArray<FindingFix> InOrder { get; } = ImmutableArray.Create<FindingFix>(
        new SliceToDataFix());
}
