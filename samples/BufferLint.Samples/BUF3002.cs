// BUF3002: Read-only view is handed out as writable. The bug, its near-miss, the fix.
namespace BufferLint.Samples;

/// <summary>Read-only view is handed out as writable.</summary>
public static class BUF3002
{
}
