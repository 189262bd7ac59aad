// Which fields and properties a method written in source assigns, by name. A stand-in for summaries, one call deep.
using System.Collections.Generic;
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
                switch (node)
                {
                    case AssignmentExpressionSyntax { Left: TupleExpressionSyntax tuple }:
                        foreach (var element in tuple.Arguments)
                        {
                            Add(element.Expression);
                        }

                        break;
                    case AssignmentExpressionSyntax assignment:
                        Add(assignment.Left);
                        break;
                    case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } step:
                        Add(step.Operand);
                        break;
                    case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } step:
                        Add(step.Operand);
                        break;
                    case ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword } argument:
                        Add(argument.Expression);
                        break;
                }
            }
        }

        return names;

        void Add(ExpressionSyntax target)
        {
            if (Name(target) is { } name)
            {
                names.Add(name);
            }
        }
    }

    private static string? Name(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } => name.Identifier.ValueText,
        _ => null,
    };
}
