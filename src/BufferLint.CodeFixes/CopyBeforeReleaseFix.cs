// `pool.Return(array); Read(span);` becomes `Span<byte> spanCopy = span.ToArray(); pool.Return(array); Read(spanCopy);`.
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Guards;
using BufferLint.CodeFixes.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes;

/// <summary>Copies what is only read after the release.</summary>
public sealed class CopyBeforeReleaseFix : FindingFix
{
    internal override string RuleId => RuleIds.UseAfterRelease;

    internal override string Title => "Copy before the release";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation)
    {
        if (site.Needed is not ExpressionSyntax use || ReleaseCall.Of(site.Breaking, site.Model, cancellation) is not { } release ||
            OffLimits.IsConditional(Functions.MemberAround(site.Breaking)) ||
            NamedIn(use, site, cancellation) is not { } local || (site.MayWrite && !LeaseCopy.IsOnlyRead(local.Type)) ||
            LastUse.Behind(release.Statement, local, site, cancellation) is not { Count: > 0 } following ||
            following.Any(statement => release.IsRepeatedIn(statement, new[] { local, release.Variable }, site.Model, cancellation)))
        {
            return null;
        }

        var uses = following.SelectMany(statement => Writes.Mentions(statement, local, site.Model, cancellation)).ToArray();
        if (!uses.Any(name => use.Span.Contains(name.Span)) || uses.Any(name => Writes.IsWrite(name) || Writes.IsWrittenThrough(Writes.Whole(name)) || IsComparedByReference(name)))
        {
            return null;
        }

        var name = FreeNames.For(local.Name + "Copy", site.Function);
        return LeaseCopy.Declaration(local, name, release.Statement.SpanStart, site.Model) is { } declaration
            ? new FixPlan(StatementEdits.Before(release.Statement, declaration, site.Text).AddRange(uses.Select(mention => new Edit(mention.Span, name))))
            : null;
    }

    /// <summary>Whether a mention asks which object it is; a copy is another one.</summary>
    private static bool IsComparedByReference(SimpleNameSyntax name) => name.Parent is BinaryExpressionSyntax comparison &&
        !comparison.Left.IsKind(SyntaxKind.NullLiteralExpression) && !comparison.Right.IsKind(SyntaxKind.NullLiteralExpression);

    /// <summary>The local that a use begins with.</summary>
    private static ILocalSymbol? NamedIn(ExpressionSyntax use, FindingSite site, CancellationToken cancellation) => use.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
        .Select(name => site.Model.GetSymbolInfo(name, cancellation).Symbol)
        .OfType<ILocalSymbol>()
        .FirstOrDefault(local => !local.IsRef && LeaseCopy.IsCopied(local.Type));
}
