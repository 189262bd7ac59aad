// What hosts see for BUF2001.
using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BufferLint.CodeFixes;

/// <summary>Offers the fixes of BUF2001.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseAfterReleaseFixes)), Shared]
public sealed class UseAfterReleaseFixes : RuleFixes
{
    /// <summary>Makes the provider.</summary>
    public UseAfterReleaseFixes()
        : base(InOrder)
    {
    }

    /// <summary>The fixes in order of preference; a new fix is added here.</summary>
    public static ImmutableArray<FindingFix> InOrder { get; } = ImmutableArray.Create<FindingFix>(
        new ReleaseLaterFix(),
        new CopyBeforeReleaseFix());
}
