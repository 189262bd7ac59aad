// `return MemoryMarshal.AsMemory(data);` becomes `return data.ToArray();`
using System.Threading;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Guards;
using BufferLint.CodeFixes.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes;

/// <summary>Hands out a copy, which is the caller's to write. A reference cannot be copied.</summary>
public sealed class CopyHandedOutFix : FindingFix
{
    internal override string RuleId => RuleIds.ReadOnlyHandedOut;

    internal override string Title => "Hand out a copy";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation) =>
        site.Breaking is InvocationExpressionSyntax && !OffLimits.IsConditional((SyntaxNode?)Functions.StatementAround(site.Breaking) ?? site.Breaking) &&
        WritableCopy.Of(site.Breaking, IsReturned(site.Breaking), site, cancellation) is { } copy
            ? FixPlan.Of(copy)
            : null;

    /// <summary>Whether the cast is what is returned, so that an array becomes what the member returns.</summary>
    internal static bool IsReturned(SyntaxNode cast) => cast.Parent is ReturnStatementSyntax or ArrowExpressionClauseSyntax;
}
