// What hosts see for BUF1004.
using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BufferLint.CodeFixes;

/// <summary>Offers the fixes of BUF1004.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReadWithoutAdvanceFixes)), Shared]
public sealed class ReadWithoutAdvanceFixes : RuleFixes
{
    /// <summary>Makes the provider.</summary>
    public ReadWithoutAdvanceFixes()
        : base(InOrder)
    {
    }

    /// <summary>The fixes in order of preference; a new fix is added here.</summary>
    public static ImmutableArray<FindingFix> InOrder { get; } = ImmutableArray.Create<FindingFix>(
        new AdvanceFirstFix());
}
