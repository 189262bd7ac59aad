// Forward: how much room an owner surely has, so that growth within it moves nothing.
using System;
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Graph;
using BufferLint.Model;

namespace BufferLint.Flow;

/// <summary>What is sure of one owner's room, in elements.</summary>
/// <param name="Spare">So many can be added without a move; <see cref="int.MaxValue"/> where the program computed a capacity.</param>
/// <param name="Count">So many are in it; -1 if not known.</param>
/// <param name="Capacity">It is at least so large.</param>
internal readonly record struct Room(int Spare, int Count, int Capacity)
{
    public const int Unbounded = int.MaxValue;

    public static Room Unknown => new(0, -1, 0);

    public Room Join(Room other) => new(Math.Min(Spare, other.Spare), Count == other.Count ? Count : -1, Math.Min(Capacity, other.Capacity));
}

/// <summary>Rooms by owner, and how often a join has shrunk them.</summary>
internal sealed class Rooms
{
    public Dictionary<int, Room> ByOwner { get; init; } = new();

    public int Shrunk { get; set; }

    public Room Of(int owner) => ByOwner.TryGetValue(owner, out var room) ? room : Room.Unknown;
}

/// <summary>
/// Reserve and calls that state a capacity generate room; growth uses it up; join is the smaller. A room that shrinks
/// turn by turn in a loop is taken as none.
/// </summary>
internal sealed class CapacityBounds : IFlowProblem<Rooms>
{
    private const int PatienceWithLoops = 3;

    private readonly Resolution _resolution;

    public CapacityBounds(Resolution resolution) => _resolution = resolution;

    public Rooms Start() => new();

    public Rooms Copy(Rooms state) => new() { ByOwner = new Dictionary<int, Room>(state.ByOwner), Shrunk = state.Shrunk };

    public bool Join(Rooms into, Rooms from)
    {
        var changed = false;
        foreach (var owner in into.ByOwner.Keys.ToArray())
        {
            var here = into.Of(owner);
            var joined = here.Join(from.Of(owner));
            if (joined != here)
            {
                into.ByOwner[owner] = into.Shrunk < PatienceWithLoops ? joined : Room.Unknown;
                changed |= into.ByOwner[owner] != here;
            }
        }

        into.Shrunk += changed ? 1 : 0;
        return changed;
    }

    public Rooms Caught(Rooms state) => state;

    public void Cross(FlowEdge edge, Rooms state)
    {
    }

    public void Apply(FlowNode node, Fact fact, Rooms state)
    {
        var owners = _resolution.OperandOf(node, fact).Ids;
        foreach (var owner in owners)
        {
            var room = fact switch
            {
                Create => Room.Unknown,
                Reserve reserve => Made(reserve.Amount),
                Rewind => state.Of(owner) with { Spare = Room.Unbounded },
                Fill fill => Less(state.Of(owner), fill.Amount),
                Invalidate invalidate => After(invalidate, state.Of(owner)),
                _ => state.Of(owner),
            };
            state.ByOwner[owner] = owners.Length == 1 ? room : room.Join(state.Of(owner));
        }
    }

    /// <summary>Whether an owner's storage surely stays where it is.</summary>
    public static bool Preserves(Invalidate invalidate, Room room)
    {
        if (invalidate.Effect.Kind != EffectKind.Moves)
        {
            // Nothing shifts where the count grows, or stays.
            return invalidate is { Effect: { Kind: EffectKind.Shifts, Growth: Growth.CountIsAmount }, Amount.Kind: QuantityKind.CountAnd } || invalidate is { Effect: { Kind: EffectKind.Shifts, Growth: Growth.CountIsAmount }, Amount: { Kind: QuantityKind.Exactly, Value: var count } } && room.Count >= 0 && count >= room.Count;
        }

        return (invalidate.Effect.Growth, invalidate.Amount) switch
        {
            (Growth.CapacityIsAmount, _) => false,
            (Growth.CapacityAtLeastAmount or Growth.CountIsAmount, { Kind: QuantityKind.CountAnd, Value: var more }) => more <= room.Spare,
            (Growth.CapacityAtLeastAmount or Growth.CountIsAmount, { Kind: QuantityKind.Exactly, Value: var capacity }) => capacity <= room.Capacity,
            (Growth.CapacityAtLeastAmount or Growth.CountIsAmount, _) => room.Spare == Room.Unbounded,
            (_, { Kind: QuantityKind.Exactly, Value: var added }) => (long)added * invalidate.Trips <= room.Spare,
            _ => room.Spare == Room.Unbounded,
        };
    }

    private static Room Made(Quantity amount) => amount.Kind == QuantityKind.Exactly
        ? new Room(amount.Value, 0, amount.Value)
        : new Room(Room.Unbounded, 0, 0);

    private static Room After(Invalidate invalidate, Room room) => (invalidate.Effect.Kind, invalidate.Effect.Growth) switch
    {
        (EffectKind.Moves, Growth.CapacityIsAmount) => WithCapacity(room with { Spare = 0, Capacity = 0 }, invalidate.Amount),
        (EffectKind.Moves, Growth.CapacityAtLeastAmount) => WithCapacity(room, invalidate.Amount),
        (EffectKind.Moves, Growth.CountIsAmount) => WithCount(room, invalidate.Amount),
        (EffectKind.Moves, Growth.HintInAmount) => room with { Spare = Math.Max(room.Spare, invalidate.Amount?.Value == int.MaxValue ? 0 : invalidate.Amount?.Value ?? 0) },
        (EffectKind.Moves, Growth.One or Growth.Fixed or Growth.CountOfAmount) or (EffectKind.Moves, Growth.Unknown) => invalidate.Trips == 1 ? Less(room, invalidate.Amount) : room with { Count = -1 },
        (EffectKind.Shifts, Growth.CountIsAmount) => invalidate.Effect.Amount.IsNone ? WithCount(room, invalidate.Amount) : room,
        (EffectKind.Shifts, _) => room with { Count = -1 },
        _ => room,
    };

    private static Room WithCapacity(Room room, Quantity? amount) => amount switch
    {
        { Kind: QuantityKind.Exactly, Value: var capacity } => room with
        {
            Capacity = Math.Max(room.Capacity, capacity),
            Spare = room.Count < 0 ? room.Spare : Math.Max(room.Spare, capacity - room.Count),
        },
        { Kind: QuantityKind.CountAnd, Value: var more } => room with { Spare = Math.Max(room.Spare, more) },
        _ => room with { Spare = Room.Unbounded },
    };

    private static Room WithCount(Room room, Quantity? amount) => amount is { Kind: QuantityKind.Exactly, Value: var count }
        ? new Room(room.Spare == Room.Unbounded ? Room.Unbounded : Math.Max(room.Capacity - count, 0), count, Math.Max(room.Capacity, count))
        : room with { Spare = room.Spare == Room.Unbounded ? Room.Unbounded : 0, Count = -1 };

    private static Room Less(Room room, Quantity? amount)
    {
        if (amount is not { Kind: QuantityKind.Exactly, Value: var added })
        {
            return room with { Spare = room.Spare == Room.Unbounded ? Room.Unbounded : 0, Count = -1 };
        }

        return room with
        {
            Spare = room.Spare == Room.Unbounded ? Room.Unbounded : Math.Max(room.Spare - added, 0),
            Count = room.Count < 0 ? -1 : room.Count + added,
        };
    }
}
