// The exact text of every wording, and the places in their order: acquire, end of the way.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2003;

public class Messages
{
    [Fact]
    public Task NeverFreed() => VerifyAsync(
        """
        void M(byte[] data)
        {
            var handle = {|#0:GCHandle.Alloc(data, GCHandleType.Pinned)|};
            {|#1:Console.WriteLine(handle.AddrOfPinnedObject());|}
        }
        """,
        "'handle' is never released: (1) allocated at line 18, (2) left behind at line 19, (3) without 'GCHandle.Free'");

    [Fact]
    public Task NotOnEveryWay() => VerifyAsync(
        """
        int M(bool early)
        {
            var p = {|#0:Marshal.AllocHGlobal(8)|};
            if (early)
            {
                return {|#1:0|};
            }

            Marshal.FreeHGlobal(p);
            return 1;
        }
        """,
        "'p' is not released on every way out: (1) allocated at line 18, (2) left behind at line 21, (3) without 'Marshal.FreeHGlobal'");

    [Fact]
    public Task LeftByAnException() => VerifyAsync(
        """
        int M(int n)
        {
            var p = {|#0:Marshal.AllocHGlobal(8)|};
            if (n < 0)
            {
                {|#1:throw new ArgumentOutOfRangeException(nameof(n));|}
            }

            Marshal.FreeHGlobal(p);
            return n;
        }
        """,
        "'p' is not released on every way out: (1) allocated at line 18, (2) left behind at line 21 by an exception, (3) without 'Marshal.FreeHGlobal'");

    [Fact]
    public Task LetGoOnByARethrow() => VerifyAsync(
        """
        IntPtr M(int n)
        {
            var p = {|#0:Marshal.AllocHGlobal(8)|};
            try
            {
                return n < 0 ? {|#1:throw new ArgumentOutOfRangeException(nameof(n))|} : p;
            }
            catch (Exception e)
            {
                Console.WriteLine(e);
                throw;
            }
        }
        """,
        "'p' is not released on every way out: (1) allocated at line 18, (2) left behind at line 21 by an exception, (3) without 'Marshal.FreeHGlobal'");

    [Fact]
    public Task NeverGoesOn() => VerifyAsync(
        """
        void M()
        {
            var p = {|#0:Marshal.AllocHGlobal(8)|};
            {|#1:throw new InvalidOperationException(p.ToString());|}
        }
        """,
        "'p' is never released: (1) allocated at line 18, (2) left behind at line 19 by an exception, (3) without 'Marshal.FreeHGlobal'");

    private static Task VerifyAsync(string members, string message)
    {
        var expected = Verify.Diagnostic("BUF2003");
        for (var place = 0; place < 2; place++)
        {
            expected = expected.WithLocation(place);
        }

        return Verify.VerifyAnalyzerAsync(Members(members), expected.WithMessage(message));
    }
}
