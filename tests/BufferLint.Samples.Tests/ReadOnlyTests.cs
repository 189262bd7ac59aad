// What the samples of BUF3001 and BUF3002 do when they run: a literal is another text for the whole process, which is why
// that runs in one of its own; frozen arrays and messages of others change.
using System;
using System.Collections.Immutable;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using Xunit;

namespace BufferLint.Samples.Tests;

public sealed class ReadOnlyTests
{
    [Fact]
    public async Task Literal_is_changed_for_the_whole_process() => Assert.Equal(["nameless", "n*******", "n*******"], await RunAsync());

    [Fact]
    public async Task Literal_is_what_it_was_where_a_copy_is_written() => Assert.Equal(["nameless", "n*******", "nameless"], await RunAsync("fixed"));

    [Fact]
    public void New_text_is_written() => Assert.Equal("****", BUF3001.NearMiss(4));

    [Fact]
    public void Frozen_array_is_changed()
    {
        var prices = ImmutableArray.Create(1, 2);
        BUF3001.BugInAFrozenArray(prices);
        Assert.Equal(0, prices[0]);
    }

    [Fact]
    public void Message_of_others_is_changed_by_who_gets_the_payload()
    {
        byte[] message = [1, 2];
        BUF3002.Bug(message).Span[0] = 9;
        Assert.Equal(9, message[1]);
    }

    [Fact]
    public void Message_of_others_stays_where_the_payload_is_a_copy()
    {
        byte[] message = [1, 2];
        BUF3002.FixedByACopy(message).Span[0] = 9;
        Assert.Equal(2, message[1]);
        Assert.Equal(2, BUF3002.Fixed(message).Span[0]);
        BUF3002.NearMiss(message).Span[0] = 9;
        Assert.Equal(9, message[1]);
    }

    /// <summary>The lines that the program prints.</summary>
    private static async Task<string[]> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet") { RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "LiteralChanged.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
    }
}
