// Whether code takes the room that there is: it moves a count on, or writes elements.
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using BufferLint.Graph;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

/// <summary>Tells code that fills from code that only makes room.</summary>
internal static class CountChanges
{
    /// <summary>Whether a block changes a number that is kept, or writes an element.</summary>
    /// <param name="block">The block.</param>
    /// <param name="hasGrown">Whether the storage was surely replaced on the way: a number set then may be its capacity, and a loop fills the new storage with the old elements.</param>
    /// <param name="isRepeated">Whether the block stands in a loop.</param>
    public static bool In(BasicBlock block, bool hasGrown, bool isRepeated) =>
        Operations(block).SelectMany(static operation => operation.DescendantsAndSelf()).Any(operation => operation switch
        {
            IIncrementOrDecrementOperation increment => IsKeptNumber(increment.Target),
            ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } compound => IsKeptNumber(compound.Target),
            IAssignmentOperation assignment when !hasGrown && IsKeptNumber(assignment.Target) => assignment.Value.ConstantValue is not { HasValue: true, Value: 0 },
            IAssignmentOperation assignment => !(hasGrown && isRepeated) && assignment.Target is IArrayElementReferenceOperation or IPropertyReferenceOperation { Arguments.IsEmpty: false },
            IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.IsEmpty: false } callee } => !hasGrown && AssignsNumber(callee),
            _ => false,
        });

    /// <summary>What a number goes up by where it is set; <see langword="null"/> if nobody knows, zero where it does not.</summary>
    /// <param name="set">The increment or assignment.</param>
    public static int? AddedBy(IOperation set) => set switch
    {
        IIncrementOrDecrementOperation increment => increment.Kind == OperationKind.Increment ? 1 : 0,
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Subtract } => 0,
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, Value.ConstantValue: { HasValue: true, Value: int added } } => System.Math.Max(added, 0),
        ISimpleAssignmentOperation { Value.ConstantValue: { HasValue: true, Value: 0 } } => 0,
        _ => null,
    };

    /// <summary>What kept counts go up by in a block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="apart">Calls that are not looked at.</param>
    /// <returns>Each count with its amount; no count where a called method may set any.</returns>
    public static IEnumerable<(ISymbol? Count, int? Amount)> Taken(BasicBlock block, ICollection<SyntaxNode> apart)
    {
        foreach (var operation in Operations(block).SelectMany(static operation => operation.DescendantsAndSelf()))
        {
            var target = operation switch
            {
                IIncrementOrDecrementOperation increment => increment.Target,
                IAssignmentOperation assignment => assignment.Target,
                _ => null,
            };
            if (target is not null && IsKeptNumber(target) && IsNumber(target.Type) && AddedBy(operation) is not 0)
            {
                yield return (((IMemberReferenceOperation)target).Member, AddedBy(operation));
            }
            else if (operation is IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.IsEmpty: false } callee } && !apart.Contains(operation.Syntax) && AssignsNumber(callee))
            {
                yield return (null, null);
            }
        }
    }

    private static IEnumerable<IOperation> Operations(BasicBlock block) => block.BranchValue is { } value ? block.Operations.Add(value) : block.Operations;

    private static bool IsKeptNumber(IOperation target) => target is IFieldReferenceOperation or IPropertyReferenceOperation && IsNumber(target.Type);

    private static bool AssignsNumber(IMethodSymbol method) =>
        AssignedNames.Of(method, CancellationToken.None).Any(name => method.ContainingType.GetMembers(name).Any(static member => member is IFieldSymbol { Type: var type } && IsNumber(type)));

    /// <summary>Whether a type can count elements.</summary>
    public static bool IsNumber(ITypeSymbol? type) => type is { SpecialType: >= SpecialType.System_Int16 and <= SpecialType.System_UInt64 or SpecialType.System_IntPtr or SpecialType.System_UIntPtr };
}
