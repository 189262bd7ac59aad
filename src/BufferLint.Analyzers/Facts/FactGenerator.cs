// Stage 4 of the pipeline: walks each block's operations in order of evaluation and writes down what happens to
// buffers. The last stage that sees IOperation. This part drives; the other parts each know one kind of operation.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using BufferLint.Graph;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

/// <summary>Turns one body into facts.</summary>
internal sealed partial class FactGenerator
{
    private readonly BufferModel _model;
    private readonly FlowGraph _graph;
    private readonly BodyScan _scan;
    private readonly IFunctionSummaries _functions;
    private readonly CancellationToken _cancellation;
    private readonly IAnalysisObserver? _observer;
    private readonly OriginTable _origins = new();
    private readonly HashSet<CaptureId> _lvalueCaptures;
    private readonly Dictionary<CaptureId, IOperation> _captured = new();
    private readonly Dictionary<ControlFlowBranch, List<Lesson>> _lessons = new();
    private readonly Dictionary<ISymbol, HashSet<string>> _assignedBy = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, IOperation> _answers = new(SymbolEqualityComparer.Default);
    private readonly IMethodSymbol? _owner;
    private readonly List<(Origin Held, SyntaxNode Syntax)> _returned = new();
    private readonly ImmutableArray<Fact>.Builder _facts = ImmutableArray.CreateBuilder<Fact>();
    private int _count;
    private bool _inTry;
    private bool _tellsAllThrows;
    private bool _suspends;

    private FactGenerator(BufferModel model, FlowGraph graph, ISymbol? owner, BodyScan scan, IFunctionSummaries functions, CancellationToken cancellation, IAnalysisObserver? observer)
    {
        _model = model;
        _graph = graph;
        _scan = scan;
        _functions = functions;
        _cancellation = cancellation;
        _observer = observer;
        _lvalueCaptures = CaptureScan.LValues(graph.Source);
        _owner = owner as IMethodSymbol;
    }

    /// <summary>Makes the facts of a body.</summary>
    /// <param name="model">What members do.</param>
    /// <param name="graph">The body's graph.</param>
    /// <param name="owner">The method or function whose body it is.</param>
    /// <param name="scan">Who assigns what in the whole member the body stands in.</param>
    /// <param name="functions">What the lambdas and local functions in it do.</param>
    /// <param name="maxFacts">The budget, in facts.</param>
    /// <param name="tellsAllThrows">Whether what may throw is written down outside of a <c>try</c> too.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <param name="observer">Hears of operations without a model.</param>
    /// <param name="measures">Whether sizes are written down.</param>
    /// <param name="isFollowed">Whether calls of a method are looked into; all are if it is <see langword="null"/>.</param>
    /// <returns><see langword="null"/> if the body is over budget.</returns>
    public static FactTable? Generate(BufferModel model, FlowGraph graph, ISymbol? owner, BodyScan scan, IFunctionSummaries functions, int maxFacts, bool tellsAllThrows, CancellationToken cancellation, IAnalysisObserver? observer = null, bool measures = false, System.Func<IMethodSymbol, bool>? isFollowed = null) =>
        new FactGenerator(model, graph, owner, scan, functions, cancellation, observer) { _tellsAllThrows = tellsAllThrows, _measures = measures, _isFollowed = isFollowed ?? (static _ => true) }.Run(maxFacts);

    private FactTable? Run(int maxFacts)
    {
        var blocks = _graph.Source.Blocks;
        var ofBlock = new ImmutableArray<Fact>[blocks.Length];
        foreach (var block in blocks)
        {
            _facts.Clear();
            _inTry = IsGuarded(block);
            foreach (var operation in block.Operations)
            {
                _cancellation.ThrowIfCancellationRequested();
                if (_count > maxFacts)
                {
                    return null;
                }

                var first = _origins.All.Count;
                Evaluate(operation);
                if (_origins.All.Count > first)
                {
                    Emit(new Kill(operation.Syntax, first, _origins.All.Count));
                }
            }

            if (block.BranchValue is { } value)
            {
                EvaluateBranch(block, value);
            }

            EndFixed(block.FallThroughSuccessor);
            EndFixed(block.ConditionalSuccessor);
            if (block.Kind == BasicBlockKind.Exit)
            {
                EmitHandedOut();
            }

            ofBlock[block.Ordinal] = _facts.ToImmutable();
        }

        return new FactTable(_owner, _origins, ofBlock, _lessons, _count)
        {
            TakesAddresses = _takesAddresses,
            FollowsReadOnly = _followsReadOnly || _scan.CastsReadOnlyAway,
            Suspends = _suspends,
            CopiesOwners = _copiesOwners,
            Handler = _owner is { MethodKind: MethodKind.AnonymousFunction } ? _scan.HandlerOf(_owner) : null,
        };
    }

