namespace BufferLint.Facts;

/// <summary>Why an object does not give or grow what it is asked for.</summary>
internal enum Refusal
{
    /// <summary>It does not refuse: it is too small.</summary>
    None,

    /// <summary>A stream over an array that was not told to show it.</summary>
    HiddenBuffer,

    /// <summary>A stream over an array, which never grows.</summary>
    FixedStream,

    /// <summary>An object that holds references cannot be pinned.</summary>
    References,

    /// <summary>Nobody looked whether the buffer was given.</summary>
    Unasked,
}
