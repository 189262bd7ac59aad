// One object under two names, or one that all copies of a struct have: what empties it by one of them has emptied it by the
// other.
using System.Threading.Tasks;
using Xunit;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2002;

public class OneObject
{
    [Fact]
    public Task SharedObjects() => VerifyAsync("""
        void InABox(int n)
        {
            var a = new Counted(n);
            var b = a;
            a.Dispose();
            b.Dispose();
        }

        void OneObject(int n)
        {
            var a = new Owner(n);
            var b = a;
            a.Dispose();
            b.Dispose();
        }

        void Exchanged(int n)
        {
            var a = new Exchanged(n);
            var b = a;
            a.Dispose();
            {|BUF2002:b.Dispose()|};
            a.Dispose();
        }

        void ExchangedInOneObject(int n)
        {
            var a = new ExchangedOwner(n);
            using var b = a;
            a.Dispose();
            a.Dispose();
        }

        void ExchangedHere(Holding x)
        {
            if (Interlocked.Exchange(ref x.Array, null) is { } array)
            {
                ArrayPool<byte>.Shared.Return(array);
            }

            if (x.Array is { } other)
            {
                ArrayPool<byte>.Shared.Return(other);
            }
        }

        void OneField(Holding x)
        {
            var y = x;
            ArrayPool<byte>.Shared.Return(x.Array!);
            x.Array = null;
            if (y.Array != null)
            {
                ArrayPool<byte>.Shared.Return(y.Array);
            }
        }

        void OtherField(Holding x)
        {
            var y = x;
            ArrayPool<byte>.Shared.Return(x.Array!);
            y.Other = null;
            {|BUF2002:ArrayPool<byte>.Shared.Return(y.Array!)|};
        }

        void OtherObject(Holding x, Holding y)
        {
            var array = x.Array!;
            ArrayPool<byte>.Shared.Return(array);
            y.Array = null;
            {|BUF2002:ArrayPool<byte>.Shared.Return(x.Array!)|};
        }

        sealed class Holding
        {
            public byte[]? Array;

            public byte[]? Other;
        }
        """);

    private static Task VerifyAsync(string members) => Verify.VerifyAnalyzerAsync(CopySource.Members(members));
}
