// The statement by which a handle lends a pointer that nobody releases: `handle.AcquirePointer(ref p);`.
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using BufferLint.CodeFixes.Guards;
using BufferLint.Model.Catalogs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes.Sites;

/// <summary>A pointer acquired among other statements.</summary>
/// <param name="Handle">The handle as it is written, which means the same in all of the function.</param>
/// <param name="Behind">The statements of the block behind it.</param>
internal sealed record HandlePlace(ExpressionSyntax Handle, IReadOnlyList<StatementSyntax> Behind)
{
    /// <summary>The place; <see langword="null"/> if the handle may be another later, or somebody else may need the pointer for longer.</summary>
    public static HandlePlace? Of(FindingSite site, CancellationToken cancellation) =>
        site is { IsAskedOfHandle: true, IsReleasedElsewhere: false, IsHandedOn: false } &&
        site.Taken is InvocationExpressionSyntax
        {
            Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AcquirePointer", Expression: var handle },
            ArgumentList.Arguments: [{ Expression: IdentifierNameSyntax pointer }],
            Parent: ExpressionStatementSyntax { Parent: BlockSyntax block } statement,
        } &&
        site.Model.GetSymbolInfo(pointer, cancellation).Symbol is ILocalSymbol local &&
        !OffLimits.IsConditional(Functions.MemberAround(site.Taken)) && !Outliving.IsPossible(local, site, cancellation) && KeepsItsValue(handle, site, cancellation)
            ? new HandlePlace(handle, block.Statements.SkipWhile(other => other != statement).Skip(1).ToArray())
            : null;

    private static bool KeepsItsValue(ExpressionSyntax handle, FindingSite site, CancellationToken cancellation) => handle switch
    {
        MemberAccessExpressionSyntax { Expression: var whole } member => site.Model.GetSymbolInfo(member, cancellation).Symbol is var symbol && (symbol is IFieldSymbol { IsReadOnly: true } || MappedViewApis.IsHandleOfView(symbol)) && KeepsItsValue(whole, site, cancellation),
        ThisExpressionSyntax => true,
        IdentifierNameSyntax name => site.Model.GetSymbolInfo(name, cancellation).Symbol switch
        {
            ILocalSymbol or IParameterSymbol => !Writes.Mentions(site.Function, site.Model.GetSymbolInfo(name, cancellation).Symbol!, site.Model, cancellation).Any(Writes.IsWrite),
            var named => named is IFieldSymbol { IsReadOnly: true },
        },
        _ => false,
    };
}
