// What hosts see for BUF1001.
using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BufferLint.CodeFixes;

/// <summary>Offers the fixes of BUF1001.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ResizeUnderViewFixes)), Shared]
public sealed class ResizeUnderViewFixes : RuleFixes
{
    /// <summary>Makes the provider.</summary>
    public ResizeUnderViewFixes()
        : base(InOrder)
    {
    }

    /// <summary>The fixes in order of preference; a new fix is added here.</summary>
    public static ImmutableArray<FindingFix> InOrder { get; } = ImmutableArray.Create<FindingFix>(
        new ReacquireViewFix(),
        new ReleaseViewFix(),
        new ReserveCapacityFix(),
        new CopyViewFix());
}
