namespace BufferLint.Checks;

/// <summary>When an address stops being good.</summary>
internal enum AddressEnd
{
    /// <summary>When the method returns: it points into its stack frame.</summary>
    Return,

    /// <summary>At the end of the fixed statement.</summary>
    Fixed,

    /// <summary>Whenever the collector runs: nothing keeps what it points into in its place.</summary>
    Collection,
}
