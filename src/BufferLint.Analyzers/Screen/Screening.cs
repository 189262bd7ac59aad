namespace BufferLint.Screen;

/// <summary>What the words of a body say.</summary>
internal enum Screening
{
    /// <summary>It cannot matter.</summary>
    Leave,

    /// <summary>It names no view; it matters if somebody whom it calls gives it one.</summary>
    AskCallees,

    /// <summary>It names a view, and somebody who may break one; whether it takes the view, its facts say.</summary>
    AskFacts,

    /// <summary>It may matter, if there is a view in it.</summary>
    Analyze,

    /// <summary>It may matter even if it takes no view itself: it keeps what it is given, or waits while others change what it has.</summary>
    AnalyzeWhole,
}
