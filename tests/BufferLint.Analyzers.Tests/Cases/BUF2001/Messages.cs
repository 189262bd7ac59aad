// The exact text of every wording, and the places in their order: use, acquire, release.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2001;

public class Messages
{
    [Fact]
    public Task ArrayOfAPool() => VerifyAsync(
        """
        int M()
        {
            var a = {|#1:ArrayPool<int>.Shared.Rent(8)|};
            {|#2:ArrayPool<int>.Shared.Return(a)|};
            return {|#0:a[0]|};
        }
        """,
        "'a' is used after 'ArrayPool<int>.Shared.Return(a)' released it: (1) rented at line 18, (2) returned at line 19, (3) used at line 20");

    [Fact]
    public Task OwnerThatCameIn() => VerifyAsync(
        """
        byte M({|#1:IMemoryOwner<byte> owner|})
        {
            var span = owner.Memory.Span;
            {|#2:owner.Dispose()|};
            return {|#0:span[0]|};
        }
        """,
        "'span' is used after 'owner.Dispose()' released it: (1) came in as 'owner' at line 16, (2) disposed at line 19, (3) used at line 20");

    [Fact]
    public Task EndOfAScope() => VerifyAsync(
        """
        byte M()
        {
            Span<byte> span;
            using (var {|#2:owner = {|#1:MemoryPool<byte>.Shared.Rent(8)|}|})
            {
                span = owner.Memory.Span;
            }

            return {|#0:span[0]|};
        }
        """,
        "'span' is used after the end of the scope of 'owner' released it: (1) rented at line 19, (2) disposed at the end of its scope, (3) used at line 24");

    [Fact]
    public Task ByACallee() => VerifyAsync(
        """
        static void Release(byte[] array) => ArrayPool<byte>.Shared.Return(array);

        byte M()
        {
            var a = {|#1:ArrayPool<byte>.Shared.Rent(8)|};
            {|#2:Release(a)|};
            return {|#0:a[0]|};
        }
        """,
        "'a' is used after 'Release(a)' released it: (1) rented at line 20, (2) returned at line 21: 'Release' returns 'array', (3) used at line 22");

    [Fact]
    public Task FieldOfAnotherObject() => VerifyAsync(
        """
        byte[] _a = new byte[8];

        byte M(C other)
        {
            {|#1:ArrayPool<byte>.Shared.Return(other._a)|};
            return {|#0:other._a[0]|};
        }
        """,
        "'other._a' is used after 'ArrayPool<byte>.Shared.Return(other._a)' released it: (1) held in 'other._a', (2) returned at line 20, (3) used at line 21",
        places: 2);

    [Fact]
    public Task NativeMemory() => VerifyAsync(
        """
        unsafe int M()
        {
            var p = (int*){|#1:NativeMemory.Alloc(8)|};
            {|#2:NativeMemory.Free(p)|};
            return *{|#0:p|};
        }
        """,
        "'p' is used after 'NativeMemory.Free(p)' released it: (1) allocated at line 18, (2) freed at line 19, (3) used at line 20");

    private static Task VerifyAsync(string members, string message, int places = 3)
    {
        var expected = Verify.Diagnostic("BUF2001");
        for (var place = 0; place < places; place++)
        {
            expected = expected.WithLocation(place);
        }

        return Verify.VerifyAnalyzerAsync(Members(members), expected.WithMessage(message));
    }
}
