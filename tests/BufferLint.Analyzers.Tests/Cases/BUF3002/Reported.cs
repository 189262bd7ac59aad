// BUF3002: what must be reported. Each case has a twin of nearly the same name in Silent.cs.
namespace BufferLint.Tests.Cases.BUF3002;

public class Reported
{
}
