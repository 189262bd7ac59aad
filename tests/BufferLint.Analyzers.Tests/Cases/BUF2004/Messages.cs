// The exact text of every wording, and the places in their order: release, acquire.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2004;

public class Messages
{
    [Fact]
    public Task AnotherAllocator() => VerifyAsync(
        """
        unsafe void M()
        {
            var p = {|#1:NativeMemory.Alloc(8)|};
            {|#0:Marshal.FreeHGlobal((nint)p)|};
        }
        """,
        "'Marshal.FreeHGlobal((nint)p)' does not match how 'p' was acquired: (1) allocated at line 18 by 'NativeMemory.Alloc(8)', (2) freed at line 19, (3) instead of by 'NativeMemory.Free'");

    [Fact]
    public Task ByAnotherMethod() => VerifyAsync(
        """
        void M()
        {
            var p = {|#1:Marshal.AllocHGlobal(8)|};
            {|#0:Free(p)|};
        }

        static void Free(IntPtr block) => Marshal.FreeCoTaskMem(block);
        """,
        "'Free(p)' does not match how 'p' was acquired: (1) allocated at line 18 by 'Marshal.AllocHGlobal(8)', (2) freed at line 19: 'Free' frees 'block', (3) instead of by 'Marshal.FreeHGlobal'");

    [Fact]
    public Task Reallocated() => VerifyAsync(
        """
        unsafe void M()
        {
            var p = {|#1:NativeMemory.AlignedAlloc(8, 16)|};
            p = {|#0:NativeMemory.Realloc(p, 16)|};
            NativeMemory.Free(p);
        }
        """,
        "'NativeMemory.Realloc(p, 16)' does not match how 'p' was acquired: (1) allocated at line 18 by 'NativeMemory.AlignedAlloc(8, 16)', (2) reallocated at line 19, (3) instead of by 'NativeMemory.AlignedRealloc'");

    [Fact]
    public Task AnotherPool() => VerifyAsync(
        """
        readonly ArrayPool<byte> _pool = ArrayPool<byte>.Create();

        void M()
        {
            var a = {|#1:_pool.Rent(8)|};
            {|#0:ArrayPool<byte>.Shared.Return(a)|};
        }
        """,
        "'ArrayPool<byte>.Shared.Return(a)' does not match how 'a' was acquired: (1) rented at line 20 by '_pool.Rent(8)', (2) returned at line 21, (3) instead of by 'C._pool.Return'");

    [Fact]
    public Task NotRented() => VerifyAsync(
        """
        void M(int n)
        {
            var a = {|#1:new byte[n]|};
            {|#0:ArrayPool<byte>.Shared.Return(a)|};
        }
        """,
        "'ArrayPool<byte>.Shared.Return(a)' does not match how 'a' was acquired: (1) made at line 18 by 'new byte[n]', (2) returned at line 19, (3) though no pool lent it");

    private static Task VerifyAsync(string members, string message) =>
        Verify.VerifyAnalyzerAsync(Members(members), Verify.Diagnostic("BUF2004").WithLocation(0).WithLocation(1).WithMessage(message));
}
