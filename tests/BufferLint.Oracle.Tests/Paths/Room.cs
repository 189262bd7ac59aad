// What is surely known of the room in one owner on one path, from what the program itself says.
using System;
using BufferLint.Oracle.Programs;

namespace BufferLint.Oracle.Paths;

/// <summary>Known room.</summary>
/// <param name="Count">How many elements are in it; <see langword="null"/> if not known.</param>
/// <param name="Spare">At least so many can be added.</param>
/// <param name="Capacity">At least so many fit in all.</param>
internal readonly record struct Room(int? Count, int Spare, int Capacity)
{
    public static Room Unknown => new(null, 0, 0);

    public static Room Of(Creation made) => new(made.Count, Math.Max(made.Capacity - made.Count, 0), Math.Max(made.Capacity, made.Count));

    /// <summary>Whether the storage may be replaced.</summary>
    public bool MayMove(Operation what) => what.Asks switch
    {
        Asks.ToAdd or Asks.RoomBeyondCount => what.Amount > Spare,
        Asks.RoomInAll or Asks.CountInAll => what.Amount > Capacity,
        Asks.ToReallocate => true,
        _ => false,
    };

    /// <summary>Whether what is stored may change its place, or go: not where what is empty is cleared, or the count grows.</summary>
    public bool MayShift(Operation what) =>
        what.Shifts && !(what.Removes == Removes.All && Count == 0) && !(what.Asks == Asks.CountInAll && Count <= what.Amount);

    /// <summary>The room afterwards.</summary>
    public Room After(Operation what)
    {
        var grown = what.Asks switch
        {
            Asks.ToAdd when what.Key is not null => new Room(null, Math.Max(Spare - what.Amount, 0), Math.Max(Capacity, what.Amount)),
            Asks.ToAdd => new Room(Count + what.Amount, Math.Max(Spare - what.Amount, 0), Math.Max(Capacity, Count + what.Amount ?? what.Amount)),
            Asks.RoomBeyondCount => new Room(Count, Math.Max(Spare, what.Amount), Math.Max(Capacity, Count + what.Amount ?? what.Amount)),
            Asks.RoomInAll => new Room(Count, Math.Max(Spare, what.Amount - Count ?? 0), Math.Max(Capacity, what.Amount)),
            Asks.CountInAll => new Room(what.Amount, Math.Max(Capacity - what.Amount, 0), Math.Max(Capacity, what.Amount)),
            Asks.ToReallocate => new Room(Count, Math.Max(what.Amount - Count ?? 0, 0), Math.Max(Count ?? 0, what.Amount)),
            _ => this,
        };
        return (what.Removes switch
        {
            Removes.One => new Room(grown.Count is > 0 and var count ? count - 1 : null, grown.Spare + 1, grown.Capacity),
            Removes.Perhaps => grown with { Count = null },
            Removes.All => new Room(0, grown.Capacity, grown.Capacity),
            _ => grown,
        }).Consistent();
    }

    /// <summary>What fits beside what is there is capacity.</summary>
    private Room Consistent() => this with { Capacity = Math.Max(Capacity, (Count ?? 0) + Spare) };
}
