// Forward: how much room an owner surely has, so that growth within it moves nothing; and how the counts, capacities and
// number variables of a body stand to each other.
using BufferLint.Facts;
using BufferLint.Graph;
using BufferLint.Model;

namespace BufferLint.Flow;

/// <summary>
/// Reserve, calls that state a capacity, and comparisons on branches generate bounds; growth and assignments shift or
/// kill them; join keeps what both sides know. A bound that sinks turn by turn in a loop comes to rest at a constant of
/// the body, or goes.
/// </summary>
internal sealed class SizeBounds : IFlowProblem<Sizes>
{
    private const int PatienceWithLoops = 3;

    private readonly SizeTerms _terms;
    private readonly FactTable _facts;
    private readonly Resolution _resolution;

    public SizeBounds(SizeTerms terms, FactTable facts, Resolution resolution)
    {
        _terms = terms;
        _facts = facts;
        _resolution = resolution;
    }

    /// <summary>Of what is not made yet anything is true: where it is not made on one way, the other says all there is to say.</summary>
    public Sizes Start()
    {
        var start = new Sizes(_terms);
        foreach (var (id, owner) in _terms.OwnersById)
        {
            if (_resolution.Values[id] is Created { IsAmbiguous: false })
            {
                start.MakeAmple(owner);
            }
        }

        return start;
    }

    public Sizes Copy(Sizes state) => state.Copy();

    /// <summary>Numbers in a row are copied in a fraction of the time of entries that are found one by one.</summary>
    public long SizeOf(Sizes state) => 1 + (state.Count / 8);

    public bool Join(Sizes into, Sizes from)
    {
        var changed = into.Join(from, into.Shrunk >= PatienceWithLoops);
        into.Shrunk += changed ? 1 : 0;
        return changed;
    }

    public Sizes Caught(Sizes state, Fact? from) => state;

    /// <summary>The room of an owner.</summary>
    public Room RoomOf(int owner, Sizes state) => _terms.Of(owner) is { } terms ? state.RoomOf(terms) : Room.Unknown;

    public void Apply(FlowNode node, Fact fact, Sizes state)
    {
        if (fact is Forget assigned)
        {
            if (_terms.Of(assigned.Index) is { } number)
            {
                state.Assign(number, TermOf(node, fact, assigned.Value), assigned.Value.Value);
            }
        }
        else if (fact is Create made && _terms.Of(_resolution.Values.Created(made, isOlder: false).Id) is { } fresh)
        {
            state.Renew(fresh);
        }
        else if (fact is Create or Reserve or Rewind or Fill or Invalidate)
        {
            var owners = _resolution.OperandOf(node, fact).Ids;
            foreach (var id in owners)
            {
                if (_terms.Of(id) is { } owner)
                {
                    // Where several may be meant, it is done to each, or not; a variable that room was made in has it, whichever it holds.
                    var before = owners.Length == 1 || SizeTerms.IsReservedArray(fact) ? null : state.Copy();
                    Apply(node, fact, owner, state);
                    if (before is not null)
                    {
                        state.Join(before, isLoop: false);
                    }
                }
            }
        }
    }

    public bool ShowsInHandlers(Fact fact) => true;

    public void Cross(FlowEdge edge, Sizes state)
    {
        foreach (var lesson in _facts.LessonsOf(edge.Branch))
        {
            if (lesson is Comparison comparison && TermOf(edge, comparison.Left) is { } left && TermOf(edge, comparison.Right) is { } right)
            {
                Learn(comparison, left, right, state);
            }
            else if (lesson is HasRoom room)
            {
                Learn(room, _resolution.HeldOn(edge.Branch, room.Storage), state);
            }
        }
    }

    /// <summary>Whichever of several the variable holds: it was asked.</summary>
    private void Learn(HasRoom room, ValueSet owners, Sizes state)
    {
        foreach (var id in owners.Ids)
        {
            if (_terms.Of(id) is not { } owner)
            {
                continue;
            }

            if (!room.IsSo)
            {
                state.Exhaust(owner);
            }
            else if (room.Elements is { } elements)
            {
                state.Reserve(owner, elements);
            }
            else
            {
                state.MakeAmple(owner);
            }
        }
    }

    private void Learn(Comparison comparison, int left, int right, Sizes state)
    {
        var spacious = comparison.Left is { Kind: MeasureKind.Capacity } ? _terms.OwnerOf(left) : null;
        var narrow = comparison.Right is { Kind: MeasureKind.Capacity } ? _terms.OwnerOf(right) : null;
        switch (comparison.Kind)
        {
            case ComparisonKind.AtLeast:
                if (narrow is { } full)
                {
                    state.Exhaust(full);
                }

                if (spacious is { } owner)
                {
                    HaveRoom(owner, comparison.HasComputedPart ? null : right, -comparison.Offset, state);
                }
                else if (!comparison.HasComputedPart)
                {
                    state.Require(left, right, -comparison.Offset);
                }

                break;
            case ComparisonKind.Equal when !comparison.HasComputedPart:
                if ((spacious ?? narrow) is { } filled && (left == filled.Count || right == filled.Count))
                {
                    state.Exhaust(filled);
                }

                state.Require(left, right, -comparison.Offset);
                state.Require(right, left, comparison.Offset);
                break;
            case ComparisonKind.Distinct when !comparison.HasComputedPart:
                state.Separate(left, right, -comparison.Offset);
                if ((spacious ?? narrow) is { } tested)
                {
                    state.Reserve(tested, 0);
                }

                break;
        }
    }

    /// <summary>Whether an owner's storage surely stays where it is, or its elements where they are.</summary>
    public bool Preserves(FlowNode node, Invalidate invalidate, int id, Sizes state) => _terms.Of(id) is { } owner && Preserves(node, invalidate, owner, state);

