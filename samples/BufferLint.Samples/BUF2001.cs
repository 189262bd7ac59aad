// BUF2001: Buffer or view is used after release. The bug, its near-miss, the fix.
namespace BufferLint.Samples;

/// <summary>Buffer or view is used after release.</summary>
public static class BUF2001
{
}
