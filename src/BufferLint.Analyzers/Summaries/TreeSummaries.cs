// Summaries of the methods in one tree, kept by Roslyn for as long as the tree lives. An editor makes a new compilation at
// every keystroke; what was found out about methods in other files still holds as long as nothing it rests on has changed.
using System.Collections.Concurrent;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace BufferLint.Summaries;

/// <summary>What is remembered of one tree.</summary>
internal sealed class TreeSummaries
{
    private readonly ConcurrentDictionary<(TextSpan Span, MethodKind Kind), RememberedSummary> _byPlace = new();

    private TreeSummaries(long declarations) => Declarations = declarations;

    /// <summary>Lets Roslyn keep one per tree.</summary>
    public static readonly SyntaxTreeValueProvider<TreeSummaries> PerTree = new(static tree => Of(tree, CancellationToken.None));

    /// <summary>A hash of all that code in other trees can see of this one: everything but the bodies of methods.</summary>
    public long Declarations { get; }

    /// <summary>Reads a tree.</summary>
    public static TreeSummaries Of(SyntaxTree tree, CancellationToken cancellation)
    {
        var hash = 17L;
        foreach (var token in tree.GetRoot(cancellation).DescendantTokens(static node => !IsBody(node)))
        {
            hash = unchecked((hash * 1_000_003) + token.RawKind);
            foreach (var letter in token.Text)
            {
                hash = unchecked((hash * 31) + letter);
            }
        }

        return new TreeSummaries(hash);
    }

    /// <summary>What is remembered of a method that is declared at a place in the tree.</summary>
    public RememberedSummary? Find(TextSpan place, MethodKind kind) => _byPlace.TryGetValue((place, kind), out var remembered) ? remembered : null;

    /// <summary>Remembers a summary.</summary>
    public void Remember(TextSpan place, MethodKind kind, RememberedSummary summary) => _byPlace[(place, kind)] = summary;

    /// <summary>Bodies of methods; accessors are read by whoever asks for a property's shape.</summary>
    private static bool IsBody(SyntaxNode node) =>
        node is BlockSyntax { Parent: BaseMethodDeclarationSyntax } or ArrowExpressionClauseSyntax { Parent: BaseMethodDeclarationSyntax };
}

/// <summary>A summary and what it rests on.</summary>
/// <param name="Summary">The summary.</param>
/// <param name="Ground">What it rests on.</param>
/// <param name="World">The declarations, references and options of the compilation it was made in.</param>
/// <param name="Options">The user's options for the tree.</param>
internal sealed record RememberedSummary(StoredSummary Summary, SummaryGround Ground, CompilationWorld World, object Options);