    private bool Preserves(FlowNode node, Invalidate invalidate, OwnerTerms owner, Sizes state)
    {
        var isMove = invalidate.Effect.Kind == EffectKind.Moves;
        if (IsReplacement(invalidate) || invalidate.Effect.Growth is Growth.CapacityIsAmount or Growth.CapacityIsCount || (!isMove && invalidate.Effect.Growth != Growth.CountIsAmount))
        {
            return false;
        }

        var spare = state.RoomOf(owner).Spare;
        if (invalidate.Effect.Growth is not (Growth.CapacityAtLeastAmount or Growth.CountIsAmount))
        {
            return invalidate.Amount?.Constant is { } added
                ? added <= spare || (invalidate.Trips > 1 && (long)added * invalidate.Trips <= state.AtLeast(owner.Room, SizeTerms.Zero))
                : spare == Room.Unbounded;
        }

        if (TermOf(node, invalidate, invalidate.Amount ?? Quantity.Computed) is not { } wanted)
        {
            return isMove && spare == Room.Unbounded;
        }

        // Nothing shifts where the count grows or stays, or where the code itself cuts a tail off.
        var amount = invalidate.Amount!.Value.Value;
        return isMove
            ? state.AtLeast(owner.Capacity, wanted) >= amount || (state.AtLeast(owner.Count, wanted) is { } above && amount - above <= spare)
            : wanted == owner.Count || state.AtLeast(wanted, owner.Count) + amount >= 0;
    }

    private void Apply(FlowNode node, Fact fact, OwnerTerms owner, Sizes state)
    {
        switch (fact)
        {
            case Create:
                state.Renew(owner);
                break;
            case Reserve reserve:
                state.SetCount(owner, SizeTerms.Zero, 0);
                HaveRoom(owner, TermOf(node, fact, reserve.Amount), reserve.Amount.Value, state);
                break;
            case Rewind:
                state.MakeAmple(owner);
                break;
            case Fill fill:
                state.Add(owner, fill.Amount?.Constant, moves: false);
                break;
            case Invalidate { Effect.Kind: EffectKind.Moves } move:
                Move(node, move, owner, state);
                break;
            case Invalidate { Effect: { Kind: EffectKind.Shifts, Growth: Growth.CountIsAmount, Amount.IsNone: true } }:
                state.Empty(owner);
                break;
            case Invalidate { Effect: { Kind: EffectKind.Shifts, Growth: Growth.OneLess } }:
                state.RemoveOne(owner);
                break;
            case Invalidate { Effect: { Kind: EffectKind.Shifts, Growth: not (Growth.CountIsAmount or Growth.One) } }:
                state.Remove(owner);
                break;
        }
    }

    private void Move(FlowNode node, Invalidate move, OwnerTerms owner, Sizes state)
    {
        var amount = move.Amount ?? Quantity.Computed;
        var term = TermOf(node, move, amount);
        switch (move.Effect.Growth)
        {
            case Growth.CapacityIsCount:
                state.Recapacitate(owner, mayShrink: true);
                break;
            case Growth.CapacityIsAmount or Growth.CapacityAtLeastAmount:
                state.Recapacitate(owner, mayShrink: move.Effect.Growth == Growth.CapacityIsAmount);
                HaveRoom(owner, term, amount.Value, state);
                break;
            case Growth.CountIsAmount when term == owner.Count:
                state.Add(owner, amount.Value, moves: true);
                break;
            case Growth.CountIsAmount:
                state.Recapacitate(owner, mayShrink: false);
                state.SetCount(owner, term, amount.Value);
                break;
            case Growth.HintInAmount:
                state.Recapacitate(owner, mayShrink: false);
                state.Reserve(owner, amount.Value == int.MaxValue ? 0 : amount.Value);
                break;
            default:
                state.Add(owner, move.Trips == 1 ? amount.Constant : null, moves: !Preserves(node, move, owner, state));
                if (!move.Effect.Key.IsNone)
                {
                    // A key that is there already adds nothing.
                    state.Remove(owner);
                }

                if (IsReplacement(move))
                {
                    // A callee that grows the place again means what it holds by then.
                    state.MakeAmple(owner);
                }

                break;
        }
    }

    /// <summary>Whether a variable is given another array here, room or not.</summary>
    private static bool IsReplacement(Invalidate move) => move is { Effect.RenewsVariable: true, Chain: null };

    /// <summary>There is room for so many in all. What cannot be compared with the count was computed for a purpose, and is enough.</summary>
    private static void HaveRoom(OwnerTerms owner, int? term, int amount, Sizes state)
    {
        if (term is not { } wanted)
        {
            state.MakeAmple(owner);
            return;
        }

        state.Require(owner.Capacity, wanted, amount);
        if (state.AtLeast(wanted, owner.Count) is { } above)
        {
            state.Reserve(owner, above + amount);
        }
        else if (wanted != SizeTerms.Zero)
        {
            state.MakeAmple(owner);
        }
    }

    private int? TermOf(FlowNode node, Fact fact, Quantity quantity) =>
        quantity.IsComputed ? null : TermOf(quantity.Base, _resolution.MeasuredBy(node, fact));

    private int? TermOf(FlowEdge edge, Measure? measure) =>
        TermOf(measure, measure is null ? default : _resolution.HeldOn(edge.Branch, measure.Of));

    private int? TermOf(Measure? measure, ValueSet measured) => measure switch
    {
        null => SizeTerms.Zero,
        { Kind: MeasureKind.Number } => _terms.Of(measure.Of),
        { Kind: MeasureKind.Length } => null,
        _ => measured.ToArray() is [var only] && _terms.Of(only) is { } owner ? measure.Kind == MeasureKind.Count ? owner.Count : owner.Capacity : null,
    };
}
