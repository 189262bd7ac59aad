// Which methods written in source a call runs. Facts ask for their summaries; summaries ask in what order to make them.
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
        var called = new List<(IMethodSymbol Target, IOperation? Receiver)>();
        var making = new List<IOperation>();
        foreach (var operation in OperationsIn(graph))
        {
            AddNamed(operation, called);
            if (operation is IObjectCreationOperation or IConversionOperation { Type.IsReferenceType: true, Operand.Type.IsValueType: true })
            {
                making.Add(operation);
            }
        }

        var made = default(INamedTypeSymbol[]);
        var found = default(ImmutableArray<IMethodSymbol>.Builder);
        var known = default(HashSet<ISymbol>);
        foreach (var (target, receiver) in called)
        {
            Add(Of(target, receiver, null, hierarchy));
            if (TypeHierarchy.IsOverridable(target.OriginalDefinition))
            {
                foreach (var exact in made ??= making.Select(TypeMadeBy).OfType<INamedTypeSymbol>().Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default).ToArray())
                {
                    Add(Of(target, receiver, exact, hierarchy));
                }
            }
        }

        return found?.ToImmutable() ?? ImmutableArray<IMethodSymbol>.Empty;

        void Add(ImmutableArray<IMethodSymbol> callees)
        {
            foreach (var callee in callees)
            {
                if ((known ??= new HashSet<ISymbol>(SymbolEqualityComparer.Default)).Add(callee))
                {
                    (found ??= ImmutableArray.CreateBuilder<IMethodSymbol>()).Add(callee);
                }
            }
        }
    }

    /// <summary>All operations of a body and the functions nested in it, one after the other.</summary>
    public static IEnumerable<IOperation> OperationsIn(ControlFlowGraph graph)
    {
        var walk = new OperationWalk();
        var open = new Stack<ControlFlowGraph>();
        open.Push(graph);
        while (open.Count > 0)
        {
            var next = open.Pop();
            var lambdas = default(List<IFlowAnonymousFunctionOperation>);
            foreach (var block in next.Blocks)
            {
                for (var index = 0; index <= block.Operations.Length; index++)
                {
                    if ((index < block.Operations.Length ? block.Operations[index] : block.BranchValue) is not { } outermost)
                    {
                        continue;
                    }

                    foreach (var operation in walk.Within(outermost))
                    {
                        if (operation is IFlowAnonymousFunctionOperation lambda)
                        {
                            (lambdas ??= new List<IFlowAnonymousFunctionOperation>()).Add(lambda);
                        }

                        yield return operation;
                    }
                }
            }

            // The first of the functions is next, those written as members before lambdas.
            for (var index = (lambdas?.Count ?? 0) - 1; index >= 0; index--)
            {
                open.Push(next.GetAnonymousFunctionControlFlowGraph(lambdas![index]));
            }

            foreach (var function in next.LocalFunctions.Reverse())
            {
                open.Push(next.GetLocalFunctionControlFlowGraph(function));
            }
        }
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

    /// <summary>Tells what an operation calls by name, and on what; not where that has no source, and nobody can override it.</summary>
    private static void AddNamed(IOperation operation, List<(IMethodSymbol Target, IOperation? Receiver)> called)
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
        Add(target);
        Add((operation as IPropertyReferenceOperation)?.Property.SetMethod);

        void Add(IMethodSymbol? named)
        {
            if (named is not null && (TypeHierarchy.IsOverridable(named.OriginalDefinition) || !named.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty))
            {
                called.Add((named, receiver));
            }
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
}
