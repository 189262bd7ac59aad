// Calls that may release, by syntax alone: those of a name that releases, which are given something, or are made on something.
using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Protocols;

internal sealed class ReleaseCalls
{
    private readonly Func<string, bool> _mayRelease;

    /// <param name="mayRelease">Whether a call of a name may give something back.</param>
    public ReleaseCalls(Func<string, bool> mayRelease) => _mayRelease = mayRelease;

    /// <summary>Whether anything may be released: by a call that has a name in what it releases.</summary>
    /// <param name="code">The code of a member.</param>
    /// <param name="disposes">Whether to dispose may be to release.</param>
    public bool MayRelease(SyntaxNode code, bool disposes)
    {
        foreach (var node in code.DescendantNodes())
        {
            if (node is InvocationExpressionSyntax call ? IsRelease(call, disposes) : disposes && IsUse(node))
            {
                return Released(code, disposes).Any();
            }
        }

        return false;
    }

    /// <summary>The names that stand in what calls may release.</summary>
    /// <param name="code">The code of a member.</param>
    /// <param name="disposes">Whether to dispose may be to release.</param>
    public IEnumerable<string> Released(SyntaxNode code, bool disposes)
    {
        foreach (var used in disposes ? code.DescendantNodes().Where(IsUse).SelectMany(static node => UsedUp(node)) : Enumerable.Empty<SyntaxNode>())
        {
            foreach (var part in used.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
            {
                yield return part.Identifier.ValueText;
            }
        }

        foreach (var call in code.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (!IsRelease(call, disposes))
            {
                continue;
            }

            foreach (var part in call.ArgumentList.DescendantNodes().Append(Receiver(call)).OfType<SyntaxNode>().SelectMany(static node => node.DescendantNodesAndSelf()).OfType<IdentifierNameSyntax>())
            {
                yield return part.Identifier.ValueText;
            }
        }
    }

    /// <summary>Whether a call may release, by the name that is called.</summary>
    /// <param name="call">The call.</param>
    /// <param name="disposes">Whether to dispose may be to release.</param>
    public bool IsRelease(InvocationExpressionSyntax call, bool disposes) =>
        NameOf(call.Expression) is { } name && (_mayRelease(name) || (disposes && FieldProtocolNames.Disposal.Contains(name)));

    private static bool IsUse(SyntaxNode node) => node is UsingStatementSyntax or LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 };

    /// <summary>What is disposed where a statement, or the block that has the declaration, ends.</summary>
    private static IEnumerable<SyntaxNode> UsedUp(SyntaxNode node) => node switch
    {
        UsingStatementSyntax { Expression: { } used } => new[] { used },
        UsingStatementSyntax { Declaration: { } declared } => Initials(declared),
        LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 } local => Initials(local.Declaration),
        _ => Enumerable.Empty<SyntaxNode>(),
    };

    private static IEnumerable<SyntaxNode> Initials(VariableDeclarationSyntax declared) => declared.Variables.Select(static variable => variable.Initializer?.Value).OfType<SyntaxNode>();

    private static SyntaxNode? Receiver(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Expression,
        MemberBindingExpressionSyntax => call.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression,
        _ => null,
    };

    private static string? NameOf(ExpressionSyntax called) => called switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };
}
