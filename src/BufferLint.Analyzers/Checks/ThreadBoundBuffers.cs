// BUF4002 for buffers that belong to a thread: while a body waits, others on its thread take them out of the same slot, and
// it may go on on another thread.
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Graph;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Checks;

/// <summary>The slots that a body names, and what is still in them where it waits.</summary>
internal sealed class ThreadBoundBuffers
{
    private readonly SolvedBody _body;
    private readonly Origin[] _slots;

    private ThreadBoundBuffers(SolvedBody body, Origin[] slots)
    {
        _body = body;
        _slots = slots;
    }

    /// <summary>The slots of a body; <see langword="null"/> if it names none, or never waits.</summary>
    public static ThreadBoundBuffers? In(SolvedBody body) =>
        body.Facts.Suspends && body.Facts.Origins.All.Where(origin => IsSlot(body, origin)).ToArray() is { Length: > 0 } slots ? new ThreadBoundBuffers(body, slots) : null;

    /// <summary>What is held in a slot and under another name, which is used after the wait.</summary>
    /// <param name="rule">The rule that is asked.</param>
    /// <param name="suspend">The wait.</param>
    /// <param name="live">What is used after it.</param>
    /// <param name="held">What every origin holds there.</param>
    public IEnumerable<Finding> At(DiagnosticDescriptor rule, Suspend suspend, LiveSet live, HeldValues held)
    {
        foreach (var slot in _slots.Where(slot => !IsTakenOut(slot, suspend)))
        {
            var inSlot = _body.Resolution.Loans.Holds(held, slot);
            foreach (var entry in live.All.Where(static entry => entry.Value.Element is not null).OrderBy(static entry => entry.Value.Element!.Id).ThenBy(static entry => entry.Key))
            {
                var holder = _body.Facts.Origins.All[entry.Key];
                if (Outermost(holder).Symbol is ILocalSymbol && TakenFrom(inSlot, holder, held) is { } taken)
                {
                    yield return new Finding(rule, taken.Syntax, taken.Value, suspend.Presumed(slot), holder, entry.Value.Element) { IsOfThread = true };
                }
            }
        }
    }

    private static bool IsSlot(SolvedBody body, Origin origin) => origin switch
    {
        { Symbol: IFieldSymbol field } when ThreadBound.Is(field) => IsBuffer(body, field.Type),
        { Step.Symbol: IPropertySymbol { Name: "Value", ContainingType: { } type }, Parent: { } slot } when ThreadBound.IsSlotType(type) => TypeOf(slot) is INamedTypeSymbol { TypeArguments: [var kept] } && IsBuffer(body, kept),
        _ => false,
    };

    /// <summary>Whether the slot is emptied, or marked as taken, where a buffer is taken from it: here, or where the type hands it out.</summary>
    private static bool IsTakenOut(Origin slot, Suspend suspend)
    {
        if ((slot.Symbol ?? slot.Parent?.Symbol ?? slot.Parent?.Step?.Symbol) is not IFieldSymbol field)
        {
            return false;
        }

        var member = ReentrancyGuards.MemberAround(suspend.Syntax);
        return ThreadBound.IsNamedIn(member, field)
            ? ThreadBound.IsEmptiedIn(member, field, suspend.Syntax.Span.End) || IsMarked(member, field)
            : field.ContainingType.DeclaringSyntaxReferences.Select(static type => type.GetSyntax()).Any(type => ThreadBound.IsEmptiedIn(type, field) || IsMarked(type, field));
    }

    /// <summary>Whether a flag or depth of the thread says that its buffer is taken.</summary>
    private static bool IsMarked(SyntaxNode declaration, IFieldSymbol field)
    {
        var marks = ReentrancyGuards.In(declaration);
        return marks.Count > 0 && field.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(flag => marks.Contains(flag.Name) && ThreadBound.Is(flag));
    }

    private static ITypeSymbol? TypeOf(Origin origin) => (origin.Symbol ?? origin.Step?.Symbol) switch
    {
        IFieldSymbol field => field.Type,
        ILocalSymbol local => local.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    private static bool IsBuffer(SolvedBody body, ITypeSymbol type) => type is IArrayTypeSymbol || ViewTypes.IsOverArray(type) || body.Outside.IsMutable(type);

    private static Origin Outermost(Origin origin) => origin.Parent is { } parent ? Outermost(parent) : origin;

    /// <summary>What a name holds of a slot, or of the storage of what is in it, and where the name, or the view, got that.</summary>
    private (Value Value, SyntaxNode Syntax)? TakenFrom(ValueSet inSlot, Origin holder, HeldValues held)
    {
        foreach (var id in _body.Resolution.Loans.Holds(held, holder).ToArray())
        {
            var value = _body.Resolution.Values[id];
            var owner = value;
            while (owner is Loan loan)
            {
                owner = loan.Owner;
            }

            if (!owner.IsAmbiguous && inSlot.Contains(owner.Id) && (value is Loan { Site.Syntax: var view } ? view : NamedAt(holder)) is { } syntax)
            {
                return (owner, syntax);
            }
        }

        return null;
    }

    private SyntaxNode? NamedAt(Origin holder) => _body.Facts.All.OfType<OriginFlow>().LastOrDefault(flow => flow.Target == holder)?.Syntax;
}
