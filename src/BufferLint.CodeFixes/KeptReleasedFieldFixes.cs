// What hosts see for BUF2005.
using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BufferLint.CodeFixes;

/// <summary>Offers the fixes of BUF2005.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KeptReleasedFieldFixes)), Shared]
public sealed class KeptReleasedFieldFixes : RuleFixes
{
    /// <summary>Makes the provider.</summary>
    public KeptReleasedFieldFixes()
        : base(InOrder)
    {
    }

    /// <summary>The fixes in order of preference; a new fix is added here.</summary>
    public static ImmutableArray<FindingFix> InOrder { get; } = ImmutableArray.Create<FindingFix>(
        new ReleaseReplacedFix(),
        new TakeFromFieldFix(),
        new TestFlagFirstFix(),
        new RefuseAfterReleaseFix());
}
