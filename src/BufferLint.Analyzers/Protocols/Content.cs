// What a place may hold while the members of a type are run one after the other: a constant, as far as it is known, and
// the storage that the watched field held or holds.
using System;
using Microsoft.CodeAnalysis;

namespace BufferLint.Protocols;

/// <summary>Storage that something may be.</summary>
[Flags]
internal enum Storage
{
    /// <summary>Any other.</summary>
    None = 0,

    /// <summary>What the watched field held when the first member was entered.</summary>
    Former = 1,

    /// <summary>What the watched field was given since.</summary>
    Present = 2,
}

/// <summary>How much is known of a value.</summary>
internal enum Knowledge
{
    /// <summary>It is what it was before anybody was called, whatever that is.</summary>
    Unknown,

    /// <summary>It is a constant.</summary>
    Known,

    /// <summary>A member has changed it, nobody knows to what: who asks it may well ask whether that member has run.</summary>
    Changed,
}

/// <summary>What a place, or an expression, may hold.</summary>
/// <param name="Knowledge">How much is known of it.</param>
/// <param name="Constant">The constant, if it is one.</param>
/// <param name="Storage">Which storage of the watched field it may be.</param>
/// <param name="GivenAt">The call that gave it to the running function as an argument; <see langword="null"/> if that found it itself.</param>
/// <param name="IsWhole">Whether it is a collection, or goes through one, whose elements are that storage.</param>
internal readonly record struct Content(Knowledge Knowledge, object? Constant, Storage Storage, SyntaxNode? GivenAt = null, bool IsWhole = false)
{
    public static Content Unknown => default;

    public static Content Changed => new(Knowledge.Changed, null, Storage.None);

    public static Content Null => Known(null);

    /// <summary>Whether it is surely nothing: null, or the number or address zero.</summary>
    public bool IsNull => Knowledge == Knowledge.Known && Storage == Storage.None && (Constant is null || Comparisons.Number(Constant) == 0);

    /// <summary>Whether it is surely something.</summary>
    public bool IsSomething => Storage != Storage.None || (Knowledge == Knowledge.Known && !IsNull);

    public static Content Known(object? constant) => new(Knowledge.Known, constant, Storage.None);

    public static Content Of(Storage storage) => new(Knowledge.Unknown, null, storage);

    /// <summary>What is held where two paths meet: what they do not agree on was changed on one of them.</summary>
    public Content Join(Content other)
    {
        var isSame = Knowledge == other.Knowledge && Equals(Constant, other.Constant);
        return new Content(isSame ? Knowledge : Knowledge.Changed, isSame ? Constant : null, Storage | other.Storage, GivenAt ?? other.GivenAt, IsWhole || other.IsWhole);
    }

    /// <summary>What is made of several values by whatever means: as little known as of any of them.</summary>
    public Content With(Content other) => Knowledge == Knowledge.Changed || other.Knowledge == Knowledge.Changed ? Changed : Unknown;

    /// <summary>The truth of it, if it is known.</summary>
    public bool? Truth => Knowledge == Knowledge.Known ? Constant as bool? : null;
}
