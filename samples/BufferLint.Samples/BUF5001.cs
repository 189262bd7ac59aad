// BUF5001: Returned view outlives its buffer. The bug, its near-miss, the fix.
namespace BufferLint.Samples;

/// <summary>Returned view outlives its buffer.</summary>
public static class BUF5001
{
}
