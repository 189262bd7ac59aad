// Work that nobody waits for gets a copy of what it only reads, or is awaited.
using System.Threading.Tasks;
using Xunit;
using Awaiting = BufferLint.CodeFixes.Tests.Fixes.FixCase<BufferLint.CodeFixes.AwaitWorkFix>;
using Copying = BufferLint.CodeFixes.Tests.Fixes.FixCase<BufferLint.CodeFixes.CopyForWorkFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class ViewInUnwaitedWorkFixesTests
{
    [Fact]
    public Task AMemory() => Copied(
        """
        using var owner = memory.Rent(n);
        var data = owner.Memory[..n];
        // In the background.
        Task.Run(() => Send([|data|].Span)); // later
        """,
        """
        using var owner = memory.Rent(n);
        var data = owner.Memory[..n];
        Memory<byte> dataCopy = data.ToArray();
        // In the background.
        Task.Run(() => Send(dataCopy.Span)); // later
        """);

    [Fact]
    public Task AnArrayOfWhichElementsAreRead() => Copied(
        """
        var a = pool.Rent(n);
        a[0] = 1;
        ThreadPool.QueueUserWorkItem(_ =>
        {
            Console.WriteLine([|a|].Length);
            Console.WriteLine(a[0]);
        });
        pool.Return(a);
        """,
        """
        var a = pool.Rent(n);
        a[0] = 1;
        var aCopy = a.AsSpan().ToArray();
        ThreadPool.QueueUserWorkItem(_ =>
        {
            Console.WriteLine(aCopy.Length);
            Console.WriteLine(aCopy[0]);
        });
        pool.Return(a);
        """);

    [Fact]
    public Task WithoutBraces() => Copied(
        """
        var a = pool.Rent(n);
        if (on)
            Task.Run(() => Console.WriteLine([|a|][0]));
        pool.Return(a);
        """,
        """
        var a = pool.Rent(n);
        if (on)
        {
            var aCopy = a.AsSpan().ToArray();
            Task.Run(() => Console.WriteLine(aCopy[0]));
        }
        pool.Return(a);
        """);

    [Fact]
    public Task AnArgument() => Copied(
        """
        using var owner = memory.Rent(n);
        writer.TryWrite([|owner.Memory[..n]|]);
        """,
        """
        using var owner = memory.Rent(n);
        writer.TryWrite(owner.Memory[..n].ToArray());
        """);

    [Theory]
    [InlineData("[|a|][0] = 1")]
    [InlineData("Fill([|a|])")]
    [InlineData("stream.Read([|a|], 0, n)")]
    [InlineData("stream.Read([|a|].AsSpan())")]
    [InlineData("[|a|].AsSpan().Clear()")]
    public Task NotWhereTheWorkWrites(string work) => Copying.NotOfferedInFile(File(
        $"""
        var a = pool.Rent(n);
        Task.Run(() => {work});
        pool.Return(a);
        """));

    [Fact]
    public Task NotWhereItIsFilledLater() => Copying.NotOfferedInFile(File(
        """
        var a = pool.Rent(n);
        Task.Run(() => Console.WriteLine([|a|][0]));
        stream.ReadExactly(a, 0, n);
        pool.Return(a);
        """));

    [Fact]
    public Task NotOfAnAddress() => Copying.NotOfferedInFile(File(
        """
        var p = Marshal.AllocHGlobal(n);
        Task.Run(() => Console.WriteLine(Marshal.ReadByte([|p|])));
        Marshal.FreeHGlobal(p);
        """));

    [Fact]
    public Task NotOfAStateOfAnyType() => Copying.NotOfferedInFile(File(
        """
        var a = pool.Rent(n);
        ThreadPool.QueueUserWorkItem(static state => ((byte[])state!)[0] = 1, [|a|]);
        pool.Return(a);
        """));

    [Fact]
    public Task NotUnderASymbol() => Copying.NotOfferedInFile(File(
        """
        var a = pool.Rent(n);
        #if !OTHER
        Task.Run(() => Console.WriteLine([|a|][0]));
        #endif
        pool.Return(a);
        """));

    [Theory]
    [InlineData("_ = Task.Run(() => [|a|][0] = 1);", "await Task.Run(() => a[0] = 1);")]
    [InlineData("Task.Run(async () => { await Task.Yield(); [|a|][0] = 1; });", "await Task.Run(async () => { await Task.Yield(); a[0] = 1; });")]
    public Task Awaited(string started, string awaited) => Awaiting.AppliedToFile(AsyncFile(started), AsyncFile(awaited));

    [Theory]
    [InlineData("_ = Task.Factory.StartNew(async () => { await Task.Yield(); [|a|][0] = 1; });")]
    [InlineData("ThreadPool.QueueUserWorkItem(_ => [|a|][0] = 1);")]
    [InlineData("lock (pool) { _ = Task.Run(() => [|a|][0] = 1); }")]
    public Task NotAwaited(string started) => Awaiting.NotOfferedInFile(AsyncFile(started));

    [Fact]
    public Task NotInAPlainMethod() => Awaiting.NotOfferedInFile(File(
        """
        var a = pool.Rent(n);
        _ = Task.Run(() => [|a|][0] = 1);
        pool.Return(a);
        """));

    [Fact]
    public Task AllAtOnce() => Copying.AppliedToFile(
        File(
            """
            var a = pool.Rent(n);
            Task.Run(() => Console.WriteLine([|a|][0]));
            Task.Run(() => Console.WriteLine([|a|][1]));
            pool.Return(a);
            """),
        File(
            """
            var a = pool.Rent(n);
            var aCopy = a.AsSpan().ToArray();
            Task.Run(() => Console.WriteLine(aCopy[0]));
            var aCopy2 = a.AsSpan().ToArray();
            Task.Run(() => Console.WriteLine(aCopy2[1]));
            pool.Return(a);
            """));

    private static Task Copied(string before, string after) => Copying.AppliedToFile(File(before), File(after));

    private static string AsyncFile(string started) => File(
        $"""
        var a = pool.Rent(n);
        {started}
        pool.Return(a);
        await Task.Yield();
        """).Replace("void M(", "async Task M(", System.StringComparison.Ordinal);

    private static string File(string statements) =>
        $$"""
        using System;
        using System.Buffers;
        using System.IO;
        using System.Runtime.InteropServices;
        using System.Threading;
        using System.Threading.Channels;
        using System.Threading.Tasks;

        class C
        {
            void M(ArrayPool<byte> pool, MemoryPool<byte> memory, ChannelWriter<Memory<byte>> writer, Stream stream, bool on, int n)
            {
        {{string.Join("\n", System.Linq.Enumerable.Select(statements.Split('\n'), static line => line.Length == 0 ? line : "        " + line))}}
            }

            static void Send(ReadOnlySpan<byte> items) { }

            static void Fill(byte[] items) => items[0] = 1;
        }
        """;
}
