// Handlers of events, which run for as long as they are subscribed: work that -= ends, or the end of what raises the event.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

internal sealed partial class FactGenerator
{
    /// <summary>What ends a source of events, or stops it.</summary>
    private static readonly ImmutableHashSet<string> Silencing = ImmutableHashSet.Create("Close", "CloseAsync", "Dispose", "DisposeAsync", "Stop", "StopAsync");

    private readonly List<(ISymbol Event, Origin? Source, Origin Task)> _subscriptions = new();

    private Origin? EventAssignment(IEventAssignmentOperation assignment)
    {
        var raised = Evaluate(assignment.EventReference);
        EmitUse(raised, UseKind.Pass, assignment.EventReference);
        if (assignment.EventReference is not IEventReferenceOperation { Event: var named } reference)
        {
            Emit(Evaluate(assignment.HandlerValue), UseKind.Pass, assignment.HandlerValue, isTransfer: true);
            return null;
        }

        if (!assignment.Adds)
        {
            foreach (var subscription in _subscriptions.Where(subscription => SymbolEqualityComparer.Default.Equals(subscription.Event, named.OriginalDefinition)))
            {
                EmitWait(assignment, subscription.Task, isToTheEnd: true);
            }

            return null;
        }

        var handler = Evaluate(assignment.HandlerValue);
        Emit(handler, UseKind.Pass, assignment.HandlerValue, isTransfer: true);
        if (handler is not null && Outlives(reference.Instance) && !RemovesItself(assignment.Syntax, named.Name))
        {
            var task = _origins.OfWork(assignment.Syntax);
            Emit(new Create(assignment.Syntax, task, NeverMoves: false));
            var work = _origins.OfWork(assignment.Syntax);
            EmitFlow(assignment, work, handler);
            var raiser = reference.Instance is { } source ? Find(source) : null;
            Emit(new Start(assignment.Syntax, task, work) { IsDelegated = true, Raiser = raiser });
            _subscriptions.Add((named.OriginalDefinition, raiser, task));
        }

        return null;
    }

    /// <summary>Whether what raises an event may do so when the method has returned: not an object that the method made for itself, a timer apart.</summary>
    private static bool Outlives(IOperation? source) => source switch
    {
        null or IInstanceReferenceOperation => true,
        IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.AnonymousFunction } } => true,
        IFieldReferenceOperation field => Outlives(field.Instance),
        IPropertyReferenceOperation { Arguments.IsEmpty: true } property => Outlives(property.Instance),
        IConversionOperation conversion => Outlives(conversion.Operand),
        ILocalReferenceOperation { Type: { Name: "Timer", ContainingNamespace: { Name: "Timers", ContainingNamespace.Name: "System" } } } => true,
        _ => false,
    };

    /// <summary>Whether a handler in the member takes itself off the event when it has run.</summary>
    private static bool RemovesItself(SyntaxNode subscription, string name) => subscription.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member && member.DescendantNodes().Any(node =>
        node is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SubtractAssignmentExpression, Left: var left } && ((left as MemberAccessExpressionSyntax)?.Name ?? left as SimpleNameSyntax)?.Identifier.ValueText == name &&
        node.Ancestors().FirstOrDefault(static around => around is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax) is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);

    /// <summary>What raises events is ended, or told to raise none.</summary>
    private void EmitSilenced(IOperation where, Origin? source, string member)
    {
        if (source is not null && Silencing.Contains(member))
        {
            foreach (var subscription in _subscriptions.Where(subscription => subscription.Source == source))
            {
                EmitWait(where, subscription.Task, isToTheEnd: true);
            }
        }
    }
}
