// Source that does not compile gets the compiler's errors and never a crash of the analysis.
using System.Threading.Tasks;
using BufferLint.Package.Tests.Hosting;
using Xunit;

namespace BufferLint.Package.Tests;

public class HalfTypedTests
{
    [Fact]
    public async Task Only_the_compiler_complains()
    {
        var project = (await FreshProject.CreateAsync("HalfTyped")).With("Orders.cs", Sources.HalfTyped);

        var build = (await project.BuildAsync()).Failed();
        Assert.NotEmpty(build.Messages);
        Assert.All(build.Messages, message => Assert.StartsWith("CS", message.Id));

        // The formatter, as an editor, analyses what does not compile.
        var format = (await project.FixAsync("BUF1001")).Succeeded();
        Assert.DoesNotContain("xception", format.Output);
    }
}
