// What an experiment can see of a view after something was done to its owner.
namespace BufferLint.ExecutedFacts;

/// <summary>What became of a view, or what the thing handed out turned out to be.</summary>
public enum Outcome
{
    /// <summary>The view still shows the owner's storage, with the contents it showed before.</summary>
    Stayed,

    /// <summary>The view still shows the owner's storage, but other contents, or more than the owner still has.</summary>
    Shifted,

    /// <summary>The owner's storage is another by now.</summary>
    Moved,

    /// <summary>What the view shows belongs to somebody else by now.</summary>
    Recycled,

    /// <summary>What was handed out is the owner's storage.</summary>
    Aliased,

    /// <summary>What was handed out stands apart from the storage: it never changes again.</summary>
    Copied,

    /// <summary>The lease has ended: its reader or writer went on, gave it back, or gives another place now.</summary>
    Advanced,

    /// <summary>To read on is refused, or gives the same part again, until the lease is ended.</summary>
    HeldBack,

    /// <summary>What is done to the thing handed out is done to the owner.</summary>
    Forwarded,

    /// <summary>What was released is refused to whoever asks for it.</summary>
    Refused,

    /// <summary>A second release went through, and the same storage went to two at once.</summary>
    GivenTwice,

    /// <summary>The result is all there is left to release.</summary>
    HandedOn,

    /// <summary>The work was over when the member was through, or it said no before.</summary>
    Over,

    /// <summary>The member was through, and the work was not.</summary>
    StillRunning,
}
