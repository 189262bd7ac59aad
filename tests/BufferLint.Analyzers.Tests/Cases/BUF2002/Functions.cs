// Second releases in other functions: methods that wrap Return, local functions, lambdas.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2002;

public class Functions
{
    [Fact]
    public Task WrappedReturn() => Verify.VerifyAnalyzerAsync(Members("""
        static void Release(byte[] array) => ArrayPool<byte>.Shared.Return(array);

        void M()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            Release(a);
            {|BUF2002:ArrayPool<byte>.Shared.Return(a)|};
        }

        void TheOtherWayRound()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            ArrayPool<byte>.Shared.Return(a);
            {|BUF2002:Release(a)|};
        }

        void OfTwo()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var b = ArrayPool<byte>.Shared.Rent(8);
            Release(a);
            Release(b);
        }
        """));

    [Fact]
    public Task HelperThatEmptiesTheName() => Verify.VerifyAnalyzerAsync(Members("""
        static void Release(ref byte[]? array)
        {
            if (array != null)
            {
                ArrayPool<byte>.Shared.Return(array);
                array = null;
            }
        }

        void M()
        {
            byte[]? a = ArrayPool<byte>.Shared.Rent(8);
            Release(ref a);
            Release(ref a);
        }

        void OfACopy()
        {
            byte[]? a = ArrayPool<byte>.Shared.Rent(8);
            var b = a;
            Release(ref a);
            {|BUF2002:ArrayPool<byte>.Shared.Return(b)|};
        }
        """));

    [Fact]
    public Task LocalFunctions() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            Release();
            {|BUF2002:Release()|};

            void Release() => ArrayPool<byte>.Shared.Return(a);
        }

        void Guarded()
        {
            byte[]? a = ArrayPool<byte>.Shared.Rent(8);
            Release();
            Release();

            void Release()
            {
                if (a != null)
                {
                    ArrayPool<byte>.Shared.Return(a);
                    a = null;
                }
            }
        }
        """));

    [Fact]
    public Task Lambdas() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            Action release = () => ArrayPool<byte>.Shared.Return(a);
            release();
            {|BUF2002:release()|};
        }

        void Once()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            Action release = () => ArrayPool<byte>.Shared.Return(a);
            release();
        }
        """));

    [Fact]
    public Task HelperThatReadsAndReleases() => Verify.VerifyAnalyzerAsync(Members("""
        static int Sum(int[] items)
        {
            var sum = items.Sum();
            ArrayPool<int>.Shared.Return(items);
            return sum;
        }

        int M()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            try
            {
                return Sum(a);
            }
            finally
            {
                {|BUF2002:ArrayPool<int>.Shared.Return(a)|};
            }
        }

        int Once()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            return Sum(a);
        }
        """));

    [Fact]
    public Task ConditionsThatAskedBefore() => Verify.VerifyAnalyzerAsync(Members("""
        static void ReturnIf(byte[] array, bool gives)
        {
            if (gives)
            {
                System.Console.WriteLine("given back");
            }

            System.Console.WriteLine(array.Length);
            if (gives)
            {
                ArrayPool<byte>.Shared.Return(array);
            }
        }

        static void ReturnUnless(byte[] array, bool keeps)
        {
            if (keeps)
            {
                System.Console.WriteLine("kept");
            }

            if (!keeps)
            {
                ArrayPool<byte>.Shared.Return(array);
            }
        }

        static void ReturnAnyway(byte[] array, bool tells)
        {
            if (tells)
            {
                System.Console.WriteLine("first");
            }

            ArrayPool<byte>.Shared.Return(array);
            if (!tells)
            {
                System.Console.WriteLine("last");
            }
        }

        void OneOrTheOther(bool gives)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            ReturnIf(a, gives);
            if (!gives)
            {
                ArrayPool<byte>.Shared.Return(a);
            }
        }

        void TheOtherOrOne(bool keeps)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            ReturnUnless(a, keeps);
            if (keeps)
            {
                ArrayPool<byte>.Shared.Return(a);
            }
        }

        void Both(bool tells)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            ReturnAnyway(a, tells);
            {|BUF2002:ArrayPool<byte>.Shared.Return(a)|};
        }
        """));
}
