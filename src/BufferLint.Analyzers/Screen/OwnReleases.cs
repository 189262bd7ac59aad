// Fields that a method without parameters gives back and leaves as they are: whoever calls it and reads one of them
// after that reads what is gone, though no argument names it.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Screen;

internal static class OwnReleases
{
    private static readonly HashSet<string> Releases = ["Return", "Free", "AlignedFree", "FreeHGlobal", "FreeCoTaskMem", "FreeBSTR"];

    /// <summary>The names of the fields.</summary>
    public static ImmutableArray<string> In(MethodDeclarationSyntax method)
    {
        if (method.ParameterList.Parameters.Count > 0 || (method.Body ?? (SyntaxNode?)method.ExpressionBody) is not { } code)
        {
            return ImmutableArray<string>.Empty;
        }

        var given = code.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(static call => call is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name }, ArgumentList.Arguments.Count: > 0 } && Releases.Contains(name))
            .Select(static call => NameOf(call.ArgumentList.Arguments[0].Expression))
            .OfType<string>()
            .Distinct()
            .ToArray();
        return given.Length == 0 ? ImmutableArray<string>.Empty : given.Where(name => !IsSet(code, name)).ToImmutableArray();
    }

    private static string? NameOf(ExpressionSyntax given) => given switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name.Identifier.ValueText: var name } => name,
        PostfixUnaryExpressionSyntax { Operand: var operand } => NameOf(operand),
        CastExpressionSyntax { Expression: var operand } => NameOf(operand),
        _ => null,
    };

    /// <summary>Whether a name is declared, or assigned something else.</summary>
    private static bool IsSet(SyntaxNode code, string name) => code.DescendantNodes().Any(node => node switch
    {
        AssignmentExpressionSyntax assignment => NameOf(assignment.Left) == name,
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText == name,
        SingleVariableDesignationSyntax variable => variable.Identifier.ValueText == name,
        ForEachStatementSyntax loop => loop.Identifier.ValueText == name,
        _ => false,
    });
}
