// BUF2003: Lease of pinned or native memory is never released. The bug, its near-miss, the fix.
namespace BufferLint.Samples;

/// <summary>Lease of pinned or native memory is never released.</summary>
public static class BUF2003
{
}
