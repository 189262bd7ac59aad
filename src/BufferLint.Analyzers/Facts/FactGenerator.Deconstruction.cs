// Several targets given at once: tuples are taken apart, and all is read before anything is stored.
using System.Collections.Generic;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

internal sealed partial class FactGenerator
{
    private Origin? Deconstruction(IDeconstructionAssignmentOperation deconstruction)
    {
        var targets = new List<Target>();
        Flatten(deconstruction.Target, targets);
        var value = Peel(deconstruction.Value);
        if (value is ITupleOperation tuple)
        {
            var sources = new List<Origin?>();
            FlattenValues(tuple, sources);
            if (sources.Count == targets.Count)
            {
                for (var index = 0; index < targets.Count; index++)
                {
                    Store(targets[index], sources[index], deconstruction, isRef: false);
                }

                return null;
            }
        }

        var whole = Evaluate(value);
        EmitUse(whole, UseKind.Derive, deconstruction.Value);
        if (whole is not null && value.Type is INamedTypeSymbol { IsTupleType: true, TupleElements: var elements } && elements.Length == targets.Count)
        {
            for (var index = 0; index < elements.Length; index++)
            {
                var field = elements[index].CorrespondingTupleField ?? elements[index];
                var part = Carries(field.Type) ? Path(whole, PathStep.Member(field), field.Name) : null;
                Store(targets[index], part, deconstruction, isRef: false);
            }

            return null;
        }

        foreach (var target in targets)
        {
            Store(target, whole is { } source && ViewTypes.IsView(target.Operation.Type) ? source : Fresh(deconstruction, target.Operation.Type), deconstruction, isRef: false);
        }

        return null;
    }

    private void Flatten(IOperation target, List<Target> targets)
    {
        switch (target)
        {
            case IDeclarationExpressionOperation declaration:
                Flatten(declaration.Expression, targets);
                break;
            case ITupleOperation tuple:
                foreach (var element in tuple.Elements)
                {
                    Flatten(element, targets);
                }

                break;
            default:
                targets.Add(Prepare(target, isRef: false));
                break;
        }
    }

    /// <summary>The elements are all read before the first is stored: a swap must not see its own store.</summary>
    private void FlattenValues(ITupleOperation tuple, List<Origin?> values)
    {
        foreach (var element in tuple.Elements)
        {
            if (Peel(element) is ITupleOperation inner)
            {
                FlattenValues(inner, values);
                continue;
            }

            Origin? held = null;
            if (Evaluate(element) is { } value)
            {
                held = Temporary(element);
                EmitFlow(element, held, value);
            }

            values.Add(held);
        }
    }
}
