// The exact text of every wording, and the places in their order: release, where the field gets it, what the next call does.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2005;

public class Messages
{
    [Fact]
    public Task TheSameAgain() => VerifyAsync(
        """
        byte[] _a = {|#1:ArrayPool<byte>.Shared.Rent(8)|};

        public void Dispose() => {|#2:{|#0:ArrayPool<byte>.Shared.Return(_a)|}|};
        """,
        "'ArrayPool<byte>.Shared.Return(_a)' leaves what it releases in '_a': (1) rented at line 16, (2) returned at line 18 by 'Dispose', (3) returned again at line 18 when 'Dispose' is called again");

    [Fact]
    public Task UsedByAnother() => VerifyAsync(
        """
        IMemoryOwner<byte> _a = {|#1:MemoryPool<byte>.Shared.Rent(8)|};

        public void Reset() => {|#0:_a.Dispose()|};

        public Memory<byte> All() => {|#2:_a.Memory|};
        """,
        "'_a.Dispose()' leaves what it releases in '_a': (1) rented at line 16, (2) disposed at line 18 by 'Reset', (3) used at line 20 when 'All' is called next");

    [Fact]
    public Task InAHelper() => VerifyAsync(
        """
        IntPtr _a = {|#1:Marshal.AllocHGlobal(8)|};

        public void Close() => Free();

        public void Dispose() => Free();

        void Free() => {|#2:{|#0:Marshal.FreeHGlobal(_a)|}|};
        """,
        "'Marshal.FreeHGlobal(_a)' leaves what it releases in '_a': (1) allocated at line 16, (2) freed at line 22 by 'Close', (3) freed again at line 22 when 'Close' is called again");

    private static Task VerifyAsync(string members, string message)
    {
        var expected = Verify.Diagnostic("BUF2005");
        for (var place = 0; place < 3; place++)
        {
            expected = expected.WithLocation(place);
        }

        return Verify.VerifyAnalyzerAsync(Members(members), expected.WithMessage(message));
    }
}
