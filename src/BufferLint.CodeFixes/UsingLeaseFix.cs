// `var handle = memory.Pin();` becomes `using var handle = memory.Pin();`.
using System.Threading;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Sites;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes;

/// <summary>Disposes of a lease at the end of its scope.</summary>
public sealed class UsingLeaseFix : FindingFix
{
    internal override string RuleId => RuleIds.NativeLeak;

    internal override string Title => "Release it by a using declaration";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation) => Declare(site, cancellation);

    /// <summary>The plan, for leases of whatever kind.</summary>
    internal static FixPlan? Declare(FindingSite site, CancellationToken cancellation) =>
        site is { Release: "Dispose", IsReleasedElsewhere: false } &&
        LeasePlace.Of(site, cancellation) is { Statement: { Parent: BlockSyntax or GlobalStatementSyntax } statement }
            ? FixPlan.Of(Edit.Insert(statement.SpanStart, "using "))
            : null;
}
