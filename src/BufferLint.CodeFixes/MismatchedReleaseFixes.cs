// What hosts see for BUF2004.
using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BufferLint.CodeFixes;

/// <summary>Offers the fixes of BUF2004.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MismatchedReleaseFixes)), Shared]
public sealed class MismatchedReleaseFixes : RuleFixes
{
    /// <summary>Makes the provider.</summary>
    public MismatchedReleaseFixes()
        : base(InOrder)
    {
    }

    /// <summary>The fixes in order of preference; a new fix is added here.</summary>
    public static ImmutableArray<FindingFix> InOrder { get; } = ImmutableArray.Create<FindingFix>(
        new MatchingReleaseFix());
}
