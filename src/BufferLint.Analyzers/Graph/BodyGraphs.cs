// From a member's syntax to Roslyn's graphs of all code in it.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Graph;

/// <summary>Finds the executable parts of a member.</summary>
internal static class BodyGraphs
{
    /// <summary>The graphs of a member's body, or of each initialiser of a field.</summary>
    /// <param name="member">The member, an accessor or an initialiser.</param>
    /// <param name="model">What its names mean.</param>
    /// <param name="recent">The graphs of the same compilation that were made last; <see langword="null"/> if none are kept.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <param name="isLeft">Which roots are left out before anything is bound; <see langword="null"/> if none is.</param>
    public static IEnumerable<ControlFlowGraph> Of(SyntaxNode member, SemanticModel model, Recent<SyntaxNode, ControlFlowGraph>? recent, CancellationToken cancellation, Func<SyntaxNode, bool>? isLeft = null)
    {
        foreach (var root in Roots(member))
        {
            if (isLeft?.Invoke(root) == true)
            {
                continue;
            }

            if ((recent is null ? Create(root, model, cancellation) : recent.GetOrMake(root, node => Create(node, model, cancellation))) is { } graph)
            {
                yield return graph;
            }
        }
    }

    /// <returns><see langword="null"/> where half-typed code gives no graph.</returns>
    private static ControlFlowGraph? Create(SyntaxNode root, SemanticModel model, CancellationToken cancellation) =>
        model.GetOperation(root, cancellation) switch
        {
            IMethodBodyOperation { Parent: null } body => ControlFlowGraph.Create(body, cancellation),
            IConstructorBodyOperation { Parent: null } body => ControlFlowGraph.Create(body, cancellation),
            IBlockOperation { Parent: null } body => ControlFlowGraph.Create(body, cancellation),
            IFieldInitializerOperation { Parent: null } initializer => ControlFlowGraph.Create(initializer, cancellation),
            IPropertyInitializerOperation { Parent: null } initializer => ControlFlowGraph.Create(initializer, cancellation),
            IParameterInitializerOperation { Parent: null } initializer => ControlFlowGraph.Create(initializer, cancellation),
            _ => null,
        };

    private static IEnumerable<SyntaxNode> Roots(SyntaxNode member) => member switch
    {
        BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or CompilationUnitSyntax => new[] { member },
        PropertyDeclarationSyntax { ExpressionBody: { } body } => new SyntaxNode[] { body },
        IndexerDeclarationSyntax { ExpressionBody: { } body } => new SyntaxNode[] { body },
        ArrowExpressionClauseSyntax => new[] { member },
        _ => member.DescendantNodesAndSelf(static node => node is not (BlockSyntax or ExpressionSyntax)).Where(static node => node is EqualsValueClauseSyntax),
    };
}
