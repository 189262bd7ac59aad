// BUF3002: what is known to be answered wrongly today, each with its reason. A case that turns right moves away from here.
namespace BufferLint.Tests.Cases.BUF3002;

public class KnownGaps
{
}
