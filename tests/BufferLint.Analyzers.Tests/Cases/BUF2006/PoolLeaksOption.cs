// bufferlint.pool_leaks: on which ways out leases are asked for.
using System.Threading.Tasks;
using BufferLint.Testing;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Test = BufferLint.Testing.CSharpAnalyzerTest<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2006;

public class PoolLeaksOption
{
    [Theory]
    [InlineData(null, true, false)]
    [InlineData("off", false, false)]
    [InlineData("normal_paths", true, false)]
    [InlineData("All_Paths", true, true)]
    [InlineData("everything", true, false)]
    public Task SaysWhichWaysAreAsked(string? value, bool asksReturns, bool asksExceptions) => VerifyAsync(value, $$"""
        int Returns(Stream stream)
        {
            var a = {{Marked("BUF2006", "ArrayPool<byte>.Shared.Rent(8)", asksReturns)}};
            if (stream.Length == 0)
            {
                return 0;
            }

            ArrayPool<byte>.Shared.Return(a);
            return 1;
        }

        int Throws(Stream stream)
        {
            var a = {{Marked("BUF2006", "ArrayPool<byte>.Shared.Rent(8)", asksExceptions)}};
            if (stream.Length == 0)
            {
                throw new EndOfStreamException();
            }

            ArrayPool<byte>.Shared.Return(a);
            return 1;
        }

        int Reads(Stream stream)
        {
            var a = {{Marked("BUF2006", "ArrayPool<byte>.Shared.Rent(8)", asksExceptions)}};
            var read = stream.Read(a, 0, 8);
            ArrayPool<byte>.Shared.Return(a);
            return read;
        }

        int Native(byte[] data)
        {
            var p = {{Marked("BUF2003", "Marshal.AllocHGlobal(8)", asksExceptions)}};
            Marshal.Copy(data, 0, p, 8);
            Marshal.FreeHGlobal(p);
            return data[0];
        }

        int NativeAnyway(bool early)
        {
            var p = {|BUF2003:Marshal.AllocHGlobal(8)|};
            if (early)
            {
                throw new InvalidOperationException();
            }

            Marshal.FreeHGlobal(p);
            return 0;
        }
        """);

    [Fact]
    public Task CallsThatMayThrow() => VerifyAsync("all_paths", """
        int Waited(Stream stream)
        {
            var a = {|BUF2006:ArrayPool<byte>.Shared.Rent(8)|};
            try
            {
                Console.WriteLine(stream.Read(a, 0, 8));
            }
            catch (IOException)
            {
            }

            ArrayPool<byte>.Shared.Return(a);
            return 0;
        }

        async Task<int> Awaited(Stream stream)
        {
            var a = {|BUF2006:ArrayPool<byte>.Shared.Rent(8)|};
            var read = await stream.ReadAsync(a);
            ArrayPool<byte>.Shared.Return(a);
            return read;
        }

        int Disposed(Stream stream)
        {
            var owner = {|BUF2006:MemoryPool<byte>.Shared.Rent(8)|};
            var read = stream.Read(owner.Memory.Span);
            owner.Dispose();
            return read;
        }

        int Swallowed(Stream stream)
        {
            var a = {|BUF2006:ArrayPool<byte>.Shared.Rent(8)|};
            try
            {
                stream.Read(a, 0, 8);
            }
            catch (IOException)
            {
                return -1;
            }

            ArrayPool<byte>.Shared.Return(a);
            return 0;
        }

        int Wrapped(Stream stream)
        {
            var a = {|BUF2006:ArrayPool<byte>.Shared.Rent(8)|};
            try
            {
                stream.Read(a, 0, 8);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException("not read", e);
            }

            ArrayPool<byte>.Shared.Return(a);
            return 0;
        }
        """);

    [Fact]
    public Task NobodyLeaves() => VerifyAsync("all_paths", """
        int InFinally(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            try
            {
                return stream.Read(a, 0, 8);
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(a);
            }
        }

        int IfRented(Stream stream, int size)
        {
            byte[]? a = null;
            try
            {
                a = ArrayPool<byte>.Shared.Rent(size);
                return stream.Read(a, 0, size);
            }
            finally
            {
                if (a is not null)
                {
                    ArrayPool<byte>.Shared.Return(a);
                }
            }
        }

        int Rethrown(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            try
            {
                stream.Read(a, 0, 8);
            }
            catch
            {
                ArrayPool<byte>.Shared.Return(a);
                throw;
            }

            ArrayPool<byte>.Shared.Return(a);
            return 0;
        }

        int Using(Stream stream)
        {
            using var owner = MemoryPool<byte>.Shared.Rent(8);
            return stream.Read(owner.Memory.Span);
        }

        int CaughtForGood(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            try
            {
                stream.Read(a, 0, 8);
            }
            catch (Exception e)
            {
                a[0] = (byte)e.HResult;
            }

            var first = a[0];
            ArrayPool<byte>.Shared.Return(a);
            return first;
        }

        byte[] HandedOver(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            return a;
        }

        // Nothing in between has a reason to fail.
        byte OnlyViewed()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var span = a.AsSpan(0, 4);
            span[0] = 1;
            var first = a[0];
            ArrayPool<byte>.Shared.Return(a);
            return first;
        }

        void AcquiredInARow()
        {
            var p = Marshal.AllocHGlobal(8);
            var q = Marshal.AllocHGlobal(8);
            Marshal.FreeHGlobal(p);
            Marshal.FreeHGlobal(q);
        }
        """);

    private static Task VerifyAsync(string? value, string members)
    {
        var test = new Test { TestCode = Members(members) };
        if (value is not null)
        {
            test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", $"root = true\n[*.cs]\nbufferlint.pool_leaks = {value}\n"));
        }

        return test.RunAsync();
    }

    private static string Marked(string id, string call, bool isReported) => isReported ? $"{{|{id}:{call}|}}" : call;
}
