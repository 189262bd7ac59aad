// `return MemoryMarshal.CreateSpan(ref x, 1);` becomes `return MemoryMarshal.CreateSpan(ref x, 1).ToArray();`
using System.Threading;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Sites;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes;

/// <summary>Returns a copy of what a span shows that points into memory of the method.</summary>
public sealed class CopyEscapingFix : FindingFix
{
    internal override string RuleId => RuleIds.EscapingAddress;

    internal override string Title => "Copy what is returned";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation) =>
        site.Needed is ExpressionSyntax { Parent: ReturnStatementSyntax or ArrowExpressionClauseSyntax } returned &&
        site.Model.GetTypeInfo(returned, cancellation).Type is { } type && (!site.MayWrite || LeaseCopy.IsOnlyRead(type))
            ? CopyReturnedFix.Copy(site, cancellation)
            : null;
}
