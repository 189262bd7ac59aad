// What hosts see for BUF5005.
using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BufferLint.CodeFixes;

/// <summary>Offers the fixes of BUF5005.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KeptMemoryParameterFixes)), Shared]
public sealed class KeptMemoryParameterFixes : RuleFixes
{
    /// <summary>Makes the provider.</summary>
    public KeptMemoryParameterFixes()
        : base(InOrder)
    {
    }

    /// <summary>The fixes in order of preference; a new fix is added here.</summary>
    public static ImmutableArray<FindingFix> InOrder { get; } = ImmutableArray.Create<FindingFix>(
        new CopyParameterFix());
}
