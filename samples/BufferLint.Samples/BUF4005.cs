// BUF4005: View is held across an await while other members can change its buffer. The bug, its near-miss, the fix.
namespace BufferLint.Samples;

/// <summary>View is held across an await while other members can change its buffer.</summary>
public static class BUF4005
{
}
