// BUF5003: Address of stack or unpinned memory escapes. The bug, its near-miss, the fix.
namespace BufferLint.Samples;

/// <summary>Address of stack or unpinned memory escapes.</summary>
public static class BUF5003
{
}
