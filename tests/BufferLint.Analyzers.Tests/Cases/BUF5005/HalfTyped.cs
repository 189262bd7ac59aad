// Names that are not typed yet have no words to go by: what is typed is told, and nothing crashes.
using System.Threading.Tasks;
using BufferLint.Testing;
using Xunit;
using static BufferLint.Tests.Cases.LentSource;

namespace BufferLint.Tests.Cases.BUF5005;

public class HalfTyped
{
    [Theory]
    [InlineData("public class { ReadOnlyMemory<byte> _last; public void Log(ReadOnlyMemory<byte> line) => {|BUF5005:_last = line|}; }")]
    [InlineData("public class Log { ReadOnlyMemory<byte> _last; public void (ReadOnlyMemory<byte> line) => _last = line; }")]
    [InlineData("public class Log { ReadOnlyMemory<byte> _last; public void Line(ReadOnlyMemory<byte> ) => _last = ; }")]
    public Task NeverACrash(string type) => new CSharpAnalyzerTest<BufferLintAnalyzer>
    {
        TestCode = AnnotatedTypes(type),
        CompilerDiagnostics = CompilerDiagnostics.None,
    }.RunAsync();
}
