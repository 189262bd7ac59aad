// What hosts see for BUF1003.
using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BufferLint.CodeFixes;

/// <summary>Offers the fixes of BUF1003.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ResizeInCallbackFixes)), Shared]
public sealed class ResizeInCallbackFixes : RuleFixes
{
    /// <summary>Makes the provider.</summary>
    public ResizeInCallbackFixes()
        : base(InOrder)
    {
    }

    /// <summary>The fixes in order of preference; a new fix is added here.</summary>
    public static ImmutableArray<FindingFix> InOrder { get; } = ImmutableArray.Create<FindingFix>(
        new LookUpAgainFix(),
        new CopyBeforeCallbackFix());
}
