// What hosts see for BUF4001.
using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BufferLint.CodeFixes;

/// <summary>Offers the fixes of BUF4001.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ViewInUnwaitedWorkFixes)), Shared]
public sealed class ViewInUnwaitedWorkFixes : RuleFixes
{
    /// <summary>Makes the provider.</summary>
    public ViewInUnwaitedWorkFixes()
        : base(InOrder)
    {
    }

    /// <summary>The fixes in order of preference; a new fix is added here.</summary>
    public static ImmutableArray<FindingFix> InOrder { get; } = ImmutableArray.Create<FindingFix>(
        new CopyForWorkFix(),
        new AwaitWorkFix());
}
