// BUF3001: what is known to be answered wrongly today, each with its reason. A case that turns right moves away from here.
namespace BufferLint.Tests.Cases.BUF3001;

public class KnownGaps
{
}
