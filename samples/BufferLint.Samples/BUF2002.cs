// BUF2002: Buffer is released twice. The bug, its near-miss, the fix.
namespace BufferLint.Samples;

/// <summary>Buffer is released twice.</summary>
public static class BUF2002
{
}
