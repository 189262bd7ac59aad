// Which fields and properties a method written in source assigns, by name. A stand-in for summaries, one call deep.
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Graph;

internal static class AssignedNames
{
    public static HashSet<string> Of(IMethodSymbol method, CancellationToken cancellation)
    {
        var names = new HashSet<string>();
        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            foreach (var node in reference.GetSyntax(cancellation).DescendantNodes())
            {
                var targets = node switch
                {
                    AssignmentExpressionSyntax { Left: TupleExpressionSyntax tuple } => tuple.Arguments.Select(argument => argument.Expression),
                    AssignmentExpressionSyntax assignment => new[] { assignment.Left },
                    PostfixUnaryExpressionSyntax step when step.Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression => new[] { step.Operand },
                    PrefixUnaryExpressionSyntax step when step.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression => new[] { step.Operand },
                    ArgumentSyntax { RefKindKeyword: var keyword } argument when keyword.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword => new[] { argument.Expression },
                    _ => Enumerable.Empty<ExpressionSyntax>(),
                };
                names.UnionWith(targets.Select(Name).OfType<string>());
            }
        }

        return names;
    }

    private static string? Name(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } => name.Identifier.ValueText,
        _ => null,
    };
}
