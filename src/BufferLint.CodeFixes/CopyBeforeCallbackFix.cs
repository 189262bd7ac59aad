// `foreach (var x in CollectionsMarshal.AsSpan(_items))` becomes `foreach (var x in _items.ToArray())`, and `ref var x = ref …;`
// becomes `var x = …;`, where elements are only read.
using System.Threading;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Sites;

namespace BufferLint.CodeFixes;

/// <summary>Copies what is needed before somebody else's code runs.</summary>
public sealed class CopyBeforeCallbackFix : FindingFix
{
    internal override string RuleId => RuleIds.ResizeInCallback;

    internal override string Title => "Copy before the call";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation) => CopyViewFix.Copy(site, cancellation);
}
