// Local functions, and lambdas that a variable names: they are run where they are called, and know the variables around them.
// Those that are handed out may run at any time, or never.
using System;
using System.Collections.Generic;
using System.Linq;
using BufferLint.Graph;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Protocols;

internal sealed partial class MemberRun
{
    private Dictionary<ILocalSymbol, IOperation?>? _namedCode;

    /// <summary>A function within another.</summary>
    /// <param name="Symbol">The function.</param>
    /// <param name="Graph">Its graph, in the one that it stands in.</param>
    private readonly record struct Nested(IMethodSymbol Symbol, Func<ControlFlowGraph?> Graph);

    /// <summary>The variables of this function that get a lambda or a local function, and nothing else.</summary>
    private Dictionary<ILocalSymbol, IOperation?> NamedCode
    {
        get
        {
            if (_namedCode is null)
            {
                _namedCode = new Dictionary<ILocalSymbol, IOperation?>(SymbolEqualityComparer.Default);
                foreach (var assignment in _graph.Source.Blocks.SelectMany(static block => block.Operations).SelectMany(static operation => operation.DescendantsAndSelf()).OfType<IAssignmentOperation>())
                {
                    if (assignment.Target is ILocalReferenceOperation { Local: { Type.TypeKind: TypeKind.Delegate } local })
                    {
                        _namedCode[local] = _namedCode.ContainsKey(local) ? null : (Bare(assignment.Value) as IDelegateCreationOperation)?.Target;
                    }
                }
            }

            return _namedCode;
        }
    }

    /// <summary>The code that a variable names, and the run of the function that says so.</summary>
    private (IOperation? Code, MemberRun? In) CodeNamed(ILocalSymbol local)
    {
        if (local.Type.TypeKind == TypeKind.Delegate)
        {
            for (var run = this; run is not null; run = run._around)
            {
                if (run.NamedCode.TryGetValue(local, out var code))
                {
                    return (code, run);
                }
            }
        }

        return default;
    }

    /// <summary>Whether an assignment only gives code a name.</summary>
    private bool IsNamedCode(IOperation target) => target is ILocalReferenceOperation { Local: var local } && CodeNamed(local).Code is not null;

    /// <summary>The function within this one that a call runs; <see langword="null"/> if it runs another.</summary>
    private Nested? NestedOf(IInvocationOperation call)
    {
        if (call.TargetMethod.MethodKind == MethodKind.LocalFunction)
        {
            return LocalFunction(call.TargetMethod);
        }

        if (call is not { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: ILocalReferenceOperation { Local: var local } })
        {
            return null;
        }

        return CodeNamed(local) switch
        {
            (IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } function }, _) => LocalFunction(function),
            (IFlowAnonymousFunctionOperation lambda, { } run) => new Nested(lambda.Symbol, () => run._graph.Source.GetAnonymousFunctionControlFlowGraph(lambda, _context.Cancellation)),
            _ => null,
        };
    }

    private Nested LocalFunction(IMethodSymbol called)
    {
        var function = called.OriginalDefinition;
        return new Nested(function, () => GraphOf(function, _graph.Source, _context));
    }

    /// <summary>The graph of a local function that is declared in some code or around it; <see langword="null"/> where half-typed code puts it nowhere.</summary>
    private static ControlFlowGraph? GraphOf(IMethodSymbol function, ControlFlowGraph graph, RunContext context)
    {
        for (var scope = graph; scope is not null; scope = scope.Parent)
        {
            if (scope.LocalFunctions.FirstOrDefault(declared => SymbolEqualityComparer.Default.Equals(declared, function)) is { } declared)
            {
                return scope.GetLocalFunctionControlFlowGraph(declared, context.Cancellation);
            }
        }

        return null;
    }

    private Content RunNested(Nested nested, IInvocationOperation call, Content[] arguments, ObjectState state)
    {
        var result = state.Of(Place.Result);
        var entered = state.Copy();
        entered.Learn(Place.Result, Content.Unknown);
        for (var ordinal = 0; ordinal < arguments.Length && ordinal < nested.Symbol.Parameters.Length; ordinal++)
        {
            entered.Assign(Place.Variable(nested.Symbol.Parameters[ordinal]), arguments[ordinal]);
        }

        GiveParts(call, nested.Symbol, state, entered);
        var outcomes = Of(_context, nested.Symbol, (context, function) => context.GraphOf(function, nested.Graph), entered, _self, _calledAt, around: this);
        if (outcomes is null)
        {
            HandOver(call, Content.Unknown, arguments, state);
            Forget(nested.Symbol, state);
            return Content.Changed;
        }

        if (outcomes.Count == 0)
        {
            state.IsDead = true;
            return Content.Unknown;
        }

        var outcome = outcomes[Choose(outcomes.Count)];
        state.Become(outcome.State.Copy());
        state.Learn(Place.Result, result);
        return GivenBack(outcome, nested.Symbol, call, state);
    }

    /// <summary>Somebody gets code to run, nobody sees when.</summary>
    private void HandOut(IOperation code, ObjectState state)
    {
        if (code is IMethodReferenceOperation { Instance: { } instance and not IInstanceReferenceOperation })
        {
            Use(Evaluate(instance, state), code.Syntax, state);
        }

        var function = code is IFlowAnonymousFunctionOperation lambda ? lambda.Symbol : (code as IMethodReferenceOperation)?.Method;
        if (function is not null)
        {
            Forget(function, state);
        }
    }

    /// <summary>A function that cannot be followed leaves what it assigns changed, and what the members assign that it names; where that is the field itself, nobody knows how it goes on.</summary>
    private void Forget(IMethodSymbol function, ObjectState state)
    {
        var words = new HashSet<string>(function.DeclaringSyntaxReferences.SelectMany(reference => reference.GetSyntax(_context.Cancellation).DescendantTokens()).Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText), StringComparer.Ordinal);
        var names = AssignedNames.Of(function, _context.Cancellation);
        foreach (var method in _context.Type.GetMembers().OfType<IMethodSymbol>().Where(method => words.Contains((method.AssociatedSymbol ?? method).Name)))
        {
            names.UnionWith(AssignedNames.Of(method, _context.Cancellation));
        }

        if (state.Watched.Member is { } watched && (state.WatchesElements ? words : names).Contains(watched.Name))
        {
            state.IsDead = true;
        }

        ForgetAssigned(names, state);
    }
}
