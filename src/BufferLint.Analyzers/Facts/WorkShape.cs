// What source says, by its shape, of work that goes on when a method has returned: whether an argument may still be in
// use then.
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Facts;

internal static class WorkShape
{
    /// <summary>What a document or a buffer gives out that is no view of it.</summary>
    private static readonly ImmutableHashSet<string> TextAndNumbers = ImmutableHashSet.CreateRange(
        new[] { "String", "RawText", "Boolean", "Int16", "Int32", "Int64", "UInt16", "UInt32", "UInt64", "Byte", "Double", "Single", "Decimal", "Guid", "DateTime", "DateTimeOffset", "BytesFromBase64", "ArrayLength" }.Select(static part => "Get" + part));

    /// <summary>
    /// Whether what a parameter is given may be used when the method has returned its task. An async method is through
    /// with what it names before its first await only; another one has done its work if all it returns is completed.
    /// </summary>
    /// <param name="method">The method that is called.</param>
    /// <param name="parameter">The ordinal of the parameter; negative for the object it is called on.</param>
    public static bool GoesOnWith(IMethodSymbol method, int parameter)
    {
        if (method.IsAbstract || method.DeclaringSyntaxReferences is not [var declaration] || BodyOf(declaration.GetSyntax()) is not { } body)
        {
            return true;
        }

        return method.IsAsync ? parameter < 0 || IsNeededAfterFirstAwait(body, method.Parameters[parameter].Name) : !IsCompletedWhereReturned(body);
    }

    /// <summary>Whether an async method is through with something by its first await: it names it, and only before.</summary>
    public static bool IsThroughBeforeFirstAwait(IMethodSymbol method, string name)
    {
        if (method.DeclaringSyntaxReferences is not [var declaration] || BodyOf(declaration.GetSyntax()) is not { } body || FirstAwait(body) is not { } first)
        {
            return false;
        }

        var mentions = body.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Where(mention => mention.Identifier.ValueText == name).ToArray();
        return mentions.Length > 0 && mentions.All(mention => mention.SpanStart < LoopAround(first, body).SpanStart && !mention.Ancestors().Any(static around => around is FinallyClauseSyntax or UsingStatementSyntax));
    }

    private static SyntaxNode? FirstAwait(SyntaxNode body) =>
        body.DescendantNodesAndSelf(IsOfThisBody).FirstOrDefault(static node => node is AwaitExpressionSyntax || node.ChildTokens().Any(static token => token.IsKind(SyntaxKind.AwaitKeyword)));

    /// <summary>Whether the call of a function is over, task and all, where its body ends.</summary>
    public static bool EndsWithBody(IMethodSymbol function) =>
        function.IsAsync || !WorkTypes.IsAwaitable(function.ReturnType) || (function.DeclaringSyntaxReferences is [var declaration] &&
        (declaration.GetSyntax() is AnonymousFunctionExpressionSyntax lambda ? lambda.Body : BodyOf(declaration.GetSyntax())) is { } body && IsCompletedWhereReturned(body));

    private static SyntaxNode? BodyOf(SyntaxNode declaration) => declaration switch
    {
        BaseMethodDeclarationSyntax method => (SyntaxNode?)method.Body ?? method.ExpressionBody?.Expression,
        LocalFunctionStatementSyntax function => (SyntaxNode?)function.Body ?? function.ExpressionBody?.Expression,
        _ => null,
    };

    private static bool IsNeededAfterFirstAwait(SyntaxNode body, string name)
    {
        return FirstAwait(body) is { } first && body.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(mention =>
            mention.Identifier.ValueText == name && (mention.SpanStart >= LoopAround(first, body).SpanStart || IsNamedOtherwise(mention)));
    }

    /// <summary>What comes before an await in the same loop comes after it in the next turn.</summary>
    private static SyntaxNode LoopAround(SyntaxNode node, SyntaxNode body) =>
        node.AncestorsAndSelf().TakeWhile(around => around != body).LastOrDefault(static around => around is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax) ?? node;

    /// <summary>Whether a variable, a field or an object gets it, or a part of it, under whose name it may be used later.</summary>
    private static bool IsNamedOtherwise(SyntaxNode mention)
    {
        var value = mention;
        while (value.Parent is { } around && HandsOn(around, value))
        {
            value = around;
        }

        return value.Parent is AssignmentExpressionSyntax assignment ? assignment.Right == value : value.Parent is EqualsValueClauseSyntax or ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax } or ArgumentSyntax { Parent: TupleExpressionSyntax } or InitializerExpressionSyntax or ForEachStatementSyntax ||
            mention.Ancestors().Any(static around => around is AnonymousFunctionExpressionSyntax);
    }

    /// <summary>Whether what comes out of an expression may be a view of the part: not what is made of it by a method it is given to, nor text and numbers.</summary>
    private static bool HandsOn(SyntaxNode whole, SyntaxNode part) => whole switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } access => access.Expression == part && !IsOfCopy(name),
        InvocationExpressionSyntax call => call.Expression == part,
        ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: not RangeExpressionSyntax }] } => false,
        ExpressionSyntax and not (AwaitExpressionSyntax or AssignmentExpressionSyntax or BaseObjectCreationExpressionSyntax or BinaryExpressionSyntax { RawKind: not (int)SyntaxKind.CoalesceExpression }) => true,
        _ => false,
    };

    private static bool IsOfCopy(string member) => member is "Length" or "Count" or "IsEmpty" or "ValueKind" || member.StartsWith("To", System.StringComparison.Ordinal) || TextAndNumbers.Contains(member);

    private static bool IsCompletedWhereReturned(SyntaxNode body)
    {
        var returned = body is ExpressionSyntax only ? new[] { only } : body.DescendantNodes(IsOfThisBody).OfType<ReturnStatementSyntax>().Select(static way => way.Expression).OfType<ExpressionSyntax>().ToArray();
        return returned.All(IsCompleted);
    }

    private static bool IsCompleted(ExpressionSyntax result) => result switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CompletedTask" } => true,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "FromResult" or "FromException" or "FromCanceled" } } => true,
        LiteralExpressionSyntax or DefaultExpressionSyntax or ThrowExpressionSyntax => true,
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [] or [{ Expression: LiteralExpressionSyntax or MemberAccessExpressionSyntax or IdentifierNameSyntax or BinaryExpressionSyntax or ElementAccessExpressionSyntax }] } made => !IsNamedTask(made.ArgumentList!.Arguments.FirstOrDefault()?.Expression),
        ConditionalExpressionSyntax choice => IsCompleted(choice.WhenTrue) && IsCompleted(choice.WhenFalse),
        ParenthesizedExpressionSyntax inner => IsCompleted(inner.Expression),
        _ => false,
    };

    /// <summary>Whether a name says that it is work of another's: <c>new ValueTask&lt;int&gt;(_read.Task)</c>.</summary>
    private static bool IsNamedTask(ExpressionSyntax? value) =>
        ((value as MemberAccessExpressionSyntax)?.Name ?? value as SimpleNameSyntax)?.Identifier.ValueText.EndsWith("task", System.StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsOfThisBody(SyntaxNode node) => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);
}
