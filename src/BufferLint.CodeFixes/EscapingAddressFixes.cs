// What hosts see for BUF5003.
using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BufferLint.CodeFixes;

/// <summary>Offers the fixes of BUF5003.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EscapingAddressFixes)), Shared]
public sealed class EscapingAddressFixes : RuleFixes
{
    /// <summary>Makes the provider.</summary>
    public EscapingAddressFixes()
        : base(InOrder)
    {
    }

    /// <summary>The fixes in order of preference; a new fix is added here.</summary>
    public static ImmutableArray<FindingFix> InOrder { get; } = ImmutableArray.Create<FindingFix>(
        new CopyEscapingFix(),
        new AllocatePinnedFix());
}
