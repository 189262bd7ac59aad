// The exact text of every wording, and the places in their order: second release, acquire, first release.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2002;

public class Messages
{
    [Fact]
    public Task InARow() => VerifyAsync(
        """
        void M()
        {
            var a = {|#1:ArrayPool<int>.Shared.Rent(8)|};
            {|#2:ArrayPool<int>.Shared.Return(a)|};
            {|#0:ArrayPool<int>.Shared.Return(a)|};
        }
        """,
        "'ArrayPool<int>.Shared.Return(a)' releases 'a' a second time: (1) rented at line 18, (2) returned at line 19, (3) returned again at line 20");

    [Fact]
    public Task NextTurnOfTheLoop() => VerifyAsync(
        """
        void M({|#1:byte[] a|}, Stream stream)
        {
            while (stream.Length < 100)
            {
                {|#2:{|#0:ArrayPool<byte>.Shared.Return(a)|}|};
            }
        }
        """,
        "'ArrayPool<byte>.Shared.Return(a)' releases 'a' a second time: (1) came in as 'a' at line 16, (2) returned at line 20, (3) returned again at line 20 in the next turn of the loop");

    [Fact]
    public Task TwoObjects() => VerifyAsync(
        """
        (Half, Half) M()
        {
            var a = {|#1:ArrayPool<byte>.Shared.Rent(8)|};
            return ({|#2:new Half(a, 0)|}, {|#0:new Half(a, 4)|});
        }

        """ + Half,
        "'Dispose' of 'new Half(a, 4)' releases 'a' a second time: (1) rented at line 18, (2) given to 'new Half(a, 0)' at line 19, which returns it in 'Dispose', (3) given to 'new Half(a, 4)' at line 19 as well");

    [Fact]
    public Task ObjectsOfALoop() => VerifyAsync(
        """
        IEnumerable<Half> M()
        {
            var a = {|#1:ArrayPool<byte>.Shared.Rent(8)|};
            for (var i = 0; i < 2; i++)
            {
                yield return {|#2:{|#0:new Half(a, i)|}|};
            }
        }

        """ + Half,
        "'Dispose' of 'new Half(a, i)' releases 'a' a second time: (1) rented at line 18, (2) given to 'new Half(a, i)' at line 21, which returns it in 'Dispose', (3) given to another one at line 21 in the next turn of the loop");

    [Fact]
    public Task TheObjectThatIsTold() => VerifyAsync(
        """
        (Told, Told) M()
        {
            var a = {|#1:ArrayPool<byte>.Shared.Rent(8)|};
            var first = new Told();
            {|#2:first.Array = a|};
            var second = new Told();
            {|#0:second.Array = a|};
            return (first, second);
        }

        sealed class Told : IDisposable
        {
            public byte[]? Array;

            public void Dispose()
            {
                if (Interlocked.Exchange(ref Array, null) is { } array)
                {
                    ArrayPool<byte>.Shared.Return(array);
                }
            }
        }
        """,
        "'Dispose' of 'second' releases 'a' a second time: (1) rented at line 18, (2) given to 'first' at line 20, which returns it in 'Dispose', (3) given to 'second' at line 22 as well");

    [Fact]
    public Task Copies() => VerifyAsync("""
        readonly List<Lease> _all = new();

        void M(int n)
        {
            var a = {|#1:new Lease(n)|};
            {|#2:_all.Add(a)|};
            {|#0:_all.Add(a)|};
        }

        struct Lease : IDisposable
        {
            private byte[]? _array;

            public Lease(int length) => _array = ArrayPool<byte>.Shared.Rent(length);

            public void Dispose()
            {
                if (Interlocked.Exchange(ref _array, null) is { } array)
                {
                    ArrayPool<byte>.Shared.Return(array);
                }
            }
        }
        """,
        "'Dispose' of the second copy releases 'a' a second time: (1) made at line 20, (2) copied into '_all' at line 21, where 'Dispose' returns its buffer, (3) copied once more at line 22");

    private const string Half = """
        sealed class Half : IDisposable
        {
            private byte[]? _array;

            public Half(byte[] array, int start) => _array = array;

            public void Dispose()
            {
                if (Interlocked.Exchange(ref _array, null) is { } array)
                {
                    ArrayPool<byte>.Shared.Return(array);
                }
            }
        }
        """;

    private static Task VerifyAsync(string members, string message)
    {
        var expected = Verify.Diagnostic("BUF2002");
        for (var place = 0; place < 3; place++)
        {
            expected = expected.WithLocation(place);
        }

        return Verify.VerifyAnalyzerAsync(Members(members), expected.WithMessage(message));
    }
}
