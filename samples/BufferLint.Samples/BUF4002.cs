// BUF4002: View is used after an await that changed its buffer. The bug, its near-miss, the fix.
namespace BufferLint.Samples;

/// <summary>View is used after an await that changed its buffer.</summary>
public static class BUF4002
{
}
