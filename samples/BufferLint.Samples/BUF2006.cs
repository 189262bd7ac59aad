// BUF2006: Pooled buffer is never returned. The bug, its near-miss, the fix.
namespace BufferLint.Samples;

/// <summary>Pooled buffer is never returned.</summary>
public static class BUF2006
{
}
