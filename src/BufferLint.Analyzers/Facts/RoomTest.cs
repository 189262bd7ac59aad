// Recognises conditions that ask a buffer written by hand for room: its storage is longer than the count kept beside it,
// by so many. Asked in place, or through a property or a predicate of the buffer's that is one expression.
using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

/// <summary>A question for room.</summary>
/// <param name="Form">Whose storage, and beside which count.</param>
/// <param name="Elements">For how many there is room where there is; <see langword="null"/> if the program computes it.</param>
/// <param name="TrueMeansRoom">Whether the condition is true where there is.</param>
internal sealed record RoomTest(RoomForm Form, int? Elements, bool TrueMeansRoom)
{
    /// <summary>The question that a condition asks; <see langword="null"/> if it asks another.</summary>
    public static RoomTest? Of(IOperation condition) => condition switch
    {
        IParenthesizedOperation parenthesized => Of(parenthesized.Operand),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => Not(Of(not.Operand)),
        IBinaryOperation { OperatorMethod: null } binary => Of(binary.OperatorKind, (form, takesAway) => form.Add(binary.LeftOperand, takesAway), (form, takesAway) => form.Add(binary.RightOperand, takesAway)),
        IInvocationOperation { TargetMethod: { ReturnType.SpecialType: SpecialType.System_Boolean } method } call when ExpressionOf(method) is { } expression =>
            Of(expression, method.ContainingType, method.IsStatic ? null : call.Instance, name => call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == name)?.Value is { } value ? value.ConstantValue.Value ?? value : null),
        IPropertyReferenceOperation { Property: { Type.SpecialType: SpecialType.System_Boolean } property } asked when ExpressionOf(property) is { } expression =>
            Of(expression, property.ContainingType, property.IsStatic ? null : asked.Instance, static _ => null),
        _ => null,
    };

    /// <summary>The one expression that a member written in source gives, if nobody can have overridden it.</summary>
    public static ExpressionSyntax? ExpressionOf(ISymbol member) =>
        member.IsVirtual || member.IsAbstract || (member.IsOverride && !member.IsSealed) || member.OriginalDefinition.DeclaringSyntaxReferences is not [var declared]
            ? null
            : declared.GetSyntax() switch
            {
                MethodDeclarationSyntax method => method.ExpressionBody?.Expression ?? Returned(method.Body),
                PropertyDeclarationSyntax { ExpressionBody: { } arrow } => arrow.Expression,
                PropertyDeclarationSyntax { AccessorList.Accessors: var accessors } when accessors.FirstOrDefault(static accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration)) is { } getter =>
                    getter.ExpressionBody?.Expression ?? Returned(getter.Body),
                _ => null,
            };

    private static ExpressionSyntax? Returned(BlockSyntax? body) => body?.Statements is [ReturnStatementSyntax { Expression: { } returned }] ? returned : null;

    private static RoomTest? Of(ExpressionSyntax condition, INamedTypeSymbol type, IOperation? holder, Func<string, object?> argument) => condition switch
    {
        ParenthesizedExpressionSyntax parenthesized => Of(parenthesized.Expression, type, holder, argument),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => Not(Of(not.Operand, type, holder, argument)),
        BinaryExpressionSyntax binary => Of(Kind(binary), (form, takesAway) => form.Add(binary.Left, takesAway, type, holder, argument), (form, takesAway) => form.Add(binary.Right, takesAway, type, holder, argument)),
        _ => null,
    };

    /// <param name="kind">How the sides are compared.</param>
    /// <param name="left">Adds the left side to a form, or takes it away.</param>
    /// <param name="right">The same with the right side.</param>
    private static RoomTest? Of(BinaryOperatorKind kind, Func<RoomForm, bool, RoomForm> left, Func<RoomForm, bool, RoomForm> right)
    {
        // All become «a form is at least nothing», or is nothing.
        var form = kind switch
        {
            BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals => right(left(new RoomForm(), false), true),
            BinaryOperatorKind.GreaterThan => right(left(new RoomForm(), false), true).Add(-1),
            BinaryOperatorKind.LessThanOrEqual => left(right(new RoomForm(), false), true),
            BinaryOperatorKind.LessThan => left(right(new RoomForm(), false), true).Add(-1),
            _ => null,
        };
        return form switch
        {
            null or { IsRoom: false, IsLack: false } or { Constant: > int.MaxValue or < -int.MaxValue } => null,
            _ when kind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals => form is { Constant: 0, HasOthers: false } ? new RoomTest(form, 1, kind == BinaryOperatorKind.NotEquals) : null,
            { IsRoom: true } => new RoomTest(form, form.HasOthers ? null : (int)-form.Constant, TrueMeansRoom: true),
            _ => new RoomTest(form, form.HasOthers ? null : (int)form.Constant + 1, TrueMeansRoom: false),
        };
    }

    private static RoomTest? Not(RoomTest? test) => test is null ? null : test with { TrueMeansRoom = !test.TrueMeansRoom };

    private static BinaryOperatorKind Kind(BinaryExpressionSyntax binary) => binary.Kind() switch
    {
        SyntaxKind.GreaterThanOrEqualExpression => BinaryOperatorKind.GreaterThanOrEqual,
        SyntaxKind.GreaterThanExpression => BinaryOperatorKind.GreaterThan,
        SyntaxKind.LessThanOrEqualExpression => BinaryOperatorKind.LessThanOrEqual,
        SyntaxKind.LessThanExpression => BinaryOperatorKind.LessThan,
        SyntaxKind.EqualsExpression => BinaryOperatorKind.Equals,
        SyntaxKind.NotEqualsExpression => BinaryOperatorKind.NotEquals,
        _ => BinaryOperatorKind.None,
    };
}
