// BUF3002: what must stay silent. A false positive that was mended stays here for ever, named after its issue.
namespace BufferLint.Tests.Cases.BUF3002;

public class Silent
{
}
