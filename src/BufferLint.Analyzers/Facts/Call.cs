// A call under evaluation: of a method, constructor, property or indexer.
using System.Collections.Immutable;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

/// <summary>One evaluated argument.</summary>
/// <param name="Operation">The argument as written.</param>
/// <param name="Origin">What holds its value.</param>
internal readonly record struct Argument(IArgumentOperation Operation, Origin? Origin)
{
    public IParameterSymbol? Parameter => Operation.Parameter;

    public bool IsByRef => Parameter is { RefKind: RefKind.Ref or RefKind.Out };
}

/// <summary>A call whose receiver and arguments have been evaluated.</summary>
/// <param name="Operation">The call.</param>
/// <param name="Member">What is called.</param>
/// <param name="Instance">What holds the receiver.</param>
/// <param name="Arguments">The arguments, in order of evaluation.</param>
internal sealed record Call(IOperation Operation, ISymbol Member, Origin? Instance, ImmutableArray<Argument> Arguments)
{
    public ITypeSymbol? ResultType => Operation.Type;

    public ImmutableArray<Effect> Effects(BufferModel model) => model.EffectsOf(Member, Callees.ReceiverType((Operation as IInvocationOperation)?.Instance));

    public bool EffectsAreKnown(BufferModel model) => !Effects(model).IsEmpty;

    /// <summary>What holds the receiver or argument in a slot.</summary>
    public Origin? At(Slot slot) => slot.Equals(Slot.This) ? Instance : ArgumentAt(slot)?.Origin;

    public Argument? ArgumentAt(Slot slot)
    {
        foreach (var argument in Arguments)
        {
            if (argument.Parameter?.Ordinal == slot.Ordinal)
            {
                return argument;
            }
        }

        return null;
    }
}
