// BUF3001: Write through a read-only view. The bug, its near-miss, the fix.
namespace BufferLint.Samples;

/// <summary>Write through a read-only view.</summary>
public static class BUF3001
{
}
