// What hosts see for BUF4003.
using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BufferLint.CodeFixes;

/// <summary>Offers the fixes of BUF4003.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReleaseUnderWorkFixes)), Shared]
public sealed class ReleaseUnderWorkFixes : RuleFixes
{
    /// <summary>Makes the provider.</summary>
    public ReleaseUnderWorkFixes()
        : base(InOrder)
    {
    }

    /// <summary>The fixes in order of preference; a new fix is added here.</summary>
    public static ImmutableArray<FindingFix> InOrder { get; } = ImmutableArray.Create<FindingFix>(
        new AwaitFirstFix(),
        new CopyForOperationFix());
}
