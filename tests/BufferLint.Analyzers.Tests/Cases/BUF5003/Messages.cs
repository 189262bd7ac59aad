// The exact text of every wording, and the places in their order: escape, what it points into.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF5003;

public class Messages
{
    [Fact]
    public Task StackMemory() => VerifyAsync(
        """
        unsafe int* M()
        {
            int* p = {|#1:stackalloc int[4]|};
            return {|#0:p|};
        }
        """,
        "'p' leaves the method and points into its stack frame: (1) allocated at line 18, (2) returned at line 19, (3) gone when the method returns");

    [Fact]
    public Task AVariable() => VerifyAsync(
        """
        Span<int> M()
        {
            var {|#1:x = 1|};
            return {|#0:MemoryMarshal.CreateSpan(ref x, 1)|};
        }
        """,
        "'MemoryMarshal.CreateSpan(ref x, 1)' leaves the method and points into its stack frame: (1) 'x' declared at line 18, (2) returned at line 19, (3) gone when the method returns");

    [Fact]
    public Task AParameter() => VerifyAsync(
        """
        static nint s_last;

        unsafe void M({|#1:int x|})
        {
            {|#0:s_last = (nint)(&x)|};
        }
        """,
        "'(nint)(&x)' leaves the method and points into its stack frame: (1) 'x' came in at line 18, (2) stored in 's_last' at line 20, (3) gone when the method returns");

    [Fact]
    public Task OutOfAFixedStatement() => VerifyAsync(
        """
        unsafe byte* M(byte[] a)
        {
            fixed (byte* {|#1:p = a|})
            {
                return {|#0:p|};
            }
        }
        """,
        "'p' leaves the method and points into what stays in place only inside 'fixed': (1) fixed at line 18, (2) returned at line 20, (3) unpinned at line 21");

    [Fact]
    public Task PinnedNowhere() => VerifyAsync(
        """
        nint M()
        {
            var a = new byte[3];
            var p = {|#1:Marshal.UnsafeAddrOfPinnedArrayElement(a, 0)|};
            return {|#0:p|};
        }
        """,
        "'p' leaves the method and points into what nothing keeps in its place: (1) taken at line 19, (2) returned at line 20, (3) pinned nowhere");

    [Fact]
    public Task KeptByNativeCode() => VerifyAsync(
        """
        [DllImport("native")]
        static extern unsafe void BeginRead(nint file, byte* buffer, int count, Action done);

        unsafe void M(nint file, byte[] a, Action done)
        {
            fixed (byte* {|#1:p = a|})
            {
                BeginRead(file, {|#0:p|}, a.Length, done);
            }
        }
        """,
        "'p' leaves the method and points into what stays in place only inside 'fixed': (1) fixed at line 21, (2) kept by 'BeginRead' at line 23, (3) unpinned at line 24");

    private static Task VerifyAsync(string members, string message)
    {
        var expected = Verify.Diagnostic("BUF5003").WithLocation(0).WithLocation(1);
        return Verify.VerifyAnalyzerAsync(Members(members), expected.WithMessage(message));
    }
}
