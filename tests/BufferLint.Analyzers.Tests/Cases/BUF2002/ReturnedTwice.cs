// An array that goes back to its pool a second time.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2002;

public class ReturnedTwice
{
    [Fact]
    public Task InARow() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            ArrayPool<int>.Shared.Return(a);
            {|BUF2002:ArrayPool<int>.Shared.Return(a)|};
        }

        void OfTwo()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            var b = ArrayPool<int>.Shared.Rent(8);
            ArrayPool<int>.Shared.Return(a);
            ArrayPool<int>.Shared.Return(b);
        }
        """));

    [Fact]
    public Task ByAnotherName() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            var b = a;
            ArrayPool<int>.Shared.Return(a);
            {|BUF2002:ArrayPool<int>.Shared.Return(b)|};
        }

        void Replaced()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            var b = a;
            ArrayPool<int>.Shared.Return(a);
            b = ArrayPool<int>.Shared.Rent(8);
            ArrayPool<int>.Shared.Return(b);
        }
        """));

    [Fact]
    public Task Parameters() => Verify.VerifyAnalyzerAsync(Members("""
        void M(int[] a)
        {
            ArrayPool<int>.Shared.Return(a);
            {|BUF2002:ArrayPool<int>.Shared.Return(a)|};
        }

        void Two(int[] a, int[] b)
        {
            ArrayPool<int>.Shared.Return(a);
            ArrayPool<int>.Shared.Return(b);
        }
        """));

    [Fact]
    public Task OnOneWayOnly() => Verify.VerifyAnalyzerAsync(Members("""
        void M(bool early)
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            if (early)
            {
                ArrayPool<int>.Shared.Return(a);
            }

            {|BUF2002:ArrayPool<int>.Shared.Return(a)|};
        }

        void Either(bool early)
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            if (early)
            {
                ArrayPool<int>.Shared.Return(a);
            }
            else
            {
                a[0] = 1;
                ArrayPool<int>.Shared.Return(a);
            }
        }

        void Leaves(bool early)
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            if (early)
            {
                ArrayPool<int>.Shared.Return(a);
                return;
            }

            ArrayPool<int>.Shared.Return(a);
        }
        """));

    [Fact]
    public Task Flags() => Verify.VerifyAnalyzerAsync(Members("""
        void M(int n)
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            var returned = false;
            if (n > 3)
            {
                ArrayPool<int>.Shared.Return(a);
                returned = true;
            }

            if (!returned)
            {
                ArrayPool<int>.Shared.Return(a);
            }
        }

        void WrongWayRound(int n)
        {
            var a = {|BUF2006:ArrayPool<int>.Shared.Rent(8)|};
            var returned = false;
            if (n > 3)
            {
                ArrayPool<int>.Shared.Return(a);
                returned = true;
            }

            if (returned)
            {
                {|BUF2002:ArrayPool<int>.Shared.Return(a)|};
            }
        }
        """));

    [Fact]
    public Task Loops() => Verify.VerifyAnalyzerAsync(Members("""
        void M(int n)
        {
            for (var i = 0; i < n; i++)
            {
                var a = ArrayPool<int>.Shared.Rent(8);
                ArrayPool<int>.Shared.Return(a);
            }
        }

        void EachElement(int[][] pages)
        {
            foreach (var page in pages)
            {
                ArrayPool<int>.Shared.Return(page);
            }
        }

        void GrowAndSwap(int n)
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            while (a.Length < n)
            {
                var bigger = ArrayPool<int>.Shared.Rent(a.Length * 2);
                ArrayPool<int>.Shared.Return(a);
                a = bigger;
            }

            ArrayPool<int>.Shared.Return(a);
        }

        void ForgetsToSwap(int n)
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            int[]? bigger = null;
            if (n > 8)
            {
                bigger = ArrayPool<int>.Shared.Rent(n);
                a.CopyTo(bigger, 0);
                ArrayPool<int>.Shared.Return(a);
            }

            {|BUF2002:ArrayPool<int>.Shared.Return(a)|};
            if (bigger != null)
            {
                ArrayPool<int>.Shared.Return(bigger);
            }
        }
        """));

    [Fact]
    public Task ReRented() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            ArrayPool<int>.Shared.Return(a);
            a = ArrayPool<int>.Shared.Rent(16);
            ArrayPool<int>.Shared.Return(a);
        }
        """));

    [Fact]
    public Task NullableTwice() => Verify.VerifyAnalyzerAsync(Members("""
        void M(bool needed)
        {
            var a = needed ? ArrayPool<int>.Shared.Rent(8) : null;
            if (a != null)
            {
                ArrayPool<int>.Shared.Return(a);
            }

            if (a != null)
            {
                {|BUF2002:ArrayPool<int>.Shared.Return(a)|};
            }
        }

        void NulledBetween(bool needed)
        {
            var a = needed ? ArrayPool<int>.Shared.Rent(8) : null;
            if (a != null)
            {
                ArrayPool<int>.Shared.Return(a);
                a = null;
            }

            if (a != null)
            {
                ArrayPool<int>.Shared.Return(a);
            }
        }
        """));

    [Fact]
    public Task Exchanged() => Verify.VerifyAnalyzerAsync(Members("""
        static int Distance(string first, string second)
        {
            int[] previous = ArrayPool<int>.Shared.Rent(second.Length + 1);
            int[] current = ArrayPool<int>.Shared.Rent(second.Length + 1);
            for (var i = 0; i < first.Length; i++)
            {
                for (var j = 0; j < second.Length; j++)
                {
                    current[j + 1] = Math.Min(previous[j], current[j]);
                }

                (previous, current) = (current, previous);
            }

            ArrayPool<int>.Shared.Return(current);
            var result = previous[second.Length];
            ArrayPool<int>.Shared.Return(previous);
            return result;
        }

        int UsedAfterBoth(int n)
        {
            var a = ArrayPool<int>.Shared.Rent(n);
            var b = ArrayPool<int>.Shared.Rent(n);
            for (var i = 0; i < n; i++)
            {
                (a, b) = (b, a);
            }

            ArrayPool<int>.Shared.Return(a);
            ArrayPool<int>.Shared.Return(b);
            return {|BUF2001:a[0]|};
        }
        """));

    [Fact]
    public Task EachUnderAnIndexOfItsOwn() => Verify.VerifyAnalyzerAsync(Members("""
        readonly byte[]?[] _blocks = new byte[32][];

        void Unsigned()
        {
            for (uint i = 0; i < _blocks.Length; i++)
            {
                if (_blocks[i] != null)
                {
                    ArrayPool<byte>.Shared.Return(_blocks[i]!);
                    _blocks[i] = null;
                }
            }
        }

        static void Long(byte[][] blocks)
        {
            for (long i = 0; i < blocks.Length; i += 2)
            {
                ArrayPool<byte>.Shared.Return(blocks[i]);
            }
        }

        static void Native(byte[][] blocks)
        {
            for (nuint i = 0; i < (nuint)blocks.Length; i++)
            {
                ArrayPool<byte>.Shared.Return(blocks[i]);
            }
        }

        static void TheSame(byte[][] blocks, uint i, int turns)
        {
            for (var turn = 0; turn < turns; turn++)
            {
                {|BUF2002:ArrayPool<byte>.Shared.Return(blocks[i])|};
            }
        }
        """));

    // Which turn the counter allows follows from numbers, and is not followed into the next turn.
    [Fact]
    public Task OnlyInTheFirstTurn() => Verify.VerifyAnalyzerAsync(Members("""
        void ByTheCounter(int n)
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            for (var i = 0; i < n; i++)
            {
                if (i == 0)
                {
                    ArrayPool<int>.Shared.Return(a);
                }
            }
        }

        void BySomethingElse(int[] a, int n, int first)
        {
            for (var i = 0; i < n; i++)
            {
                if (first == 0)
                {
                    {|BUF2002:ArrayPool<int>.Shared.Return(a)|};
                }
            }
        }
        """));
}
