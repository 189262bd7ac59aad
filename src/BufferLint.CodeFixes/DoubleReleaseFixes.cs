// What hosts see for BUF2002.
using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BufferLint.CodeFixes;

/// <summary>Offers the fixes of BUF2002.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DoubleReleaseFixes)), Shared]
public sealed class DoubleReleaseFixes : RuleFixes
{
    /// <summary>Makes the provider.</summary>
    public DoubleReleaseFixes()
        : base(InOrder)
    {
    }

    /// <summary>The fixes in order of preference; a new fix is added here.</summary>
    public static ImmutableArray<FindingFix> InOrder { get; } = ImmutableArray.Create<FindingFix>(
        new RemoveReleaseFix(),
        new GuardReleaseFix());
}
