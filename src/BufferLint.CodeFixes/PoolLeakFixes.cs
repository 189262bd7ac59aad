// What hosts see for BUF2006.
using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BufferLint.CodeFixes;

/// <summary>Offers the fixes of BUF2006.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PoolLeakFixes)), Shared]
public sealed class PoolLeakFixes : RuleFixes
{
    /// <summary>Makes the provider.</summary>
    public PoolLeakFixes()
        : base(InOrder)
    {
    }

    /// <summary>The fixes in order of preference; a new fix is added here.</summary>
    public static ImmutableArray<FindingFix> InOrder { get; } = ImmutableArray.Create<FindingFix>(
        new UsingOwnerFix(),
        new ReturnLaterFix());
}
