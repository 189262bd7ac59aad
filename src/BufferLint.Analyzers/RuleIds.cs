namespace BufferLint;

/// <summary>The ids of all rules; for ever.</summary>
public static class RuleIds
{
    /// <summary>Buffer is resized while a view of it is still in use.</summary>
    public const string ResizeUnderView = "BUF1001";
}
