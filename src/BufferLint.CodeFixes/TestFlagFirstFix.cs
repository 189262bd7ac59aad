// `void Dispose() { pool.Return(_buffer); }` becomes `void Dispose() { if (_disposed) { return; } _disposed = true; pool.Return(_buffer); }`.
using System.Threading;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Sites;

namespace BufferLint.CodeFixes;

/// <summary>Makes a member that releases a second time ask for the flag that its type has for that.</summary>
public sealed class TestFlagFirstFix : FindingFix
{
    internal override string RuleId => RuleIds.KeptReleasedField;

    internal override string Title => "Return early if the type's flag is set";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation)
    {
        // Where another member sets the flag before it comes here, nothing would be released at all.
        if (!site.IsReleasedAgain || !DisposalFlag.IsEnding(site.Function) || MemberStart.Of(site.Function) is not { IsVoid: true } start || start.IsConditional ||
            site.Model.GetEnclosingSymbol(site.Breaking.SpanStart, cancellation)?.ContainingType is not { } type || DisposalFlag.Of(type, cancellation) is not { } flag ||
            flag.IsTestedIn(site.Function) || !flag.IsSetOnlyIn(site.Function))
        {
            return null;
        }

        return new FixPlan(start.Insert($"if ({flag.Text})", "return;", flag.IsSetIn(site.Function) ? null : $"{flag.Text} = true;", site.Text));
    }
}
