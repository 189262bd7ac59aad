// One look over a body before its facts are made: which variables are assigned where.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using BufferLint.Model;
using BufferLint.Model.Catalogs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

/// <summary>Assignments of a body, lambdas and local functions included.</summary>
internal sealed class BodyScan
{
    private static readonly Dictionary<SyntaxNode, long> NoTurns = new();

    private readonly Dictionary<ISymbol, Variable> _variables = new(SymbolEqualityComparer.Default);
    private Dictionary<ISymbol, HashSet<ISymbol>>? _captured;
    private Dictionary<ISymbol, Handler>? _handlers;
    private Dictionary<SyntaxNode, long>? _turns;
    private readonly ICalleeEffects _effects;

    public BodyScan(IOperation body, ICalleeEffects effects)
    {
        _effects = effects;
        Visit(body, functions: ImmutableStack<ISymbol>.Empty);
    }

    /// <summary>Whether a reader is read whose parts must be given back before the next.</summary>
    public bool ReadsOn { get; private set; }

    /// <summary>Whether there are lambdas in it.</summary>
    public bool HasLambdas { get; private set; }

    /// <summary>Whether something that may only be read is made writable, or given to somebody who may do so.</summary>
    public bool CastsReadOnlyAway { get; private set; }

    /// <summary>How often each loop with constant bounds runs.</summary>
    public IReadOnlyDictionary<SyntaxNode, long> Turns => _turns ?? NoTurns;

    /// <summary>Whether a variable keeps its first value for as long as it lives.</summary>
    public bool KeepsItsValue(ISymbol variable) => Known(variable) is not { } known || (!known.IsAliased && known.Assignments <= (variable is IParameterSymbol ? 0 : 1));

    /// <summary>Whether a variable is assigned by a lambda or local function that captured it, so that any call may change it.</summary>
    public bool IsAssignedInside(ISymbol variable) => Known(variable)?.IsAssignedInside == true;

    /// <summary>Whether a variable has a reference or pointer to it, through which it may change without being named.</summary>
    public bool IsAliased(ISymbol variable) => Known(variable)?.IsAliased == true;

    /// <summary>Whether a place is a whole variable, of a read-only type under a writable one: to assign it replaces what it holds and writes nothing in there.</summary>
    public bool IsReread(IOperation place) => place switch
    {
        ILocalReferenceOperation local => Known(local.Local)?.IsReread == true,
        IInvocationOperation call => ReadOnlyCasts.Reinterprets(call.TargetMethod),
        _ => false,
    };

    /// <summary>The variable that a <c>ref</c> local is another name of, if it is one for as long as it lives.</summary>
    public IOperation? SameVariable(ILocalSymbol reference) =>
        reference.IsRef && Known(reference) is { IsReseated: false } known ? known.Renamed : null;

    /// <summary>Whether a parameter that came in by reference refers to something else from some point on.</summary>
    public bool IsReseated(IParameterSymbol parameter) => Known(parameter)?.IsReseated == true;

    /// <summary>The lambda or local function that a delegate variable holds for as long as it lives.</summary>
    public IMethodSymbol? FunctionIn(ILocalSymbol variable) => KeepsItsValue(variable) ? Known(variable)?.Function : null;

    /// <summary>What a lambda is called through.</summary>
    public Handler? HandlerOf(IMethodSymbol lambda) => _handlers is not null && _handlers.TryGetValue(lambda, out var handler) ? handler : null;

    /// <summary>The type that the object in a variable was made as, if the variable holds one object for as long as it lives.</summary>
    public INamedTypeSymbol? TypeMadeAs(ILocalSymbol variable) => KeepsItsValue(variable) ? Known(variable)?.Made : null;

    /// <summary>The variables from outside that a lambda or local function names.</summary>
    public IReadOnlyCollection<ISymbol> CapturedBy(ISymbol function) =>
        _captured is not null && _captured.TryGetValue(function, out var variables) ? variables : System.Array.Empty<ISymbol>();

    private Variable? Known(ISymbol variable) => _variables.TryGetValue(variable, out var known) ? known : null;

    private Variable Of(ISymbol variable)
    {
        if (!_variables.TryGetValue(variable, out var known))
        {
            _variables.Add(variable, known = new Variable());
        }

        return known;
    }

