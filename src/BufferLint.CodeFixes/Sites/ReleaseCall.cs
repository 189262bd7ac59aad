// The call that gives a lease back, as its source shows it: `pool.Return(array);`, `owner.Dispose();`, `Marshal.FreeHGlobal(p);`.
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes.Sites;

/// <summary>A release of a variable that stands as a statement of its own.</summary>
/// <param name="Call">The call.</param>
/// <param name="Released">What is released, as it is written.</param>
/// <param name="Variable">The local, parameter or field of this object, or static field, that is released.</param>
/// <param name="Statement">The statement.</param>
internal sealed record ReleaseCall(InvocationExpressionSyntax Call, ExpressionSyntax Released, ISymbol Variable, ExpressionStatementSyntax Statement)
{
    /// <summary>The release at a node; <see langword="null"/> if it is part of something larger, or releases no variable.</summary>
    public static ReleaseCall? Of(SyntaxNode? release, SemanticModel model, CancellationToken cancellation) =>
        release is InvocationExpressionSyntax { Parent: ExpressionStatementSyntax statement } call && Operand(call) is { } operand &&
        VariableOf(operand, model, cancellation) is { } variable
            ? new ReleaseCall(call, operand, variable, statement)
            : null;

    /// <summary>Whether one of some variables is released in a statement in the same manner.</summary>
    public bool IsRepeatedIn(StatementSyntax statement, IReadOnlyList<ISymbol> variables, SemanticModel model, CancellationToken cancellation) =>
        statement.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Any(call =>
            NameOf(call) == NameOf(Call) && Of(call, model, cancellation) is { } other && variables.Contains(other.Variable, SymbolEqualityComparer.Default));

    /// <summary>Whether the call does the same wherever it stands among some statements: all it names is a variable that keeps its value there.</summary>
    public bool MeansTheSameAfter(IReadOnlyList<StatementSyntax> crossed, SemanticModel model, CancellationToken cancellation) =>
        Call.DescendantNodes().All(node => node switch
        {
            InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or AssignmentExpressionSyntax or AwaitExpressionSyntax or AnonymousFunctionExpressionSyntax or ElementAccessExpressionSyntax => false,
            SimpleNameSyntax name => model.GetSymbolInfo(name, cancellation).Symbol switch
            {
                IFieldSymbol { IsReadOnly: false, IsConst: false } field => !IsWritten(field, crossed, model, cancellation) && !crossed.SelectMany(statement => statement.DescendantNodesAndSelf()).Any(part => CallsThis(part, model, cancellation)),
                ILocalSymbol { IsConst: false } or IParameterSymbol => !IsWritten(model.GetSymbolInfo(name, cancellation).Symbol!, crossed, model, cancellation),
                IPropertySymbol property => property.IsStatic && property.SetMethod is null,
                ILocalSymbol or IFieldSymbol or IMethodSymbol or INamespaceOrTypeSymbol => true,
                _ => name.Parent is NameColonSyntax,
            },
            _ => true,
        });

    /// <summary>Whether evaluating what the call names changes nothing.</summary>
    public bool IsPure(SemanticModel model, CancellationToken cancellation) => MeansTheSameAfter(System.Array.Empty<StatementSyntax>(), model, cancellation);

    /// <summary>What a cast, a parenthesis or an exclamation mark is put around.</summary>
    public static ExpressionSyntax Bare(ExpressionSyntax expression) => expression switch
    {
        CastExpressionSyntax cast => Bare(cast.Expression),
        ParenthesizedExpressionSyntax inner => Bare(inner.Expression),
        PostfixUnaryExpressionSyntax unary when unary.IsKind(SyntaxKind.SuppressNullableWarningExpression) => Bare(unary.Operand),
        _ => expression,
    };

    private static ExpressionSyntax? Operand(InvocationExpressionSyntax call) => call switch
    {
        { ArgumentList.Arguments: [{ RefKindKeyword.RawKind: (int)SyntaxKind.None, Expression: var first }, ..] } => Bare(first),
        { Expression: MemberAccessExpressionSyntax access } => Bare(access.Expression),
        _ => null,
    };

    private static string? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    private static ISymbol? VariableOf(ExpressionSyntax operand, SemanticModel model, CancellationToken cancellation) =>
        operand is SimpleNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } &&
        model.GetSymbolInfo(operand, cancellation).Symbol is ILocalSymbol { IsRef: false } or IParameterSymbol { RefKind: RefKind.None } or IFieldSymbol
            ? model.GetSymbolInfo(operand, cancellation).Symbol
            : null;

    private static bool IsWritten(ISymbol variable, IReadOnlyList<StatementSyntax> crossed, SemanticModel model, CancellationToken cancellation) =>
        crossed.Any(statement => Writes.Mentions(statement, variable, model, cancellation).Any(Writes.IsWrite));

    private static bool CallsThis(SyntaxNode node, SemanticModel model, CancellationToken cancellation) =>
        node is ThisExpressionSyntax { Parent: not MemberAccessExpressionSyntax } ||
        (node is InvocationExpressionSyntax { Expression: SimpleNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or BaseExpressionSyntax } } call &&
         model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol { IsStatic: true });
}
