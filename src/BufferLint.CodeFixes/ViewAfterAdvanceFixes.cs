// What hosts see for BUF1002.
using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BufferLint.CodeFixes;

/// <summary>Offers the fixes of BUF1002.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ViewAfterAdvanceFixes)), Shared]
public sealed class ViewAfterAdvanceFixes : RuleFixes
{
    /// <summary>Makes the provider.</summary>
    public ViewAfterAdvanceFixes()
        : base(InOrder)
    {
    }

    /// <summary>The fixes in order of preference; a new fix is added here.</summary>
    public static ImmutableArray<FindingFix> InOrder { get; } = ImmutableArray.Create<FindingFix>(
        new RetakeLeaseFix(),
        new CopyBeforeAdvanceFix(),
        new AdvanceLaterFix());
}
