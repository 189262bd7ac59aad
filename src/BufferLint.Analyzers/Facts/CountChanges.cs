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

    private static IEnumerable<IOperation> Operations(BasicBlock block) => block.BranchValue is { } value ? block.Operations.Add(value) : block.Operations;

    private static bool IsKeptNumber(IOperation target) => target is IFieldReferenceOperation or IPropertyReferenceOperation && IsNumber(target.Type);

    private static bool AssignsNumber(IMethodSymbol method) =>
        AssignedNames.Of(method, CancellationToken.None).Any(name => method.ContainingType.GetMembers(name).Any(static member => member is IFieldSymbol { Type: var type } && IsNumber(type)));

    private static bool IsNumber(ITypeSymbol? type) => type is { SpecialType: >= SpecialType.System_Int16 and <= SpecialType.System_UInt64 or SpecialType.System_IntPtr or SpecialType.System_UIntPtr };
}
