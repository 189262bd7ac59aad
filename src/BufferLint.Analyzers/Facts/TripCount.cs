// How often growth in loops within loops with constant bounds happens in all: for (int i = 0; i < 4; i++) for (…). One
// loop alone is followed turn by turn (Flow/SizeBounds.cs), which no product of turns can be.
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

internal static class TripCount
{
    /// <summary>The product of the turns of all constant loops around a node, if they are several; else 1.</summary>
    /// <param name="node">The growth.</param>
    /// <param name="turns">The turns of each loop with constant bounds.</param>
    public static int Of(SyntaxNode node, IReadOnlyDictionary<SyntaxNode, long> turns)
    {
        long trips = 1;
        var loops = 0;
        for (var at = node; turns.Count > 1 && at is not null and not (MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax); at = at.Parent)
        {
            if (turns.TryGetValue(at, out var ofThis))
            {
                loops++;
                trips = System.Math.Min(trips * ofThis, int.MaxValue);
            }
        }

        return loops > 1 ? (int)trips : 1;
    }

    /// <summary>How often a loop runs that counts from one constant to another.</summary>
    public static long? Turns(IForLoopOperation loop)
    {
        if (loop is not { Before: [IVariableDeclarationGroupOperation { Declarations: [{ Declarators: [{ Symbol: var counter, Initializer.Value.ConstantValue: { HasValue: true, Value: int first } }] }] }], Condition: IBinaryOperation { LeftOperand: ILocalReferenceOperation { Local: var compared }, RightOperand.ConstantValue: { HasValue: true, Value: int last } } condition, AtLoopBottom: [IExpressionStatementOperation { Operation: IIncrementOrDecrementOperation { Target: ILocalReferenceOperation { Local: var stepped } } step }] } ||
            !SymbolEqualityComparer.Default.Equals(counter, compared) || !SymbolEqualityComparer.Default.Equals(counter, stepped))
        {
            return null;
        }

        var distance = step.Kind == OperationKind.Increment ? (long)last - first : (long)first - last;
        return condition.OperatorKind switch
        {
            BinaryOperatorKind.NotEquals => System.Math.Max(distance, 1),
            BinaryOperatorKind.LessThan or BinaryOperatorKind.GreaterThan => System.Math.Max(distance, 1),
            BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThanOrEqual => System.Math.Max(distance + 1, 1),
            _ => null,
        };
    }
}
