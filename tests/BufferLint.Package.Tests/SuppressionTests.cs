// What silences a finding does, and what raises warnings raises the rest.
using System.Linq;
using System.Threading.Tasks;
using BufferLint.Package.Tests.Hosting;
using Xunit;

namespace BufferLint.Package.Tests;

public class SuppressionTests
{
    [Fact]
    public async Task Pragmas_and_attributes_silence_and_warnaserror_raises_what_is_left()
    {
        var pragma = Sources.ListGrows("Pragma").Replace("        list.Add(1);\n", "#pragma warning disable BUF1001\n        list.Add(1);\n#pragma warning restore BUF1001\n");
        var attribute = Sources.ListGrows("Attribute").Replace("    public static void Faulty", "    [System.Diagnostics.CodeAnalysis.SuppressMessage(\"BufferLifetime\", \"BUF1001\")]\n    public static void Faulty");
        var project = (await FreshProject.CreateAsync("Suppressed"))
            .With("Attribute.cs", attribute)
            .With("Left.cs", Sources.ListGrows("Left"))
            .With("Pragma.cs", pragma);

        (await project.BuildAsync("-warnaserror")).Failed().Printed("Left.cs(9): error BUF1001");

        var logged = project.Log().Findings.Where(finding => finding.Id == "BUF1001").ToDictionary(finding => finding.File, finding => finding.IsSuppressed);
        Assert.Equal(3, logged.Count);
        Assert.True(logged["Attribute.cs"]);
        Assert.False(logged["Left.cs"]);
        Assert.True(logged["Pragma.cs"]);
    }
}
