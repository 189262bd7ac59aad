// A place in a call that an effect speaks of: the receiver, an argument, or the result.
using System;

namespace BufferLint.Model;

/// <summary>The receiver, one parameter, or the result of a member.</summary>
internal readonly struct Slot : IEquatable<Slot>
{
    private const int ThisOrdinal = -1;
    private const int ResultOrdinal = -2;
    private const int NoneOrdinal = -3;

    private Slot(int ordinal) => Ordinal = ordinal;

    /// <summary>The ordinal of the parameter; negative for the receiver and the result.</summary>
    public int Ordinal { get; }

    public static Slot This => new(ThisOrdinal);

    public static Slot Result => new(ResultOrdinal);

    public static Slot None => new(NoneOrdinal);

    public bool IsResult => Ordinal == ResultOrdinal;

    public bool IsNone => Ordinal == NoneOrdinal;

    public static Slot Parameter(int ordinal) => new(ordinal);

    public bool Equals(Slot other) => Ordinal == other.Ordinal;

    public override bool Equals(object? obj) => obj is Slot other && Equals(other);

    public override int GetHashCode() => Ordinal;

    public override string ToString() => Ordinal switch
    {
        ThisOrdinal => "this",
        ResultOrdinal => "result",
        NoneOrdinal => "none",
        _ => "parameter " + Ordinal,
    };
}
