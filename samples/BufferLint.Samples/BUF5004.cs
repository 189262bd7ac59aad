// BUF5004: Memory lent for the call is kept beyond it. The bug, its near-miss, the fix.
namespace BufferLint.Samples;

/// <summary>Memory lent for the call is kept beyond it.</summary>
public static class BUF5004
{
}
