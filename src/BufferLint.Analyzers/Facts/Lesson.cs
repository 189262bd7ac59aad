// What a branch teaches: the condition it stands for, said of origins.
namespace BufferLint.Facts;

/// <summary>One thing that is so wherever a branch was taken.</summary>
internal abstract record Lesson;

/// <summary><paramref name="Holder"/> is null, and so holds nothing.</summary>
internal sealed record IsNull(Origin Holder) : Lesson;

/// <summary>What <paramref name="Holder"/> holds has not been released through it.</summary>
internal sealed record IsHeld(Origin Holder) : Lesson;

/// <summary>A pointer is set: whoever sets it to null with each release has it still.</summary>
internal sealed record IsSet : Lesson;

/// <summary>Both are one object, or are not. <paramref name="Fresh"/> got its value later, as far as the source tells.</summary>
internal sealed record IsSame(Origin Old, Origin Fresh, bool AreSame) : Lesson;

/// <summary><paramref name="Address"/> is null.</summary>
internal sealed record IsZero(Origin Address) : Lesson;

/// <summary>Both are one address.</summary>
internal sealed record IsSameAddress(Origin One, Origin Other) : Lesson;

/// <summary>There is room in <paramref name="Storage"/>, or there is not.</summary>
/// <param name="Storage">The field or variable that holds the storage.</param>
/// <param name="Elements">For how many elements; <see langword="null"/> for as many as the program computed.</param>
/// <param name="IsSo">Whether there is.</param>
internal sealed record HasRoom(Origin Storage, int? Elements, bool IsSo) : Lesson;

/// <summary>What <paramref name="Wait"/> waited for is over: it said so.</summary>
internal sealed record IsOver(Abandon Wait) : Lesson;

/// <summary>A fixed statement is left: what it kept in its place may move from here on.</summary>
internal sealed record EndsFixed(Invalidate Pin) : Lesson;

/// <summary>What <paramref name="Owner"/> holds has an entry under <paramref name="Key"/>.</summary>
internal sealed record HasKey(Origin Owner, object Key) : Lesson;

/// <summary>The call that was asked gave nothing out through <paramref name="Given"/>.</summary>
internal sealed record GaveNothing(Origin Given) : Lesson;

/// <summary><paramref name="Difference"/> of two sizes is at least, equal to, or distinct from zero.</summary>
internal sealed record Bounded(Extent Difference, ComparisonKind Kind) : Lesson
{
    /// <summary>What holds where this does not.</summary>
    public Bounded Negated => Kind switch
    {
        ComparisonKind.AtLeast => new Bounded(Extent.Exactly(-1).Minus(Difference) ?? Extent.Exactly(0), ComparisonKind.AtLeast),
        ComparisonKind.Equal => this with { Kind = ComparisonKind.Distinct },
        _ => this with { Kind = ComparisonKind.Equal },
    };
}
