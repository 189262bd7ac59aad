// The whole story of a user: found at compile time, wrong at run time, fixed by `dotnet format`, clean and right.
using System.Threading.Tasks;
using BufferLint.Package.Tests.Hosting;
using Xunit;

namespace BufferLint.Package.Tests;

public class FixTests
{
    [Fact]
    public async Task The_faulty_sample_is_fixed_by_dotnet_format()
    {
        (await FreshProject.CreateAsync("Buffers", more: "<PropertyGroup><Nullable>enable</Nullable><DefineConstants>$(DefineConstants);BUFFERLINT_ANNOTATIONS</DefineConstants></PropertyGroup>"))
            .WithSourcesOf("src/BufferLint.Annotations", "Annotations")
            .WithSourcesOf("samples/ByteArray", "ByteArray");
        var project = (await FreshProject.CreateAsync("Story", more: """
            <PropertyGroup><OutputType>Exe</OutputType><Nullable>enable</Nullable></PropertyGroup>
              <ItemGroup><ProjectReference Include="../Buffers/Buffers.csproj" /></ItemGroup>
            """)).WithSourcesOf("samples/ResizeUnderView", "");

        (await project.BuildAsync()).Succeeded().Printed("Program.cs(16): warning BUF1001", "Totals.cs(20): warning BUF1001");
        var before = await project.RunAsync();
        Assert.Equal("total: 1749 (should be 1649)\ngreeting: BufferError: Existing exports of data: object cannot be re-sized\n", before.Failed().Output);

        (await project.FixAsync("BUF1001")).Succeeded();

        Assert.Matches(@"\n        view\.Release\(\);\n        data\.Append\(", project.Read("Program.cs"));
        Assert.Matches(@"prices\.Add\(499\);[^\n]*\n        goods = CollectionsMarshal\.AsSpan\(prices\);\n", project.Read("Totals.cs"));
        (await project.BuildAsync()).Succeeded().Printed();
        var after = await project.RunAsync();
        Assert.Equal("total: 1649 (should be 1649)\ngreeting: bytearray(b'Hello!')\n", after.Succeeded().Output);
    }

    [Fact]
    public async Task One_run_applies_the_preferred_fix_of_every_finding()
    {
        var project = (await FreshProject.CreateAsync("Preferred"))
            .With("Read.cs", """
                using System.Collections.Generic; using System.Runtime.InteropServices;
                public static class Read
                {
                    public static int Last(List<int> list)
                    {
                        var view = CollectionsMarshal.AsSpan(list);
                        list.Add(1);
                        return view[0];
                    }
                }

                """)
            .With("Written.cs", Sources.ListGrows());

        (await project.BuildAsync()).Succeeded().Printed("Read.cs(7): warning BUF1001", "Written.cs(9): warning BUF1001");
        (await project.FixAsync("BUF1001")).Succeeded();

        Assert.Contains("list.Add(1);\n        view = CollectionsMarshal.AsSpan(list);\n", project.Read("Read.cs"), System.StringComparison.Ordinal);
        Assert.Contains("list.Add(1);\n        view = CollectionsMarshal.AsSpan(list);\n", project.Read("Written.cs"), System.StringComparison.Ordinal);
    }
}
