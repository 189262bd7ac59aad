// The faulty sample program goes wrong in just the ways its comments say, and goes right once mended.
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using BufferLint.Samples.Buffers;
using BufferLint.Samples.ResizeUnderView;
using Xunit;

namespace BufferLint.Samples.Tests;

public class ResizeUnderViewTests
{
    [Fact]
    public async Task The_program_prints_both_faults_and_returns_1()
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "ResizeUnderView.dll") },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(
            [
                "total: 1749 (should be 1649)",
                "greeting: BufferError: Existing exports of data: object cannot be re-sized",
            ],
            output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'));
        Assert.Equal("", await errors);
        Assert.Equal(1, process.ExitCode);
    }

    [Fact]
    public void The_greeting_is_refused() => Assert.Throws<BufferError>(Program.Greeting);

    [Fact]
    public void The_greeting_is_right_once_the_view_is_released_before_the_append()
    {
        var data = new ByteArray("hello"u8);
        var view = data.View();
        view[0] = (byte)'H';
        view.Release();
        data.Append((byte)'!');

        Assert.Equal("bytearray(b'Hello!')", data.ToString());
    }

    [Fact]
    public void The_voucher_is_lost_without_a_word()
    {
        Assert.Equal(1749, Totals.AfterVoucher());
        Assert.Equal(1649, Totals.Expected);
    }

    [Fact]
    public void The_voucher_counts_once_the_span_is_taken_after_the_add()
    {
        var prices = new List<int>(2) { 1000, 250 };
        prices.Add(499);
        var goods = CollectionsMarshal.AsSpan(prices);
        goods[0] -= 100;

        Assert.Equal(Totals.Expected, prices.Sum());
    }
}
