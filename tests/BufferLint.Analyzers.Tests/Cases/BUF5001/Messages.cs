// The exact text of every wording, and the places in their order: return, acquire, release.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF5001;

public class Messages
{
    [Fact]
    public Task PastAFinally() => VerifyAsync(
        """
        Memory<char> M()
        {
            var a = {|#1:ArrayPool<char>.Shared.Rent(8)|};
            try
            {
                return {|#0:a.AsMemory(0, 1)|};
            }
            finally
            {
                {|#2:ArrayPool<char>.Shared.Return(a)|};
            }
        }
        """,
        "'a.AsMemory(0, 1)' is returned, but 'ArrayPool<char>.Shared.Return(a)' releases its buffer first: (1) rented at line 18, (2) returned at line 21, (3) returned at line 25");

    [Fact]
    public Task OutOfAScope() => VerifyAsync(
        """
        Memory<byte> M()
        {
            using var {|#2:owner = {|#1:MemoryPool<byte>.Shared.Rent(8)|}|};
            return {|#0:owner.Memory|};
        }
        """,
        "'owner.Memory' is returned, but the end of the scope of 'owner' releases its buffer first: (1) rented at line 18, (2) returned at line 19, (3) disposed at the end of its scope");

    [Fact]
    public Task Yielded() => VerifyAsync(
        """
        static IEnumerable<Memory<byte>> Pages()
        {
            using var {|#2:owner = {|#1:MemoryPool<byte>.Shared.Rent(8)|}|};
            yield return {|#0:owner.Memory|};
        }

        static Memory<byte>[] All() => {|#3:Pages().ToArray()|};
        """,
        "'owner.Memory' is yielded to 'Pages().ToArray()', but the end of the scope of 'owner' releases its buffer first: (1) rented at line 18, (2) yielded at line 19 and kept at line 22, (3) disposed at the end of its scope",
        places: 4);

    [Fact]
    public Task YieldedToAnotherFile()
    {
        var expected = Verify.Diagnostic("BUF5001").WithLocation(0).WithLocation(1).WithLocation(2).WithLocation(3).WithMessage(
            "'owner.Memory' is yielded to 'C.Pages().ToArray()', but the end of the scope of 'owner' releases its buffer first: (1) rented at line 18, (2) yielded at line 19 and kept at line 16 of Test1.cs, (3) disposed at the end of its scope");
        return new BufferLint.Testing.CSharpAnalyzerTest<BufferLintAnalyzer>
        {
            TestState =
            {
                Sources =
                {
                    Members("""
                        public static IEnumerable<Memory<byte>> Pages()
                        {
                            using var {|#2:owner = {|#1:MemoryPool<byte>.Shared.Rent(8)|}|};
                            yield return {|#0:owner.Memory|};
                        }
                        """),
                    Types("""
                        class D
                        {
                            static Memory<byte>[] All() => {|#3:C.Pages().ToArray()|};
                        }
                        """),
                },
                ExpectedDiagnostics = { expected },
            },
        }.RunAsync();
    }

    private static Task VerifyAsync(string members, string message, int places = 3)
    {
        var expected = Verify.Diagnostic("BUF5001");
        for (var place = 0; place < places; place++)
        {
            expected = expected.WithLocation(place);
        }

        return Verify.VerifyAnalyzerAsync(Members(members), expected.WithMessage(message));
    }
}
