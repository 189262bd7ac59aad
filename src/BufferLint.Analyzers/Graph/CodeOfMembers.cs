// All code of a tree, member by member. Roslyn can hand it out too, but makes what it knows of every declaration for that, and
// most bodies are left by the screen: asked for here, a member that is left costs a look at its syntax.
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BufferLint.Graph;

/// <summary>A piece of code, and the member that runs it.</summary>
/// <param name="Code">A method with its body, an accessor, an arrow, a variable or property with its initialiser, or a file with statements of its own.</param>
/// <param name="Owner">The method, accessor, field or property.</param>
internal readonly record struct CodeOfMember(SyntaxNode Code, ISymbol Owner);

/// <summary>Finds what members run.</summary>
internal static class CodeOfMembers
{
    /// <summary>All code in a tree, or that part of it which somebody wants to know of.</summary>
    /// <param name="model">The meaning of the tree.</param>
    /// <param name="within">The part; <see langword="null"/> for all.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static IEnumerable<CodeOfMember> In(SemanticModel model, TextSpan? within, CancellationToken cancellation)
    {
        foreach (var node in model.SyntaxTree.GetRoot(cancellation).DescendantNodesAndSelf(node => MayContain(node) && IsWanted(node, within)))
        {
            if (HasCode(node) && IsWanted(node, within) && model.GetDeclaredSymbol(Declaring(node), cancellation) is { } declared && OwnerOf(node, declared) is { } owner)
            {
                yield return new CodeOfMember(node, owner);
            }
        }
    }

    private static bool IsWanted(SyntaxNode node, TextSpan? within) => within is not { } span || node.FullSpan.IntersectsWith(span);

    private static bool MayContain(SyntaxNode node) => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax or BasePropertyDeclarationSyntax or AccessorListSyntax or BaseFieldDeclarationSyntax or VariableDeclarationSyntax;

    private static bool HasCode(SyntaxNode node) => node switch
    {
        CompilationUnitSyntax unit => unit.Members.Any(static member => member is GlobalStatementSyntax),
        BaseMethodDeclarationSyntax method => method.Body is not null || method.ExpressionBody is not null,
        AccessorDeclarationSyntax accessor => accessor.Body is not null || accessor.ExpressionBody is not null,
        ArrowExpressionClauseSyntax => true,
        PropertyDeclarationSyntax property => property.Initializer is not null,
        VariableDeclaratorSyntax variable => variable.Initializer is not null,
        _ => false,
    };

    /// <summary>An arrow declares nothing by itself: it is the property's.</summary>
    private static SyntaxNode Declaring(SyntaxNode code) => code is ArrowExpressionClauseSyntax { Parent: { } property } ? property : code;

    private static ISymbol? OwnerOf(SyntaxNode code, ISymbol declared) => code is ArrowExpressionClauseSyntax ? (declared as IPropertySymbol)?.GetMethod : declared;
}