    private void Visit(IOperation operation, ImmutableStack<ISymbol> functions)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        functions = operation switch
        {
            IAnonymousFunctionOperation lambda => functions.Push(lambda.Symbol),
            ILocalFunctionOperation local => functions.Push(local.Symbol),
            _ => functions,
        };
        var function = functions.IsEmpty ? null : functions.Peek();
        HasLambdas |= operation is IAnonymousFunctionOperation;
        CastsReadOnlyAway = CastsReadOnlyAway || ReadOnlyGate.MayCastAway(operation);

        switch (operation)
        {
            case ILocalReferenceOperation local when !IsOnlyWritten(local) && !IsOnlyMeasured(local):
                Capture(local.Local, functions);
                break;
            case IParameterReferenceOperation parameter when !IsOnlyWritten(parameter) && !IsOnlyMeasured(parameter):
                Capture(parameter.Parameter, functions);
                break;
            case IForLoopOperation loop when TripCount.Turns(loop) is { } turns:
                (_turns ??= new Dictionary<SyntaxNode, long>())[loop.Syntax] = turns;
                break;
            case IVariableDeclaratorOperation { Initializer: { } initializer } declarator:
                Count(declarator.Symbol, function);
                if (FunctionOf(initializer.Value) is { } held)
                {
                    Of(declarator.Symbol).Function = held;
                }
                else if (Made(initializer.Value) is { } made)
                {
                    Of(declarator.Symbol).Made = made;
                }

                if (declarator.Symbol.IsRef)
                {
                    Alias(initializer.Value);
                    Rename(declarator.Symbol, initializer.Value);
                }

                break;
            case ISimpleAssignmentOperation { IsRef: true } assignment:
                CountTarget(assignment.Target, function);
                Alias(assignment.Value);
                if (assignment.Target is ILocalReferenceOperation reseated)
                {
                    Of(reseated.Local).IsReseated = true;
                }
                else if (assignment.Target is IParameterReferenceOperation given)
                {
                    Of(given.Parameter).IsReseated = true;
                }

                break;
            case IAssignmentOperation assignment:
                CountTarget(assignment.Target, function);
                break;
            case IIncrementOrDecrementOperation increment:
                CountTarget(increment.Target, function);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument:
                CountTarget(argument.Value, function);
                break;
            case IAddressOfOperation address:
                CountTarget(address.Reference, function);
                Alias(address.Reference);
                break;
            case IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda, Type: INamedTypeSymbol type }:
                (_handlers ??= new Dictionary<ISymbol, Handler>(SymbolEqualityComparer.Default))[lambda.Symbol] = new Handler(type, RaisedCalls.ReceiverOf(operation));
                break;
            case IInvocationOperation invocation when !ReadsOn:
                ReadsOn = _effects.EffectsOf(invocation.TargetMethod).Any(effect => effect.Kind == EffectKind.ReadsOn);
                break;
        }

        foreach (var child in operation.ChildOperations)
        {
            Visit(child, functions);
        }
    }

    /// <summary>Whether a variable is given a value here and nothing is done with the one it has.</summary>
    private static bool IsOnlyWritten(IOperation reference) => reference.Parent switch
    {
        ISimpleAssignmentOperation { IsRef: false } assignment => assignment.Target == reference && reference is not ILocalReferenceOperation { Local.IsRef: true },
        IArgumentOperation { Parameter.RefKind: RefKind.Out } => true,
        _ => false,
    };

    /// <summary>Whether it is asked for what it has known since it was made.</summary>
    private static bool IsOnlyMeasured(IOperation reference) =>
        reference.Parent is IPropertyReferenceOperation { Property.Name: "Length" or "IsEmpty" } && (reference.Type is IArrayTypeSymbol || (ViewTypes.IsView(reference.Type) && reference.Type?.Name != "ReadOnlySequence"));

    private void Capture(ISymbol variable, ImmutableStack<ISymbol> functions)
    {
        foreach (var function in functions)
        {
            if (SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, function))
            {
                return;
            }

            _captured ??= new Dictionary<ISymbol, HashSet<ISymbol>>(SymbolEqualityComparer.Default);
            if (!_captured.TryGetValue(function, out var variables))
            {
                _captured.Add(function, variables = new HashSet<ISymbol>(SymbolEqualityComparer.Default));
            }

            variables.Add(variable);
        }
    }

    private static IMethodSymbol? FunctionOf(IOperation value) => value switch
    {
        IConversionOperation conversion => FunctionOf(conversion.Operand),
        IDelegateCreationOperation creation => FunctionOf(creation.Target),
        IAnonymousFunctionOperation lambda => lambda.Symbol,
        IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } method } => method.OriginalDefinition,
        _ => null,
    };

    private static INamedTypeSymbol? Made(IOperation value) =>
        Callees.TypeMadeBy(value) as INamedTypeSymbol ?? (value is IConversionOperation { OperatorMethod: null } conversion ? Made(conversion.Operand) : null);

    private void Rename(ISymbol reference, IOperation referred)
    {
        if (IsReread(referred))
        {
            Of(reference).IsReread = true;
        }

        if (referred is ILocalReferenceOperation { Local.IsRef: false } or IParameterReferenceOperation { Parameter.RefKind: RefKind.None } or IFieldReferenceOperation { Field.RefKind: RefKind.None, Instance: null or IInstanceReferenceOperation { Type.IsReferenceType: true } })
        {
            Of(reference).Renamed = referred;
        }
    }

    private void Alias(IOperation? referred)
    {
        switch (referred)
        {
            case ILocalReferenceOperation local:
                Of(local.Local).IsAliased = true;
                break;
            case IParameterReferenceOperation parameter:
                Of(parameter.Parameter).IsAliased = true;
                break;
            case IConditionalOperation chosen:
                Alias(chosen.WhenTrue);
                Alias(chosen.WhenFalse);
                break;
        }
    }

    private void CountTarget(IOperation target, ISymbol? function)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                Count(local.Local, function);
                break;
            case IParameterReferenceOperation parameter:
                Count(parameter.Parameter, function);
                break;
            case ITupleOperation tuple:
                foreach (var element in tuple.Elements)
                {
                    CountTarget(element, function);
                }

                break;
            case IDeclarationExpressionOperation declaration:
                CountTarget(declaration.Expression, function);
                break;
        }
    }

    private void Count(ISymbol variable, ISymbol? function)
    {
        var known = Of(variable);
        known.Assignments++;
        known.IsAssignedInside |= function is not null && !SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, function);
    }

    /// <summary>What was seen of one variable.</summary>
    private sealed class Variable
    {
        public int Assignments { get; set; }

        public bool IsAssignedInside { get; set; }

        public bool IsAliased { get; set; }

        public bool IsReseated { get; set; }

        public bool IsReread { get; set; }

        public IOperation? Renamed { get; set; }

        public IMethodSymbol? Function { get; set; }

        public INamedTypeSymbol? Made { get; set; }
    }
}

