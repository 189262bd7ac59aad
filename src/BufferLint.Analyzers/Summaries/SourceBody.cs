// From a method symbol to its code. The one place that asks a compilation for the semantic model of another tree.
using System;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Threading;
using BufferLint.Facts;
using BufferLint.Graph;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace BufferLint.Summaries;

/// <summary>The code of a method, and whom it calls.</summary>
internal sealed class SourceBody
{
    private readonly Lazy<ImmutableArray<IMethodSymbol>> _callees;

    /// <param name="method">The method.</param>
    /// <param name="graph">Its graph.</param>
    /// <param name="hierarchy">What virtual calls can run.</param>
    public SourceBody(IMethodSymbol method, ControlFlowGraph graph, TypeHierarchy hierarchy)
    {
        Method = method;
        Graph = graph;
        _callees = new Lazy<ImmutableArray<IMethodSymbol>>(() => Facts.Callees.In(graph, hierarchy), LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>The method.</summary>
    public IMethodSymbol Method { get; }

    /// <summary>Its graph.</summary>
    public ControlFlowGraph Graph { get; }

    /// <summary>The methods with source that it calls; looked for when they are first asked for.</summary>
    public ImmutableArray<IMethodSymbol> Callees => _callees.Value;

    /// <summary>The graph of a method; <see langword="null"/> if it has none in this compilation, or more than anybody analyses.</summary>
    /// <param name="method">The definition of a method.</param>
    /// <param name="compilation">The compilation.</param>
    /// <param name="isTooLarge">Whether code is beyond the budget, told from its syntax.</param>
    /// <param name="recent">The graphs that were made last.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static ControlFlowGraph? GraphOf(IMethodSymbol method, Compilation compilation, Func<SyntaxNode, bool> isTooLarge, Recent<SyntaxNode, ControlFlowGraph> recent, CancellationToken cancellation)
    {
        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            if (compilation.ContainsSyntaxTree(reference.SyntaxTree) && reference.GetSyntax(cancellation) is { } syntax && HasCode(syntax) && !isTooLarge(syntax))
            {
                var model = ModelOf(compilation, reference.SyntaxTree);
                return BodyGraphs.Of(syntax, model, recent, cancellation).FirstOrDefault();
            }
        }

        return null;
    }

    /// <summary>What names in a tree mean.</summary>
    [SuppressMessage("MicrosoftCodeAnalysisCorrectness", "RS1030:Do not invoke Compilation.GetSemanticModel() method within a diagnostic analyzer", Justification = "What a call does stands in the callee's source, which may be in another tree; asked once a method and compilation.")]
    public static SemanticModel ModelOf(Compilation compilation, SyntaxTree tree) => compilation.GetSemanticModel(tree);

    private static bool HasCode(SyntaxNode declaration) => declaration switch
    {
        Microsoft.CodeAnalysis.CSharp.Syntax.BaseMethodDeclarationSyntax method => method.Body is not null || method.ExpressionBody is not null,
        Microsoft.CodeAnalysis.CSharp.Syntax.AccessorDeclarationSyntax accessor => accessor.Body is not null || accessor.ExpressionBody is not null,
        Microsoft.CodeAnalysis.CSharp.Syntax.ArrowExpressionClauseSyntax => true,
        _ => false,
    };
}
