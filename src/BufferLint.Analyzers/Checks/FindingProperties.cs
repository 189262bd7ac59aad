// What the analysis tells the code fixes: the names under which a diagnostic carries it.
namespace BufferLint.Checks;

/// <summary>Keys of <c>Diagnostic.Properties</c>.</summary>
internal static class FindingProperties
{
    /// <summary>What became of the storage, by the name of its <c>EffectKind</c>; present on every finding about a view or lease.</summary>
    public const string Ending = nameof(Ending);

    /// <summary>The local that holds the view, where it is the only holder that is used afterwards.</summary>
    public const string ViewLocal = nameof(ViewLocal);

    /// <summary>Present if storage may be written through the view: a copy would lose the writes.</summary>
    public const string MayWrite = nameof(MayWrite);

    /// <summary>Present if taking the view changes the owner: it cannot be taken again.</summary>
    public const string Impure = nameof(Impure);

    /// <summary>Present if nobody may write through the view.</summary>
    public const string ReadOnly = nameof(ReadOnly);

    /// <summary>How many elements all growth under this view adds, where that is a known number.</summary>
    public const string Growth = nameof(Growth);

    /// <summary>Present if the view is counted, and so to be released.</summary>
    public const string Counted = nameof(Counted);

    /// <summary>Present if the view is used, other than to release it, after it was broken.</summary>
    public const string UsedAfter = nameof(UsedAfter);

    /// <summary>How a lease is released, as its family says it.</summary>
    public const string Release = nameof(Release);

    /// <summary>How the lease should have been released, where another way was chosen.</summary>
    public const string MatchingRelease = nameof(MatchingRelease);

    /// <summary>Present if a lease is released on some other way.</summary>
    public const string ReleasedElsewhere = nameof(ReleasedElsewhere);

    /// <summary>Present if somebody else answers for a lease on some other way.</summary>
    public const string HandedOn = nameof(HandedOn);

    /// <summary>Of what is too small: how many elements it needs, where that is a known number.</summary>
    public const string NeededElements = nameof(NeededElements);

    /// <summary>Of a buffer longer than its data: the expression that says how much is data, where one does.</summary>
    public const string ValidLength = nameof(ValidLength);

    /// <summary>Present if a second release only gives back what was given back before, whichever way led there.</summary>
    public const string Needless = nameof(Needless);

    /// <summary>Of a field that keeps what was released: its name.</summary>
    public const string KeptField = nameof(KeptField);

    /// <summary>Present if what a field keeps is released once more by the next call.</summary>
    public const string ReleasedAgain = nameof(ReleasedAgain);
}
