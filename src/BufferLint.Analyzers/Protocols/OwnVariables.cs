// Variables of one member that never have what a field holds: all that they are given is made there, or got from code that
// nobody sees, and they are put into no field. What a member rents for itself and gives back is nobody's field.
using System.Collections.Generic;
using System.Linq;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Protocols;

/// <summary>Says what values in one member may be those of fields.</summary>
internal sealed class OwnVariables
{
    /// <summary>How many variables are gone through from one to the next.</summary>
    private const int MaxDepth = 4;

    private readonly Dictionary<ISymbol, List<IOperation>> _given = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _others = new(SymbolEqualityComparer.Default);

    /// <param name="code">The code of the member, functions in it included.</param>
    public OwnVariables(IEnumerable<IOperation> code)
    {
        foreach (var operation in code)
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation { Syntax: VariableDeclaratorSyntax, Symbol: { RefKind: RefKind.None } declared } declarator:
                    Give(declared, declarator.GetVariableInitializer()?.Value);
                    break;
                case IVariableDeclaratorOperation { Symbol: var other }:
                    _others.Add(other);
                    break;
                case ILocalReferenceOperation reference:
                    Note(reference);
                    break;
            }
        }
    }

    /// <summary>Whether a value may be what a field holds, or a part of it.</summary>
    public bool MayBeOfField(IOperation value, int depth = 0) => value switch
    {
        { ConstantValue.HasValue: true } or { Kind: OperationKind.None } => false,
        IObjectCreationOperation or IArrayCreationOperation or IDefaultValueOperation or IBinaryOperation or IInstanceReferenceOperation => false,
        IConversionOperation { OperatorMethod: null } conversion => MayBeOfField(conversion.Operand, depth),
        IConditionalOperation { WhenFalse: { } otherwise } choice => MayBeOfField(choice.WhenTrue, depth) || MayBeOfField(otherwise, depth),
        ICoalesceOperation choice => MayBeOfField(choice.Value, depth) || MayBeOfField(choice.WhenNull, depth),
        ISimpleAssignmentOperation { IsRef: false, Target: ILocalReferenceOperation } assignment => MayBeOfField(assignment.Value, depth),
        IInvocationOperation call => !IsUnseen(call),
        ILocalReferenceOperation { Local: var local } => depth == MaxDepth || _others.Contains(local) || !_given.TryGetValue(local, out var given) || given.Any(from => MayBeOfField(from, depth + 1)),
        _ => true,
    };

    /// <summary>Whether what a call results in is nothing that a run knows: not what exchanges variables, goes through a collection, or has code that may be run.</summary>
    private static bool IsUnseen(IInvocationOperation call) =>
        call.TargetMethod is { MethodKind: MethodKind.Ordinary, ContainingType.TypeKind: not TypeKind.Interface, DeclaringSyntaxReferences.IsEmpty: true } method &&
        !(call.Instance is IInstanceReferenceOperation && TypeHierarchy.IsOverridable(method)) &&
        method.ContainingType is not ({ Name: "Interlocked" or "Volatile" } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }) && !MemberRun.GoesThroughElements(method);

    private void Note(ILocalReferenceOperation reference)
    {
        switch (reference.Parent)
        {
            case ISimpleAssignmentOperation assignment when assignment.Target == reference && !assignment.IsRef:
                Give(reference.Local, assignment.Value);
                break;
            case ICoalesceAssignmentOperation assignment when assignment.Target == reference:
                Give(reference.Local, assignment.Value);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.None or RefKind.In }:
                break;
            case IArgumentOperation or ISimpleAssignmentOperation { IsRef: true } or ITupleOperation or IAddressOfOperation or IDeclarationExpressionOperation or IConditionalOperation { IsRef: true } or IInvalidOperation:
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } }:
                _others.Add(reference.Local);
                break;
            default:
                if (IsPutElsewhere(reference))
                {
                    _others.Add(reference.Local);
                }

                break;
        }
    }

    /// <summary>Whether what a variable has is put into a field, or whatever is no variable: the field has it from then on.</summary>
    private static bool IsPutElsewhere(IOperation value)
    {
        while (value.Parent is IConversionOperation or IConditionalOperation or ICoalesceOperation or IParenthesizedOperation)
        {
            value = value.Parent;
        }

        return value.Parent is IAssignmentOperation { Target: not ILocalReferenceOperation } assignment && assignment.Value == value;
    }

    private void Give(ISymbol local, IOperation? value)
    {
        if (!_given.TryGetValue(local, out var given))
        {
            _given.Add(local, given = new List<IOperation>());
        }

        if (value is not null)
        {
            given.Add(value);
        }
    }
}
