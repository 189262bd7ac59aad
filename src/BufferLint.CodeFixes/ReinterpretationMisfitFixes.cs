// What hosts see for BUF6002.
using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BufferLint.CodeFixes;

/// <summary>Offers the fixes of BUF6002.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReinterpretationMisfitFixes)), Shared]
public sealed class ReinterpretationMisfitFixes : RuleFixes
{
    /// <summary>Makes the provider.</summary>
    public ReinterpretationMisfitFixes()
        : base(InOrder)
    {
    }

    /// <summary>The fixes in order of preference; a new fix is added here.</summary>
    public static ImmutableArray<FindingFix> InOrder { get; } = ImmutableArray.Create<FindingFix>(
        new ViewAsBytesFix());
}
