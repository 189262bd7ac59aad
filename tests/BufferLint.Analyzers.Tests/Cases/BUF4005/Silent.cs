// BUF4005: what must stay silent. A false positive that was mended stays here for ever, named after its issue.
namespace BufferLint.Tests.Cases.BUF4005;

public class Silent
{
}
