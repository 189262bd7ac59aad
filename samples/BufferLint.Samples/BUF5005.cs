// BUF5005: Memory parameter is kept beyond the call. The bug, its near-miss, the fix.
namespace BufferLint.Samples;

/// <summary>Memory parameter is kept beyond the call.</summary>
public static class BUF5005
{
}
