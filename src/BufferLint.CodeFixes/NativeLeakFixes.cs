// What hosts see for BUF2003.
using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BufferLint.CodeFixes;

/// <summary>Offers the fixes of BUF2003.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NativeLeakFixes)), Shared]
public sealed class NativeLeakFixes : RuleFixes
{
    /// <summary>Makes the provider.</summary>
    public NativeLeakFixes()
        : base(InOrder)
    {
    }

    /// <summary>The fixes in order of preference; a new fix is added here.</summary>
    public static ImmutableArray<FindingFix> InOrder { get; } = ImmutableArray.Create<FindingFix>(
        new UsingLeaseFix(),
        new ReleaseAfterLastUseFix(),
        new FinallyReleaseFix());
}
