// The dump command: what it prints of a file, and what it says of bad input.
using System;
using System.IO;
using BufferLint.Dev;
using BufferLint.Dev.Dump;
using Xunit;

namespace BufferLint.Tests.Engine;

public sealed class DumpCommandTests : IDisposable
{
    private const string Source = """
        using System.Collections.Generic;
        using System.Runtime.InteropServices;

        class C
        {
            static readonly List<int> Empty = new(4);

            static int Broken(List<int> list)
            {
                var view = CollectionsMarshal.AsSpan(list);
                list.Add(1);
                return view[0];
            }

            static int Count(List<int> list) => list.Count;

            int Property { get => 1; set => Empty.Add(value); }
        }
        """;

    private readonly string _file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".cs");

    public DumpCommandTests() => File.WriteAllText(_file, Source);

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void PrintsEveryMemberThatHasCode()
    {
        var dump = Dump(null);
        Assert.Contains("== C.Empty\n", dump, StringComparison.Ordinal);
        Assert.Contains("== C.Broken(List<int>)\n", dump, StringComparison.Ordinal);
        Assert.Contains("== C.Count(List<int>)\n", dump, StringComparison.Ordinal);
        Assert.Contains("== C.Property.get\n", dump, StringComparison.Ordinal);
        Assert.Contains("== C.Property.set\n", dump, StringComparison.Ordinal);
    }

    [Fact]
    public void PrintsOneMemberOnRequest()
    {
        var dump = Dump("Broken");
        Assert.StartsWith("== C.Broken(List<int>)\n", dump, StringComparison.Ordinal);
        Assert.DoesNotContain("C.Count", dump, StringComparison.Ordinal);
    }

    [Fact]
    public void PrintsTheSameTextEveryTime() => Assert.Equal(Dump(null), Dump(null));

    [Fact]
    public void PrintsTheFindingAsItIsReported() => Assert.Contains("!! line 11: BUF1001: 'list.Add(1)' may move the storage of 'list'", Dump("Broken"), StringComparison.Ordinal);

    [Fact]
    public void SaysThatAFileIsMissing() =>
        Assert.Contains("there is no file", Assert.Throws<BadInputException>(() => DumpCommand.Run(new FileInfo(_file + ".missing"), null, TextWriter.Null)).Message, StringComparison.Ordinal);

    [Fact]
    public void SaysThatAMethodIsMissing() =>
        Assert.Contains("'Nowhere'", Assert.Throws<BadInputException>(() => Dump("Nowhere")).Message, StringComparison.Ordinal);

    private string Dump(string? method)
    {
        using var output = new StringWriter { NewLine = "\n" };
        Assert.Equal(0, DumpCommand.Run(new FileInfo(_file), method, output));
        return output.ToString();
    }
}
