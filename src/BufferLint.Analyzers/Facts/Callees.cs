// Which methods written in source a call runs. Facts ask for their summaries; summaries ask in what order to make them.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Graph;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

/// <summary>From operations to the methods they run.</summary>
internal static class Callees
{
    /// <summary>The definitions of the methods that a call can run; none unless all have source and outsiders can add no other.</summary>
    /// <param name="target">What the call names.</param>
    /// <param name="receiver">What it is called on.</param>
    /// <param name="exact">The type that the receiver was made as, where that is known.</param>
    /// <param name="hierarchy">What virtual calls can run.</param>
    public static ImmutableArray<IMethodSymbol> Of(IMethodSymbol? target, IOperation? receiver, INamedTypeSymbol? exact, TypeHierarchy hierarchy)
    {
        if ((target?.ReducedFrom ?? target)?.OriginalDefinition is not { } definition)
        {
            return ImmutableArray<IMethodSymbol>.Empty;
        }

        if (!TypeHierarchy.IsOverridable(definition) || IsBase(receiver))
        {
            return WithSource(definition) is { } only ? ImmutableArray.Create(only) : ImmutableArray<IMethodSymbol>.Empty;
        }

        if ((exact ?? ReceiverType(receiver)) is not INamedTypeSymbol type)
        {
            return ImmutableArray<IMethodSymbol>.Empty;
        }

        var found = hierarchy.ImplementationsOf(definition, type, exact is not null).Select(WithSource).ToArray();
        return found.Any(static implementation => implementation is null) ? ImmutableArray<IMethodSymbol>.Empty : ImmutableArray.CreateRange(found.OfType<IMethodSymbol>());
    }

    /// <summary>The method itself, as the part of it that has code; <see langword="null"/> if none has.</summary>
    public static IMethodSymbol? WithSource(IMethodSymbol method)
    {
        var definition = method.PartialImplementationPart ?? method;
        return definition is { IsAbstract: false, IsExtern: false, DeclaringSyntaxReferences.IsEmpty: false, MethodKind: not (MethodKind.LocalFunction or MethodKind.AnonymousFunction or MethodKind.DelegateInvoke) } ? definition : null;
    }

    /// <summary>All methods with source that a body and the functions nested in it can call, in source order, each once.</summary>
    public static ImmutableArray<IMethodSymbol> In(ControlFlowGraph graph, TypeHierarchy hierarchy)
    {
        var found = ImmutableArray.CreateBuilder<IMethodSymbol>();
        var known = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var operations = OperationsIn(graph);
        INamedTypeSymbol[]? made = null;
        Action<IMethodSymbol, IOperation?> add = AddCalled;
        foreach (var operation in operations)
        {
            AddNamed(operation, add);
        }

        return found.ToImmutable();

        INamedTypeSymbol[] TypesMade() => operations.Select(TypeMadeBy).OfType<INamedTypeSymbol>().Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default).ToArray();

        void AddCalled(IMethodSymbol target, IOperation? receiver)
        {
            Add(Of(target, receiver, null, hierarchy));
            if (TypeHierarchy.IsOverridable(target.OriginalDefinition))
            {
                foreach (var exact in made ??= TypesMade())
                {
                    Add(Of(target, receiver, exact, hierarchy));
                }
            }
        }

        void Add(ImmutableArray<IMethodSymbol> callees)
        {
            foreach (var callee in callees)
            {
                if (known.Add(callee))
                {
                    found.Add(callee);
                }
            }
        }
    }

    /// <summary>All operations of a body and the functions nested in it.</summary>
    public static List<IOperation> OperationsIn(ControlFlowGraph graph)
    {
        var operations = new List<IOperation>();
        AddOperations(graph, operations, new OperationWalk());
        return operations;
    }

    /// <summary>Whether a body runs when its elements are asked for, not when it is called.</summary>
    public static bool IsIterator(ControlFlowGraph graph) =>
        graph.Blocks.Any(static block => block.Operations.Any(static operation => operation is IReturnOperation { Kind: OperationKind.YieldReturn or OperationKind.YieldBreak }));

    /// <summary>The type of an expression behind conversions that change nothing.</summary>
    public static ITypeSymbol? ReceiverType(IOperation? instance) => instance is IConversionOperation conversion ? conversion.Operand.Type : instance?.Type;

    /// <summary>The type of what an operation makes: a new object, or one that a struct is copied into.</summary>
    public static ITypeSymbol? TypeMadeBy(IOperation operation) => operation switch
    {
        IObjectCreationOperation creation => creation.Type,
        IConversionOperation { Type.IsReferenceType: true, OperatorMethod: null, Operand.Type: { IsValueType: true } boxed } => OwningStructs.Behind(boxed),
        _ => null,
    };

    /// <summary>Tells what an operation calls by name, and on what.</summary>
    private static void AddNamed(IOperation operation, Action<IMethodSymbol, IOperation?> add)
    {
        var (target, receiver) = operation switch
        {
            IInvocationOperation invocation => (Implementation(invocation), invocation.Instance),
            IObjectCreationOperation creation => (creation.Constructor, null),
            IPropertyReferenceOperation property => (property.Property.GetMethod, property.Instance),
            IBinaryOperation binary => (binary.OperatorMethod, null),
            IUnaryOperation unary => (unary.OperatorMethod, null),
            IConversionOperation conversion => (conversion.OperatorMethod, null),
            ICompoundAssignmentOperation compound => (compound.OperatorMethod, compound.Target),
            IIncrementOrDecrementOperation increment => (increment.OperatorMethod, increment.Target),
            _ => (null, (IOperation?)null),
        };
        if (target is not null)
        {
            add(target, receiver);
        }

        if (operation is IPropertyReferenceOperation { Property.SetMethod: { } setter })
        {
            add(setter, receiver);
        }
    }

    /// <summary>What is really called where the receiver's type tells: a <c>using</c> calls Dispose through its interface.</summary>
    public static IMethodSymbol Implementation(IInvocationOperation invocation)
    {
        var target = invocation.TargetMethod;
        return target.ContainingType?.TypeKind == TypeKind.Interface && ReceiverType(invocation.Instance) is { TypeKind: TypeKind.Class or TypeKind.Struct } receiver
            ? receiver.FindImplementationForInterfaceMember(target) as IMethodSymbol ?? target
            : target;
    }

    public static bool IsBase(IOperation? instance) => instance is IInstanceReferenceOperation { Syntax: BaseExpressionSyntax };

    private static void AddOperations(ControlFlowGraph graph, List<IOperation> operations, OperationWalk walk)
    {
        var first = operations.Count;
        foreach (var block in graph.Blocks)
        {
            foreach (var operation in block.Operations)
            {
                walk.AddTo(operations, operation);
            }

            if (block.BranchValue is { } value)
            {
                walk.AddTo(operations, value);
            }
        }

        var end = operations.Count;
        foreach (var function in graph.LocalFunctions)
        {
            AddOperations(graph.GetLocalFunctionControlFlowGraph(function), operations, walk);
        }

        for (var index = first; index < end; index++)
        {
            if (operations[index] is IFlowAnonymousFunctionOperation lambda)
            {
                AddOperations(graph.GetAnonymousFunctionControlFlowGraph(lambda), operations, walk);
            }
        }
    }
}
