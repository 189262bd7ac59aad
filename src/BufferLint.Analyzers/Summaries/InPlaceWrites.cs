// Whether the elements of an array field are ever written where they are, told by syntax from the type that declares it.
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Summaries;

internal static class InPlaceWrites
{
    /// <summary>Whether some code of the field's type writes an element of it, or lends it to be written.</summary>
    public static bool Of(IFieldSymbol field) => field.ContainingType.DeclaringSyntaxReferences
        .SelectMany(static part => part.GetSyntax().DescendantNodes())
        .OfType<IdentifierNameSyntax>()
        .Any(name => name.Identifier.ValueText == field.Name && IsWritten(name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name));

    private static bool IsWritten(ExpressionSyntax array) => array.Parent switch
    {
        ElementAccessExpressionSyntax element when element.Expression == array => IsTarget(element),
        ArgumentSyntax { RefKindKeyword.RawKind: not 0 } => false,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } argument => !IsReadByArray(call, argument),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AsSpan" or "AsMemory" } => true,
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: GenericNameSyntax } } } => true,
        EqualsValueClauseSyntax { Parent.Parent.Parent: FixedStatementSyntax } => true,
        _ => false,
    };

    private static bool IsTarget(ExpressionSyntax element) => element.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == element,
        PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax => element.Parent.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression or SyntaxKind.AddressOfExpression,
        RefExpressionSyntax => true,
        ArgumentSyntax argument => argument.RefKindKeyword.RawKind != 0,
        MemberAccessExpressionSyntax outer when outer.Expression == element => IsTarget(outer) || outer.Parent is InvocationExpressionSyntax,
        _ => false,
    };

    /// <summary>Whether a call of <c>Array</c> only reads what it is given: <c>Array.Copy(from, …)</c>, <c>Array.IndexOf(array, …)</c>.</summary>
    private static bool IsReadByArray(InvocationExpressionSyntax call, ArgumentSyntax argument) =>
        call is { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Array" or "Buffer" }, Name.Identifier.ValueText: not ("Clear" or "Fill" or "Sort" or "Reverse") } } && call.ArgumentList.Arguments[0] == argument;
}
