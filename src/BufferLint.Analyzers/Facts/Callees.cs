// Which methods written in source a call runs. Facts ask for their summaries; summaries ask in what order to make them.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

/// <summary>From operations to the methods they run.</summary>
internal static class Callees
{
    /// <summary>The definition of the method that a call of <paramref name="target"/> runs, if it has source and nobody can have overridden it.</summary>
    /// <param name="target">What the call names.</param>
    /// <param name="isOnBase">Whether it is called by <c>base.</c>, so that overrides do not count.</param>
    public static IMethodSymbol? Of(IMethodSymbol? target, bool isOnBase = false)
    {
        var definition = (target?.ReducedFrom ?? target)?.OriginalDefinition;
        definition = definition?.PartialImplementationPart ?? definition;
        return definition is { IsAbstract: false, IsExtern: false, DeclaringSyntaxReferences.IsEmpty: false, MethodKind: not (MethodKind.LocalFunction or MethodKind.AnonymousFunction or MethodKind.DelegateInvoke) } &&
            (isOnBase || !IsOverridable(definition)) ? definition : null;
    }

    /// <summary>Whether a call through <paramref name="method"/> may run another one.</summary>
    public static bool IsOverridable(IMethodSymbol method) =>
        (method.IsVirtual || method.IsAbstract || (method.IsOverride && !method.IsSealed)) && method.ContainingType is { IsSealed: false, IsValueType: false };

    /// <summary>All methods with source that a body and the functions nested in it call, in source order, each once.</summary>
    public static ImmutableArray<IMethodSymbol> In(ControlFlowGraph graph)
    {
        var found = ImmutableArray.CreateBuilder<IMethodSymbol>();
        var known = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var body in WithNested(graph))
        {
            foreach (var block in body.Blocks)
            {
                foreach (var operation in block.BranchValue is { } value ? block.Operations.Add(value) : block.Operations)
                {
                    foreach (var inner in operation.DescendantsAndSelf())
                    {
                        foreach (var callee in RunBy(inner))
                        {
                            if (known.Add(callee))
                            {
                                found.Add(callee);
                            }
                        }
                    }
                }
            }
        }

        return found.ToImmutable();
    }

    /// <summary>Whether a body runs when its elements are asked for, not when it is called.</summary>
    public static bool IsIterator(ControlFlowGraph graph) =>
        graph.Blocks.Any(static block => block.Operations.Any(static operation => operation is IReturnOperation { Kind: OperationKind.YieldReturn or OperationKind.YieldBreak }));

    /// <summary>The type of an expression behind conversions that change nothing.</summary>
    public static ITypeSymbol? ReceiverType(IOperation? instance) => instance is IConversionOperation conversion ? conversion.Operand.Type : instance?.Type;

    private static IEnumerable<IMethodSymbol> RunBy(IOperation operation) => operation switch
    {
        IInvocationOperation invocation => Only(Of(Implementation(invocation), IsBase(invocation.Instance))),
        IObjectCreationOperation creation => Only(Of(creation.Constructor)),
        IPropertyReferenceOperation property => Only(Of(property.Property.GetMethod, IsBase(property.Instance))).Concat(Only(Of(property.Property.SetMethod, IsBase(property.Instance)))),
        IBinaryOperation binary => Only(Of(binary.OperatorMethod)),
        IUnaryOperation unary => Only(Of(unary.OperatorMethod)),
        IConversionOperation conversion => Only(Of(conversion.OperatorMethod)),
        ICompoundAssignmentOperation compound => Only(Of(compound.OperatorMethod)),
        IIncrementOrDecrementOperation increment => Only(Of(increment.OperatorMethod)),
        _ => Enumerable.Empty<IMethodSymbol>(),
    };

    /// <summary>What is really called where the receiver's type tells: a <c>using</c> calls Dispose through its interface.</summary>
    public static IMethodSymbol Implementation(IInvocationOperation invocation)
    {
        var target = invocation.TargetMethod;
        return target.ContainingType?.TypeKind == TypeKind.Interface && ReceiverType(invocation.Instance) is { TypeKind: TypeKind.Class or TypeKind.Struct } receiver
            ? receiver.FindImplementationForInterfaceMember(target) as IMethodSymbol ?? target
            : target;
    }

    public static bool IsBase(IOperation? instance) => instance is IInstanceReferenceOperation { Syntax: BaseExpressionSyntax };

    private static IEnumerable<IMethodSymbol> Only(IMethodSymbol? method) => method is null ? Enumerable.Empty<IMethodSymbol>() : new[] { method };

    private static IEnumerable<ControlFlowGraph> WithNested(ControlFlowGraph graph)
    {
        yield return graph;
        foreach (var function in graph.LocalFunctions)
        {
            foreach (var inner in WithNested(graph.GetLocalFunctionControlFlowGraph(function)))
            {
                yield return inner;
            }
        }

        foreach (var block in graph.Blocks)
        {
            foreach (var operation in block.BranchValue is { } value ? block.Operations.Add(value) : block.Operations)
            {
                foreach (var lambda in operation.DescendantsAndSelf().OfType<IFlowAnonymousFunctionOperation>())
                {
                    foreach (var inner in WithNested(graph.GetAnonymousFunctionControlFlowGraph(lambda)))
                    {
                        yield return inner;
                    }
                }
            }
        }
    }
}
