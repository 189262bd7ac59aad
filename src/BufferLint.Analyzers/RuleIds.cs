namespace BufferLint;

/// <summary>The ids of all rules; for ever.</summary>
public static class RuleIds
{
    /// <summary>Buffer is resized while a view of it is still in use.</summary>
    public const string ResizeUnderView = "BUF1001";

    /// <summary>View is used after its reader or writer advanced.</summary>
    public const string ViewAfterAdvance = "BUF1002";

    /// <summary>A callback may resize the buffer while a view of it is in use.</summary>
    public const string ResizeInCallback = "BUF1003";

    /// <summary>Pipe is read again without advancing.</summary>
    public const string ReadWithoutAdvance = "BUF1004";

    /// <summary>Buffer or view is used after release.</summary>
    public const string UseAfterRelease = "BUF2001";

    /// <summary>Buffer is released twice.</summary>
    public const string DoubleRelease = "BUF2002";

    /// <summary>Lease of pinned or native memory is never released.</summary>
    public const string NativeLeak = "BUF2003";

    /// <summary>Release does not match the acquire.</summary>
    public const string MismatchedRelease = "BUF2004";

    /// <summary>A field keeps a buffer that was released.</summary>
    public const string KeptReleasedField = "BUF2005";

    /// <summary>Pooled buffer is never returned.</summary>
    public const string PoolLeak = "BUF2006";

    /// <summary>Write through a read-only view.</summary>
    public const string ReadOnlyWrite = "BUF3001";

    /// <summary>Read-only view is handed out as writable.</summary>
    public const string ReadOnlyHandedOut = "BUF3002";

    /// <summary>View escapes into work that can outlive its buffer.</summary>
    public const string ViewInUnwaitedWork = "BUF4001";

    /// <summary>View is used after an await that changed its buffer.</summary>
    public const string ViewAfterAwait = "BUF4002";

    /// <summary>Buffer is released, resized or reused while an operation on its view is running.</summary>
    public const string ReleaseUnderWork = "BUF4003";

    /// <summary>A timed-out or abandoned operation may still use the buffer.</summary>
    public const string ReleaseUnderAbandonedWork = "BUF4004";

    /// <summary>View is held across an await while other members can change its buffer.</summary>
    public const string ViewAcrossAwait = "BUF4005";

    /// <summary>Returned view outlives its buffer.</summary>
    public const string ReturnedViewOutlives = "BUF5001";

    /// <summary>Stored view outlives its buffer.</summary>
    public const string StoredViewOutlives = "BUF5002";

    /// <summary>Address of stack or unpinned memory escapes.</summary>
    public const string EscapingAddress = "BUF5003";

    /// <summary>Memory lent for the call is kept beyond it.</summary>
    public const string KeptLentMemory = "BUF5004";

    /// <summary>Memory parameter is kept beyond the call.</summary>
    public const string KeptMemoryParameter = "BUF5005";

    /// <summary>Copy, slice or count does not fit.</summary>
    public const string SizeMisfit = "BUF6001";

    /// <summary>Reinterpretation does not fit.</summary>
    public const string ReinterpretationMisfit = "BUF6002";

    /// <summary>A rented or grown buffer is read as data past its valid part.</summary>
    public const string PartialRead = "BUF6003";

    /// <summary>This object cannot give or grow that view.</summary>
    public const string RefusedView = "BUF6004";
}
