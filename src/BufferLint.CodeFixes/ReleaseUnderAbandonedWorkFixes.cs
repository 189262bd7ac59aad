// What hosts see for BUF4004.
using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BufferLint.CodeFixes;

/// <summary>Offers the fixes of BUF4004.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReleaseUnderAbandonedWorkFixes)), Shared]
public sealed class ReleaseUnderAbandonedWorkFixes : RuleFixes
{
    /// <summary>Makes the provider.</summary>
    public ReleaseUnderAbandonedWorkFixes()
        : base(InOrder)
    {
    }

    /// <summary>The fixes in order of preference; a new fix is added here.</summary>
    public static ImmutableArray<FindingFix> InOrder { get; } = ImmutableArray.Create<FindingFix>(
        new KeepFromPoolFix(),
        new AwaitItselfFix());
}
