// BUF3001: what must stay silent. A false positive that was mended stays here for ever, named after its issue.
namespace BufferLint.Tests.Cases.BUF3001;

public class Silent
{
}
