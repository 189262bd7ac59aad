// What hosts see for BUF3002.
using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BufferLint.CodeFixes;

/// <summary>Offers the fixes of BUF3002.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReadOnlyHandedOutFixes)), Shared]
public sealed class ReadOnlyHandedOutFixes : RuleFixes
{
    /// <summary>Makes the provider.</summary>
    public ReadOnlyHandedOutFixes()
        : base(InOrder)
    {
    }

    /// <summary>The fixes in order of preference; a new fix is added here.</summary>
    public static ImmutableArray<FindingFix> InOrder { get; } = ImmutableArray.Create<FindingFix>(
        new CopyHandedOutFix(),
        new ReturnReadOnlyFix());
}
