// What hosts see for BUF5004.
using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BufferLint.CodeFixes;

/// <summary>Offers the fixes of BUF5004.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KeptLentMemoryFixes)), Shared]
public sealed class KeptLentMemoryFixes : RuleFixes
{
    /// <summary>Makes the provider.</summary>
    public KeptLentMemoryFixes()
        : base(InOrder)
    {
    }

    /// <summary>The fixes in order of preference; a new fix is added here.</summary>
    public static ImmutableArray<FindingFix> InOrder { get; } = ImmutableArray.Create<FindingFix>(
        new CopyLentFix());
}
