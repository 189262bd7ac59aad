// Who calls an iterator and keeps all that it yields: `Pages(stream).ToList()`, or a loop that adds each page to a list.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Summaries;

/// <summary>Looks through the trees that name an iterator.</summary>
internal sealed class CollectingCalls : ICollectingCalls
{
    private static readonly ImmutableHashSet<string> Collectors = ImmutableHashSet.Create(
        "ToList", "ToArray", "ToHashSet", "ToImmutableArray", "ToImmutableList", "ToListAsync", "ToArrayAsync");

    /// <summary>What leaves elements as they are.</summary>
    private static readonly ImmutableHashSet<string> Carriers = ImmutableHashSet.Create("Where", "Skip", "Take", "TakeWhile", "SkipWhile", "Concat", "Append", "Prepend", "AsEnumerable", "ConfigureAwait", "WithCancellation");

    private static readonly ImmutableHashSet<string> Adders = ImmutableHashSet.Create("Add", "AddLast", "AddFirst", "Enqueue", "Push");

    private static readonly ImmutableHashSet<string> Collections = ImmutableHashSet.Create("List", "Queue", "Stack", "LinkedList");

    private readonly Compilation _compilation;
    private readonly Func<string, IEnumerable<SyntaxTree>> _treesNaming;

    /// <summary>Makes it; nothing is read before it is asked for.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="treesNaming">The trees in whose code a name stands.</param>
    public CollectingCalls(Compilation compilation, Func<string, IEnumerable<SyntaxTree>> treesNaming)
    {
        _compilation = compilation;
        _treesNaming = treesNaming;
    }

    /// <inheritdoc/>
    public SyntaxNode? Of(IMethodSymbol iterator, CancellationToken cancellation)
    {
        foreach (var tree in _treesNaming(iterator.Name))
        {
            foreach (var call in tree.GetRoot(cancellation).DescendantNodes().OfType<InvocationExpressionSyntax>().Where(call => IsNamed(call, iterator.Name)))
            {
                if (Keeping(call) is { } keeping && SourceBody.ModelOf(_compilation, tree) is var model && IsOf(model, call, iterator, cancellation) && (keeping.Into is not { } list || IsCollection(model, list, cancellation)))
                {
                    return keeping.Syntax;
                }
            }
        }

        return null;
    }

    /// <summary>What keeps the elements that an expression enumerates, and the collection it puts them into if that has a name.</summary>
    private static (SyntaxNode Syntax, ExpressionSyntax? Into)? Keeping(ExpressionSyntax elements) => elements.Parent switch
    {
        ParenthesizedExpressionSyntax inner => Keeping(inner),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Parent: InvocationExpressionSyntax call } access when access.Expression == elements =>
            Carriers.Contains(name) ? Keeping(call) : Collectors.Contains(name) && IsKept(call) ? (call, null) : null,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AddRange", Expression: var list } } call } => (call, list),
        ArgumentSyntax { Parent.Parent: ObjectCreationExpressionSyntax { Type: GenericNameSyntax { Identifier.ValueText: var type } } creation } when Collections.Contains(type) && IsKept(creation) => (creation, null),
        SpreadElementSyntax { Parent: CollectionExpressionSyntax collection } => (collection, null),
        ForEachStatementSyntax loop when loop.Expression == elements => KeptBy(loop),
        _ => null,
    };

    /// <summary>Whether more is wanted of a collection than how many elements it has.</summary>
    private static bool IsKept(ExpressionSyntax collection) => collection.Parent switch
    {
        ParenthesizedExpressionSyntax or AwaitExpressionSyntax => IsKept((ExpressionSyntax)collection.Parent),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" or "Length" } => false,
        ExpressionStatementSyntax => false,
        _ => true,
    };

    /// <summary>A loop that does nothing else with a list than to add its variable.</summary>
    private static (SyntaxNode, ExpressionSyntax?)? KeptBy(ForEachStatementSyntax loop)
    {
        foreach (var call in loop.Statement.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (call is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var list }, ArgumentList.Arguments: [{ Expression: IdentifierNameSyntax { Identifier.ValueText: var added } }] } &&
                Adders.Contains(name) && added == loop.Identifier.ValueText && !IsUsedBeside(list, call, loop))
            {
                return (call, list);
            }
        }

        return null;
    }

    private static bool IsUsedBeside(ExpressionSyntax list, SyntaxNode call, ForEachStatementSyntax loop)
    {
        var name = list.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().LastOrDefault()?.Identifier.ValueText;
        return loop.Statement.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name && !call.Span.Contains(token.Span)) ||
            loop.Statement.DescendantNodes().Any(static node => node is BreakStatementSyntax or ReturnStatementSyntax);
    }

    private static bool IsNamed(InvocationExpressionSyntax call, string name) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText == name,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText == name,
        SimpleNameSyntax simple => simple.Identifier.ValueText == name,
        _ => false,
    };

    private static bool IsOf(SemanticModel model, InvocationExpressionSyntax call, IMethodSymbol iterator, CancellationToken cancellation) =>
        model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol called &&
        SymbolEqualityComparer.Default.Equals((called.ReducedFrom ?? called).OriginalDefinition, iterator.OriginalDefinition);

    private static bool IsCollection(SemanticModel model, ExpressionSyntax list, CancellationToken cancellation) =>
        model.GetTypeInfo(list, cancellation).Type is { ContainingNamespace: { } space } && space.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal);
}