    private void EvaluateBranch(BasicBlock block, IOperation value)
    {
        if (block.FallThroughSuccessor is { Semantics: ControlFlowBranchSemantics.Return })
        {
            var result = _owner is { RefKind: not RefKind.None } ? EvaluateRef(value) : Evaluate(value) ?? WithAddresses(value);
            if (result is not null && !block.FallThroughSuccessor.FinallyRegions.IsEmpty)
            {
                // Evaluated now, handed out after the finally blocks.
                var held = _origins.OfReturn(_returned.Count);
                EmitFlow(value, held, result);
                if (result.IsTemporary || value.Type is { IsValueType: true })
                {
                    CopyStruct(value, held, result, value.Type);
                }

                _returned.Add((held, value.Syntax));
                return;
            }

            EmitUse(result, UseKind.Return, value);
            return;
        }

        if (block.ConditionKind == ControlFlowConditionKind.None)
        {
            EmitUse(Evaluate(value), UseKind.Pass, value);
            return;
        }

        Condition(block, value);
    }

    /// <summary>The caller will use what it gets back: the result, and what its own variables were given.</summary>
    private void EmitHandedOut()
    {
        foreach (var (held, syntax) in _returned)
        {
            Emit(new Use(syntax, held, UseKind.Return) { IsTransfer = true });
        }

        foreach (var parameter in _owner?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty)
        {
            if (parameter.RefKind is RefKind.Out or RefKind.Ref && ViewTypes.IsView(parameter.Type) &&
                _origins.Find(parameter) is { } origin && parameter.DeclaringSyntaxReferences is [var declaration])
            {
                Emit(new Use(declaration.GetSyntax(_cancellation), origin, UseKind.Return) { IsTransfer = true });
            }
        }
    }

