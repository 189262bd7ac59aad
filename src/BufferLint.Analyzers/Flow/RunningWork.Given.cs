// Tasks that a function is given as arguments: whether it waits for them, for its summary.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Graph;
using BufferLint.Model;
using BufferLint.Model.Catalogs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace BufferLint.Flow;

internal sealed partial class RunningWork
{
    /// <summary>The parameters that are tasks, by the number of the work that each stands for, with what the parameter holds on entry, if it is named at all.</summary>
    private readonly Dictionary<int, (IParameterSymbol Parameter, int? Task)> _given = new();

    /// <summary>Those of them that somebody else got, who may wait.</summary>
    private readonly HashSet<int> _givenAway = new();

    private readonly Dictionary<int, List<Origin>> _givenStored = new();

    /// <summary>Whether a function is given a task.</summary>
    public static bool TakesTasks(IMethodSymbol function) => function.Parameters.Any(IsTask);

    /// <summary>What becomes of each task that the function was given, unless somebody else got it.</summary>
    /// <param name="graph">The function's graph.</param>
    /// <param name="function">The function.</param>
    /// <param name="isSeen">Whether its caller sees what it puts a parameter into.</param>
    public IEnumerable<GivenTask> TasksGiven(FlowGraph graph, IMethodSymbol function, System.Func<Origin, IParameterSymbol, bool> isSeen)
    {
        if (graph.Nodes.FirstOrDefault(static node => node.Block.Kind == BasicBlockKind.Exit) is not { } exit || Solver.AtEndOf(exit) is not { } end)
        {
            yield break;
        }

        var thrown = graph.Nodes.Where(static node => node.Block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Throw).Select(Solver.AtEndOf).OfType<Running>().ToArray();
        foreach (var given in _given.OrderBy(static given => given.Key))
        {
            var parameter = given.Value.Parameter;
            if (_givenAway.Contains(given.Key) || (_givenStored.TryGetValue(given.Key, out var places) && !places.All(place => isSeen(place, parameter))))
            {
                continue;
            }

            // Nobody waits for an async void method; what it is told in other ways says that it is done.
            var isLeft = (end.Work.Contains(given.Key) && !_returned.Contains(given.Key)) || function is { IsAsync: true, ReturnsVoid: true };
            var isGivenUp = isLeft ? end.Abandoned.Contains(given.Key) : thrown.Any(way => way.Abandoned.Contains(given.Key)) || AbandonsOf(_started[given.Key]).Any(IsLimited);
            if (!isLeft || !(MayBeTold(function) || Answers(function.ReturnType)))
            {
                yield return new GivenTask(parameter.Ordinal, !isLeft, isGivenUp);
            }
        }
    }

    /// <summary>Whether a caller may say by a flag that the task is to be waited for.</summary>
    private static bool MayBeTold(IMethodSymbol function) => function.Parameters.Any(static parameter => parameter.Type is { SpecialType: SpecialType.System_Boolean } or { TypeKind: TypeKind.Enum });

    /// <summary>Whether a function may say by its result that the work is over: <c>if (await TryWait(read))</c>.</summary>
    private static bool Answers(ITypeSymbol result) => result is { SpecialType: SpecialType.System_Boolean } or { TypeKind: TypeKind.Enum } || (result is INamedTypeSymbol { TypeArguments: [var answer] } && Answers(answer));

    /// <summary>Whether a wait throws, where it ends before the work does.</summary>
    private static bool IsLimited(Abandon wait) => wait.Syntax.ToString().Contains("WaitAsync");

    private static bool IsTask(IParameterSymbol parameter) => parameter is { RefKind: RefKind.None } && WorkTypes.IsAwaitable(parameter.Type);

    /// <summary>The work behind the tasks among the parameters of a function is running when that is called.</summary>
    private void AddGiven(IMethodSymbol? function)
    {
        foreach (var parameter in function?.Parameters.Where(IsTask) ?? Enumerable.Empty<IParameterSymbol>())
        {
            if (parameter.DeclaringSyntaxReferences is [var declared])
            {
                var named = _facts.Origins.Find(parameter);
                var start = new Start(declared.GetSyntax(), named ?? _facts.Origins.This, named ?? _facts.Origins.This) { Id = _facts.Count + _begunBefore.Count + _given.Count };
                _started.Add(start.Id, start);
                _given.Add(start.Id, (parameter, named is null ? null : _resolution.Values.Placeholder(named).Id));
            }
        }
    }

    private IEnumerable<int> GivenAmong(ValueSet values) =>
        _given.Count == 0 ? Enumerable.Empty<int>() : _given.Where(given => given.Value.Task is { } task && values.ToArray().Any(id => IsWithin(_resolution.Values[id], task))).Select(static given => given.Key);

    /// <summary>Who gets a task other than to wait for it may wait for it all the same.</summary>
    private void NoteGivenAway(Fact fact, ValueSet work)
    {
        if (_given.Count > 0 && fact is not (Facts.Join or Abandon))
        {
            _givenAway.UnionWith(work.ToArray().Where(_given.ContainsKey));
        }
    }

    /// <summary>Whether what a task says of itself is only written down: <c>Console.WriteLine(task.Status)</c>.</summary>
    private static bool IsOnlyShown(SyntaxNode use) => use is MemberAccessExpressionSyntax { Parent: ArgumentSyntax or InterpolationSyntax } asked &&
        asked.Ancestors().TakeWhile(static around => around is not StatementSyntax).OfType<InvocationExpressionSyntax>().FirstOrDefault() is { Expression: var called } &&
        HarmlessCallbacks.WritesDown(((called as MemberAccessExpressionSyntax)?.Name ?? called as SimpleNameSyntax)?.Identifier.ValueText ?? string.Empty);

    private void NoteGivenStored(Origin place, OriginFlow stored, HeldValues state)
    {
        foreach (var id in stored.Sources.SelectMany(source => GivenAmong(_resolution.WithParts(state, source))))
        {
            if (!_givenStored.TryGetValue(id, out var places))
            {
                _givenStored.Add(id, places = new List<Origin>());
            }

            places.Add(place);
        }
    }
}
