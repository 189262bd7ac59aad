// Methods that wrap Rent and Return, whatever they are called.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2001;

public class Helpers
{
    [Fact]
    public Task WrappedReturn() => Verify.VerifyAnalyzerAsync(Members("""
        static void Release(byte[] array) => ArrayPool<byte>.Shared.Return(array);

        byte M()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            Release(a);
            return {|BUF2001:a[0]|};
        }

        byte Before()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var first = a[0];
            Release(a);
            return first;
        }
        """));

    [Fact]
    public Task WrappedRent() => Verify.VerifyAnalyzerAsync(Members("""
        static byte[] Take(int n) => ArrayPool<byte>.Shared.Rent(n);

        byte M()
        {
            var a = Take(8);
            ArrayPool<byte>.Shared.Return(a);
            return {|BUF2001:a[0]|};
        }

        byte Before()
        {
            var a = Take(8);
            var first = a[0];
            ArrayPool<byte>.Shared.Return(a);
            return first;
        }
        """));

    [Fact]
    public Task HelperOfAHelper() => Verify.VerifyAnalyzerAsync(Members("""
        static void Inner(byte[] array) => ArrayPool<byte>.Shared.Return(array, clearArray: true);

        static void Outer(byte[] array)
        {
            Console.WriteLine(array.Length);
            Inner(array);
        }

        byte M(byte[] a)
        {
            var span = a.AsSpan(1);
            Outer(a);
            return {|BUF2001:span[0]|};
        }

        byte Other(byte[] a, byte[] b)
        {
            var span = b.AsSpan(1);
            Outer(a);
            return span[0];
        }
        """));

    [Fact]
    public Task ReturnsOnlyWhatIsThere() => Verify.VerifyAnalyzerAsync(Members("""
        static void Release(byte[]? array)
        {
            if (array != null)
            {
                ArrayPool<byte>.Shared.Return(array);
            }
        }

        byte M()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            Release(a);
            return {|BUF2001:a[0]|};
        }

        byte Empty()
        {
            byte[]? a = null;
            Release(a);
            a = new byte[8];
            return a[0];
        }
        """));

    [Fact]
    public Task ReturnsOnlyWhatIsPooled() => Verify.VerifyAnalyzerAsync(Members("""
        static void Release(byte[] array, bool pooled)
        {
            if (pooled)
            {
                ArrayPool<byte>.Shared.Return(array);
            }
        }

        byte NotPooled()
        {
            var a = new byte[8];
            Release(a, false);
            return a[0];
        }

        byte SameFlag(int n)
        {
            var pooled = n > 256;
            var a = pooled ? ArrayPool<byte>.Shared.Rent(n) : new byte[n];
            var first = a[0];
            Release(a, pooled);
            return first;
        }
        """));

    [Fact]
    public Task ThroughRef() => Verify.VerifyAnalyzerAsync(Members("""
        static void Release(ref byte[]? array)
        {
            if (array != null)
            {
                ArrayPool<byte>.Shared.Return(array);
                array = null;
            }
        }

        byte M()
        {
            byte[]? a = ArrayPool<byte>.Shared.Rent(8);
            var other = a;
            Release(ref a);
            return {|BUF2001:other[0]|};
        }

        byte Nulled()
        {
            byte[]? a = ArrayPool<byte>.Shared.Rent(8);
            Release(ref a);
            return a is null ? (byte)0 : a[0];
        }
        """));

    [Fact]
    public Task GrowsByReference() => Verify.VerifyAnalyzerAsync(Members("""
        static void Grow(ref byte[] array)
        {
            var bigger = ArrayPool<byte>.Shared.Rent(array.Length * 2);
            array.CopyTo(bigger, 0);
            ArrayPool<byte>.Shared.Return(array);
            array = bigger;
        }

        byte M()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            Grow(ref a);
            var first = a[0];
            ArrayPool<byte>.Shared.Return(a);
            return first;
        }
        """));

    [Fact]
    public Task ExtensionMethods() => Verify.VerifyAnalyzerAsync(Types("""
        static class Extensions
        {
            public static void Release<T>(this T[] array) => ArrayPool<T>.Shared.Return(array);
        }

        class C
        {
            byte M()
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                a.Release();
                return {|BUF2001:a[0]|};
            }

            byte Before()
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                var first = a[0];
                a.Release();
                return first;
            }
        }
        """));
}