    private static bool IsGuarded(BasicBlock block)
    {
        for (var region = block.EnclosingRegion; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
        {
            if (region.Kind == ControlFlowRegionKind.Try)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Writes down the evaluation of an expression for its value.</summary>
    /// <returns>What holds the value, if a value of its type can hold a view or name an owner.</returns>
    private Origin? Evaluate(IOperation? operation)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return operation switch
        {
            null => null,
            IExpressionStatementOperation statement => Evaluate(statement.Operation),
            ILocalReferenceOperation { Local: var name } when _scan.SameVariable(name) is { } variable => Evaluate(variable),
            ILocalReferenceOperation local => Load(OriginOf(local), local.Local, local.Local.IsRef && !(_scan.IsReread(local) && _scan.KeepsItsValue(local.Local)), local),
            IParameterReferenceOperation parameter => Load(OriginOf(parameter.Parameter), parameter.Parameter, _scan.IsReseated(parameter.Parameter), parameter),
            IInstanceReferenceOperation => _origins.This,
            IFlowCaptureOperation capture => Capture(capture),
            IFlowCaptureReferenceOperation reference => LoadCapture(reference),
            IFieldReferenceOperation field => Field(field),
            IPropertyReferenceOperation property => Property(property, asRef: false),
            IEventReferenceOperation raised => Event(raised),
            IArrayElementReferenceOperation element => ArrayElement(element, asRef: false),
            IImplicitIndexerReferenceOperation indexer => ImplicitIndexer(indexer, asRef: false),
            IInvocationOperation invocation => Invocation(invocation, asRef: false),
            IObjectCreationOperation creation => ObjectCreation(creation),
            IArrayCreationOperation creation => ArrayCreation(creation),
            ICollectionExpressionOperation collection => CollectionExpression(collection),
            IConversionOperation conversion => Conversion(conversion),
            ISimpleAssignmentOperation assignment => Assignment(assignment),
            ICompoundAssignmentOperation compound => CompoundAssignment(compound),
            IIncrementOrDecrementOperation increment => Increment(increment),
            IDeconstructionAssignmentOperation deconstruction => Deconstruction(deconstruction),
            IDeclarationExpressionOperation declaration => Evaluate(declaration.Expression),
            ITupleOperation tuple => Tuple(tuple),
            IParenthesizedOperation parenthesized => Evaluate(parenthesized.Operand),
            IAwaitOperation awaited => Await(awaited),
            IEventAssignmentOperation assignment => EventAssignment(assignment),
            IIsNullOperation test => TestOnly(test.Operand),
            IIsPatternOperation pattern => Pattern(pattern),
            IBinaryOperation { ConstantValue: { HasValue: true, Value: string } } text => Constant(text, text.Type),
            IBinaryOperation binary => Binary(binary),
            IUnaryOperation { OperatorMethod: { } computing } unary => Computed(unary, computing, Evaluate(unary.Operand)),
            IFlowAnonymousFunctionOperation lambda => Lambda(lambda),
            IDelegateCreationOperation creation => Evaluate(creation.Target),
            IMethodReferenceOperation method => MethodReference(method),
            IAddressOfOperation address => AddressOf(address),
            IReturnOperation returned => Yield(returned),
            ILiteralOperation { ConstantValue: { HasValue: true, Value: string } } literal => Constant(literal, literal.Type),
            IUtf8StringOperation data when _scan.CastsReadOnlyAway => Constant(data, data.Type),
            ILiteralOperation or INameOfOperation or ITypeOfOperation or ISizeOfOperation or IDefaultValueOperation => null,
            _ => Other(operation),
        };
    }

    /// <summary>Writes down the evaluation of an expression for the place it names.</summary>
    private Origin? EvaluateRef(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation { Local: var name } when _scan.SameVariable(name) is { } variable => EvaluateRef(variable),
        ILocalReferenceOperation local => OriginOf(local),
        IParameterReferenceOperation parameter => OriginOf(parameter.Parameter),
        IDeclarationExpressionOperation declaration => EvaluateRef(declaration.Expression),
        IFlowCaptureReferenceOperation reference => _origins.Of(reference.Id),
        IPropertyReferenceOperation property => Property(property, asRef: true),
        IArrayElementReferenceOperation element => ArrayElement(element, asRef: true),
        IImplicitIndexerReferenceOperation indexer => ImplicitIndexer(indexer, asRef: true),
        IInvocationOperation invocation => Invocation(invocation, asRef: true),
        IParenthesizedOperation parenthesized => EvaluateRef(parenthesized.Operand),
        ISimpleAssignmentOperation { IsRef: true } assignment => Assignment(assignment),
        IFieldReferenceOperation { Instance: { Type.IsValueType: true } instance } field => FieldThrough(EvaluateRef(instance), field),
        { Kind: OperationKind.None } => Other(operation, asRef: true),
        _ => Evaluate(operation),
    };

    /// <summary>The origin of a parameter; one that belongs to the type is a part of this object, that of an extension block is this object.</summary>
    private Origin OriginOf(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is INamedTypeSymbol ? _origins.This :
        IsKeptByObject(parameter) && !SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, _owner) && Path(_origins.This, PathStep.Member(parameter), parameter.Name) is { } kept ? kept : _origins.Of(parameter);

    /// <summary>The origin of a variable that is only asked for, without any access.</summary>
    private Origin? Find(IOperation operation) => operation switch
    {
        ILocalReferenceOperation { Local: var name } when _scan.SameVariable(name) is { } variable => Find(variable),
        ILocalReferenceOperation local => _origins.Find(local.Local),
        IParameterReferenceOperation parameter => _origins.Find(parameter.Parameter),
        IFlowCaptureReferenceOperation reference => _origins.Of(reference.Id),
        IConversionOperation conversion => Find(conversion.Operand),
        IDeclarationExpressionOperation declaration => Find(declaration.Expression),
        ISimpleAssignmentOperation { IsRef: false } assignment => Find(assignment.Target),
        IFieldReferenceOperation { Type: { IsReferenceType: true } or IPointerTypeSymbol or { SpecialType: SpecialType.System_IntPtr } } field => Named(field),
        _ => null,
    };

    /// <summary>Operations nobody has described: all operands are used, and an unknown view may be any of them.</summary>
    private Origin? Other(IOperation operation, bool asRef = false)
    {
        if (FixedDeclarator(operation) is { } declarator)
        {
            return KeptInPlace(operation, declarator);
        }

        _takesAddresses |= operation.Kind == OperationKind.None && operation.Syntax is StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax;
        _observer?.Unmodelled(operation);
        EmitDereference(operation);
        var operands = ImmutableArray.CreateBuilder<Origin>();
        foreach (var child in operation.ChildOperations)
        {
            if (Evaluate(child) is { } operand)
            {
                Emit(operand, UseKind.Pass, child, isTransfer: IsOfUnknownCall(operation));
                if (operation is IInvalidOperation)
                {
                    EmitOwnerHandOver(operand, child, isKept: false);
                }

                operands.Add(operand);
            }
        }

        // Unsafe code has no operations of its own: pointers keep what their operands hold.
        if (operation.Kind == OperationKind.None && operands.Count > 0 && (asRef || !IsLoadThroughPointer(operation.Syntax)))
        {
            var result = Temporary(operation);
            EmitFlow(operation, result, operands.ToImmutable());
            return result;
        }

        return Fresh(operation, operation.Type);
    }

    /// <summary>Whether nobody knows who is called: half-typed code, a function pointer, <c>dynamic</c>.</summary>
    private static bool IsOfUnknownCall(IOperation operation) => operation is IInvalidOperation or IArgumentOperation or IDynamicInvocationOperation or IDynamicObjectCreationOperation;

    /// <summary>What is read through a pointer is a value of its own, be it a pointer again.</summary>
    private static bool IsLoadThroughPointer(SyntaxNode expression) => expression switch
    {
        ParenthesizedExpressionSyntax inner => IsLoadThroughPointer(inner.Expression),
        ElementAccessExpressionSyntax => true,
        PrefixUnaryExpressionSyntax prefix => prefix.IsKind(SyntaxKind.PointerIndirectionExpression),
        _ => false,
    };

    private Origin? TestOnly(IOperation operand)
    {
        Evaluate(operand);
        return null;
    }

    /// <summary>What comes out is what the task held.</summary>
    private Origin? Await(IAwaitOperation awaited)
    {
        var task = Evaluate(awaited.Operation);
        if (awaited.Type is { SpecialType: not SpecialType.System_Void })
        {
            EmitUse(task, UseKind.Derive, awaited);
        }

        Emit(new Suspend(awaited.Syntax is CommonForEachStatementSyntax each ? each.Expression : awaited.Syntax));
        _suspends = true;
        EmitJoin(task, awaited);
        EmitDeferred(awaited);
        if (!Carries(awaited.Type))
        {
            return null;
        }

        return task is null ? Fresh(awaited, awaited.Type) : Forwarded(awaited, task);
    }

    private Origin? Yield(IReturnOperation returned)
    {
        EmitUse(Evaluate(returned.ReturnedValue), UseKind.Return, returned.ReturnedValue ?? returned);
        return null;
    }

    /// <summary>A new object that nothing else holds, where a value of the type can hold anything at all.</summary>
    private Origin? Fresh(IOperation operation, ITypeSymbol? type)
    {
        if (!Carries(type))
        {
            return null;
        }

        var result = Temporary(operation);
        Emit(new Create(operation.Syntax, result, NeverMoves: false) { Type = OwningStructs.Behind(type), IsReadOnly = IsReadOnly(operation, type), IsNewReadOnly = IsNewReadOnly(operation, type) });
        return result;
    }

    private Origin Temporary(IOperation operation) => _origins.Temporary(operation.Syntax);

    private void EmitUse(Origin? origin, UseKind kind, IOperation where) => Emit(origin, kind, where, isTransfer: kind is UseKind.Store or UseKind.Capture or UseKind.Return);

    private void Emit(Origin? origin, UseKind kind, IOperation where, bool isTransfer, bool isKeptByNative = false, bool isWritten = false)
    {
        if (origin is not null)
        {
            Emit(new Use(where.Syntax, origin, kind) { IsTransfer = isTransfer, IsOfNumber = IsNumberOnly(where), IsKeptByNative = isKeptByNative, IsWritten = isWritten });
        }
    }

    private void EmitFlow(IOperation where, Origin target, params ImmutableArray<Origin> sources) =>
        Emit(new OriginFlow(where.Syntax, target, sources, Adds: false, Dereferences: false));

    /// <summary>Written down only where a handler could see what was true before, or the ways out by an exception are asked for.</summary>
    private void EmitMayThrow(IOperation where, bool isOfWait = false)
    {
        if (_inTry || _tellsAllThrows)
        {
            Emit(new MayThrow(where.Syntax) { IsOfWait = isOfWait });
        }
    }

    private void Emit(Fact fact)
    {
        fact.Id = _count++;
        _facts.Add(fact);
    }
}
