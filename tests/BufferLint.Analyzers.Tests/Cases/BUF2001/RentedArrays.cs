// Arrays of a pool under their own name: each sort of use after Return, and what is none.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2001;

public class RentedArrays
{
    [Fact]
    public Task ReadAndWritten() => Verify.VerifyAnalyzerAsync(Members("""
        int Read()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            ArrayPool<int>.Shared.Return(a);
            return {|BUF2001:a[0]|};
        }

        void Written()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            ArrayPool<int>.Shared.Return(a);
            {|BUF2001:a[0] = 1|};
        }

        int Before()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            a[0] = 1;
            var first = a[0];
            ArrayPool<int>.Shared.Return(a);
            return first;
        }
        """));

    [Fact]
    public Task ReturnedToTheCaller() => Verify.VerifyAnalyzerAsync(Members("""
        int[] M()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            ArrayPool<int>.Shared.Return(a);
            return {|BUF2001:a|};
        }

        int[] HandedOver()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            a[0] = 1;
            return a;
        }
        """));

    [Fact]
    public Task GivenToACallee() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            ArrayPool<int>.Shared.Return(a);
            Show({|BUF2001:a|});
        }

        void Before()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            Show(a);
            ArrayPool<int>.Shared.Return(a);
        }

        static void Show(int[] items) => Console.WriteLine(items[0]);
        """));

    [Fact]
    public Task Enumerated() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            ArrayPool<int>.Shared.Return(a);
            var sum = 0;
            foreach (var item in {|BUF2001:a|})
                sum += item;
            return sum;
        }

        int Before()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            var sum = 0;
            foreach (var item in a)
                sum += item;
            ArrayPool<int>.Shared.Return(a);
            return sum;
        }
        """));

    [Fact]
    public Task WhatIsNoUse() => Verify.VerifyAnalyzerAsync(Members("""
        bool M(int[]? given)
        {
            var a = given ?? ArrayPool<int>.Shared.Rent(8);
            ArrayPool<int>.Shared.Return(a);
            GC.KeepAlive(a);
            return a == null;
        }

        int LengthCopiedBefore()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            var length = a.Length;
            ArrayPool<int>.Shared.Return(a);
            return length;
        }
        """));

    [Fact]
    public Task PoolsOfEverySort() => Verify.VerifyAnalyzerAsync(Members("""
        int Created()
        {
            var pool = ArrayPool<int>.Create(100, 4);
            var a = pool.Rent(8);
            pool.Return(a);
            return {|BUF2001:a[0]|};
        }

        int Given(ArrayPool<int> pool)
        {
            var a = pool.Rent(8);
            pool.Return(a, clearArray: true);
            return {|BUF2001:a[0]|};
        }

        int GivenBefore(ArrayPool<int> pool)
        {
            var a = pool.Rent(8);
            var first = a[0];
            pool.Return(a, clearArray: true);
            return first;
        }
        """));

    [Fact]
    public Task PoolOfAnOwnType() => Verify.VerifyAnalyzerAsync(Types("""
        sealed class Pool : ArrayPool<byte>
        {
            public override byte[] Rent(int minimumLength) => new byte[minimumLength];
            public override void Return(byte[] array, bool clearArray = false) { }
        }

        class C
        {
            byte M(Pool pool)
            {
                var a = pool.Rent(8);
                pool.Return(a);
                return {|BUF2001:a[0]|};
            }

            byte Before(Pool pool)
            {
                var a = pool.Rent(8);
                var first = a[0];
                pool.Return(a);
                return first;
            }
        }
        """));

    [Fact]
    public Task TheArrayItselfCameFromOutside() => Verify.VerifyAnalyzerAsync(Members("""
        int M(int[] a)
        {
            ArrayPool<int>.Shared.Return(a);
            return {|BUF2001:a[0]|};
        }

        int Before(int[] a)
        {
            var first = a[0];
            ArrayPool<int>.Shared.Return(a);
            return first;
        }
        """));

    [Fact]
    public Task OtherArray() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            var b = ArrayPool<int>.Shared.Rent(8);
            b[0] = 1;
            ArrayPool<int>.Shared.Return(a);
            var first = b[0];
            ArrayPool<int>.Shared.Return(b);
            return first;
        }

        void Parameters(int[] a, int[] b)
        {
            ArrayPool<int>.Shared.Return(a);
            b[0] = 1;
        }
        """));

    [Fact]
    public Task ReRented() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            ArrayPool<int>.Shared.Return(a);
            a = ArrayPool<int>.Shared.Rent(16);
            a[0] = 1;
            ArrayPool<int>.Shared.Return(a);
        }

        void ReplacedByAnEmptyOne()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            ArrayPool<int>.Shared.Return(a);
            a = Array.Empty<int>();
            Console.WriteLine(a.Length);
        }
        """));

    [Fact]
    public Task ElementsCopiedOut() => Verify.VerifyAnalyzerAsync(Members("""
        string M()
        {
            var a = ArrayPool<char>.Shared.Rent(8);
            var text = new string(a, 0, 8);
            ArrayPool<char>.Shared.Return(a);
            return text;
        }

        string Late()
        {
            var a = ArrayPool<char>.Shared.Rent(8);
            ArrayPool<char>.Shared.Return(a);
            return new string({|BUF2001:a|}, 0, 8);
        }
        """));

    [Fact]
    public Task ObjectsTakenOut() => Verify.VerifyAnalyzerAsync(Members("""
        string M()
        {
            var a = ArrayPool<string>.Shared.Rent(8);
            a[0] = "text";
            var first = a[0];
            ArrayPool<string>.Shared.Return(a, clearArray: true);
            return first + first.Length;
        }

        int Late()
        {
            var a = ArrayPool<string>.Shared.Rent(8);
            ArrayPool<string>.Shared.Return(a, clearArray: true);
            return {|BUF2001:a[0]|}.Length;
        }
        """));
}
