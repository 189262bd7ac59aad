// What is surely known of the room in one owner on one path, from what the program itself says.
using System;
using BufferLint.Oracle.Programs;

namespace BufferLint.Oracle.Paths;

/// <summary>Known room.</summary>
/// <param name="Least">At least so many elements are in it.</param>
/// <param name="Most">At most so many; <see langword="null"/> if not known.</param>
/// <param name="Spare">At least so many can be added.</param>
/// <param name="Capacity">At least so many fit in all.</param>
internal readonly record struct Room(int Least, int? Most, int Spare, int Capacity)
{
    public static Room Unknown => new(0, null, 0, 0);

    public static Room Of(Creation made) => new Room(made.Count, made.Count, 0, made.Capacity).Consistent();

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
        what.Shifts && !(what.Removes == Removes.All && Most == 0) && !(what.Asks == Asks.CountInAll && Most <= what.Amount);

    /// <summary>The room afterwards.</summary>
    public Room After(Operation what)
    {
        var left = Math.Max(Spare - what.Amount, 0);
        var grown = (what.Asks switch
        {
            // A key that is there already adds nothing; one is there now.
            Asks.ToAdd when what.Key is not null => new Room(0, Most + 1, left, Math.Max(Capacity, 1)),
            Asks.ToAdd => new Room(Least + what.Amount, Most + what.Amount, left, Capacity),
            Asks.RoomBeyondCount => this with { Spare = Math.Max(Spare, what.Amount) },
            Asks.RoomInAll => this with { Capacity = Math.Max(Capacity, what.Amount) },
            Asks.CountInAll => new Room(what.Amount, what.Amount, 0, Capacity),
            Asks.ToReallocate => new Room(Least, Most, 0, what.Amount),
            _ => this,
        }).Consistent();
        return (what.Removes switch
        {
            Removes.One => grown with { Least = Math.Max(grown.Least - 1, 0), Most = grown.Most > 0 ? grown.Most - 1 : grown.Most, Spare = grown.Spare + 1 },
            Removes.Perhaps => grown with { Least = 0 },
            Removes.All => grown with { Least = 0, Most = 0 },
            _ => grown,
        }).Consistent();
    }

    /// <summary>What fits beside what is there is capacity, and capacity beyond what is there is spare.</summary>
    private Room Consistent()
    {
        var capacity = Math.Max(Capacity, Least + Spare);
        return this with { Capacity = capacity, Spare = Math.Max(Spare, capacity - Most ?? 0) };
    }
}