/// <summary>The flow captures of a graph that are written through or referred to, not only read.</summary>
internal static class CaptureScan
{
    public static HashSet<CaptureId> LValues(ControlFlowGraph graph)
    {
        var found = new HashSet<CaptureId>();
        foreach (var block in graph.Blocks)
        {
            foreach (var operation in block.Operations)
            {
                Visit(operation, found);
            }

            if (block.BranchValue is { } value)
            {
                Visit(value, found);
            }
        }

        return found;
    }

    private static void Visit(IOperation operation, HashSet<CaptureId> found)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (operation)
        {
            case IFlowCaptureReferenceOperation { Parent: IAssignmentOperation assignment } capture when assignment.Target == capture:
                found.Add(capture.Id);
                break;
            case IFlowCaptureReferenceOperation { Parent: ISimpleAssignmentOperation { IsRef: true } } capture:
                found.Add(capture.Id);
                break;
            case IFlowCaptureReferenceOperation { Parent: IIncrementOrDecrementOperation } capture:
                found.Add(capture.Id);
                break;
            case IFlowCaptureReferenceOperation { Parent: IArgumentOperation { Parameter.RefKind: not RefKind.None } } capture:
                found.Add(capture.Id);
                break;
        }

        foreach (var child in operation.ChildOperations)
        {
            Visit(child, found);
        }
    }
}
