// Where the view that was taken got its name: `var s = CollectionsMarshal.AsSpan(list)[1..];`, `s = …;`, `ref var r = ref …;`.
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes.Sites;

/// <summary>A local and the value it is given.</summary>
/// <param name="Local">The local.</param>
/// <param name="Value">The value, in which the view is taken; without its <c>ref</c>.</param>
/// <param name="Statement">The declaration or assignment.</param>
/// <param name="Declaration">The declaration, if it is one.</param>
internal sealed record ViewPlace(ILocalSymbol Local, ExpressionSyntax Value, StatementSyntax Statement, VariableDeclarationSyntax? Declaration)
{
    /// <summary>The local's name as it is written.</summary>
    public string Name => SyntaxFacts.GetKeywordKind(Local.Name) == SyntaxKind.None ? Local.Name : "@" + Local.Name;

    /// <summary>Finds the local that is given a value in which a view is taken; <see langword="null"/> if there is none.</summary>
    public static ViewPlace? Of(FindingSite site, CancellationToken cancellation)
    {
        var outermost = (SyntaxNode)site.Taken;
        while (outermost.Parent is ExpressionSyntax and not (AssignmentExpressionSyntax or AnonymousFunctionExpressionSyntax) or ArgumentSyntax or BracketedArgumentListSyntax or ArgumentListSyntax)
        {
            outermost = outermost.Parent;
        }

        return outermost.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Parent: LocalDeclarationStatementSyntax statement } declaration } declarator }
                when site.Model.GetDeclaredSymbol(declarator, cancellation) is ILocalSymbol local => new ViewPlace(local, WithoutRef(outermost), statement, declaration),
            AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax statement } assignment
                when assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && assignment.Right == outermost &&
                    site.Model.GetSymbolInfo(assignment.Left, cancellation).Symbol is ILocalSymbol local => new ViewPlace(local, WithoutRef(outermost), statement, null),
            _ => null,
        };
    }

    private static ExpressionSyntax WithoutRef(SyntaxNode value) => value is RefExpressionSyntax reference ? reference.Expression : (ExpressionSyntax)value;
}
