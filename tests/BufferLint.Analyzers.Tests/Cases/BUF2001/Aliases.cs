// Several names of one rented array, and names that only look like it.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2001;

public class Aliases
{
    [Fact]
    public Task SecondName() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            var b = a;
            ArrayPool<int>.Shared.Return(b);
            return {|BUF2001:a[0]|};
        }

        int TheOtherWay()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            var b = a;
            ArrayPool<int>.Shared.Return(a);
            return {|BUF2001:b[0]|};
        }

        int NoLonger()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            var b = a;
            a = new int[8];
            ArrayPool<int>.Shared.Return(b);
            return a[0];
        }
        """));

    [Fact]
    public Task SwappedNames() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            var b = ArrayPool<int>.Shared.Rent(8);
            (a, b) = (b, a);
            ArrayPool<int>.Shared.Return(b);
            var first = a[0];
            ArrayPool<int>.Shared.Return(a);
            return first;
        }

        int Wrong()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            var b = ArrayPool<int>.Shared.Rent(8);
            (a, b) = (b, a);
            ArrayPool<int>.Shared.Return(b);
            var first = {|BUF2001:b[0]|};
            ArrayPool<int>.Shared.Return(a);
            return first;
        }
        """));

    [Fact]
    public Task EitherOfTwo() => Verify.VerifyAnalyzerAsync(Members("""
        int M(bool flag, int[] x, int[] y)
        {
            var a = flag ? x : y;
            ArrayPool<int>.Shared.Return(x);
            return {|BUF2001:a[0]|};
        }

        int Neither(bool flag, int[] x, int[] y, int[] z)
        {
            var a = flag ? x : y;
            ArrayPool<int>.Shared.Return(z);
            return a[0];
        }
        """));

    [Fact]
    public Task FieldsOfThisAndOfOthers() => Verify.VerifyAnalyzerAsync(Types("""
        class C
        {
            byte[] _a = new byte[8];
            byte[] _b = new byte[8];

            byte Same()
            {
                ArrayPool<byte>.Shared.Return(_a);
                return {|BUF2001:_a[0]|};
            }

            byte SameByAnotherName()
            {
                ArrayPool<byte>.Shared.Return(this._a);
                return {|BUF2001:_a[0]|};
            }

            byte OtherField()
            {
                ArrayPool<byte>.Shared.Return(_a);
                return _b[0];
            }

            byte OtherObject(C other)
            {
                ArrayPool<byte>.Shared.Return(other._a);
                return _a[0];
            }

            byte SameObject(C other)
            {
                var same = other;
                ArrayPool<byte>.Shared.Return(other._a);
                return {|BUF2001:same._a[0]|};
            }

            byte LocalOfAField()
            {
                var a = _a;
                ArrayPool<byte>.Shared.Return(_a);
                return {|BUF2001:a[0]|};
            }

            byte LocalOfAFieldThatWasReplaced()
            {
                var old = _a;
                _a = ArrayPool<byte>.Shared.Rent(16);
                old.CopyTo(_a, 0);
                ArrayPool<byte>.Shared.Return(old);
                return _a[0];
            }
        }
        """));

    [Fact]
    public Task ArraysOfArrays() => Verify.VerifyAnalyzerAsync(Members("""
        byte M()
        {
            var pages = new byte[2][];
            pages[0] = ArrayPool<byte>.Shared.Rent(8);
            pages[1] = ArrayPool<byte>.Shared.Rent(8);
            ArrayPool<byte>.Shared.Return(pages[0]);
            return {|BUF2001:pages[0][0]|};
        }

        byte OtherElement()
        {
            var pages = new byte[2][];
            pages[0] = ArrayPool<byte>.Shared.Rent(8);
            pages[1] = ArrayPool<byte>.Shared.Rent(8);
            ArrayPool<byte>.Shared.Return(pages[0]);
            return pages[1][0];
        }

        void All(byte[][] pages)
        {
            for (var i = 0; i < pages.Length; i++)
            {
                pages[i][0] = 1;
                ArrayPool<byte>.Shared.Return(pages[i]);
            }
        }

        void Each(List<byte[]> pages)
        {
            foreach (var page in pages)
            {
                page[0] = 1;
                ArrayPool<byte>.Shared.Return(page);
            }

            pages.Clear();
        }
        """));

    [Fact]
    public Task StructsAndTuples() => Verify.VerifyAnalyzerAsync(Types("""
        struct Lease
        {
            public byte[] Array;
            public int Length;
        }

        class C
        {
            byte Copied()
            {
                var lease = new Lease { Array = ArrayPool<byte>.Shared.Rent(8), Length = 8 };
                var copy = lease;
                ArrayPool<byte>.Shared.Return(lease.Array);
                return {|BUF2001:copy.Array[0]|};
            }

            int LengthOfACopy()
            {
                var lease = new Lease { Array = ArrayPool<byte>.Shared.Rent(8), Length = 8 };
                var copy = lease;
                ArrayPool<byte>.Shared.Return(lease.Array);
                return copy.Length;
            }

            byte Tuple()
            {
                var pair = (Array: ArrayPool<byte>.Shared.Rent(8), Length: 8);
                ArrayPool<byte>.Shared.Return(pair.Array);
                return {|BUF2001:pair.Array[0]|};
            }

            int LengthOfATuple()
            {
                var (array, length) = (ArrayPool<byte>.Shared.Rent(8), 8);
                ArrayPool<byte>.Shared.Return(array);
                return length;
            }
        }
        """));

    [Fact]
    public Task OutAndRef() => Verify.VerifyAnalyzerAsync(Members("""
        void Take(out byte[] a) => a = ArrayPool<byte>.Shared.Rent(8);

        byte M()
        {
            Take(out var a);
            ArrayPool<byte>.Shared.Return(a);
            return {|BUF2001:a[0]|};
        }

        byte Before()
        {
            Take(out var a);
            var first = a[0];
            ArrayPool<byte>.Shared.Return(a);
            return first;
        }

        void OutIsReturned(out byte[] a)
        {
            a = ArrayPool<byte>.Shared.Rent(8);
            ArrayPool<byte>.Shared.Return(a);
            {|BUF2001:a[0] = 1|};
        }

        void RefIsReplaced(ref byte[] a)
        {
            ArrayPool<byte>.Shared.Return(a);
            a = new byte[8];
            a[0] = 1;
        }
        """));

    [Fact]
    public Task CompareThem() => Verify.VerifyAnalyzerAsync(Members("""
        void M(byte[] a, byte[] b)
        {
            if (a == b)
            {
                ArrayPool<byte>.Shared.Return(a);
                {|BUF2001:b[0] = 1|};
            }
        }

        void Different(byte[] a, byte[] b)
        {
            if (a != b)
            {
                ArrayPool<byte>.Shared.Return(a);
                b[0] = 1;
            }
        }
        """));

    // The array of a segment is the array that it shows, by another name.
    [Fact]
    public Task TheArrayOfASegment() => Verify.VerifyAnalyzerAsync(Members("""
        byte Rented(int n)
        {
            var segment = new ArraySegment<byte>(ArrayPool<byte>.Shared.Rent(n), 0, n);
            ArrayPool<byte>.Shared.Return(segment.Array!);
            return {|BUF2001:segment[0]|};
        }

        byte CameIn(ArraySegment<byte> segment)
        {
            ArrayPool<byte>.Shared.Return(segment.Array!);
            return {|BUF2001:segment[0]|};
        }

        void ByTheName(int n)
        {
            var array = ArrayPool<byte>.Shared.Rent(n);
            var segment = new ArraySegment<byte>(array);
            ArrayPool<byte>.Shared.Return(segment.Array!);
            {|BUF2001:array[0] = 1|};
        }

        void Twice(ArraySegment<byte> segment)
        {
            ArrayPool<byte>.Shared.Return(segment.Array!);
            {|BUF2002:ArrayPool<byte>.Shared.Return(segment.Array!)|};
        }

        int OnlyItsCount(ArraySegment<byte> segment)
        {
            ArrayPool<byte>.Shared.Return(segment.Array!);
            return segment.Count;
        }

        void OneATurn(List<ArraySegment<byte>> segments)
        {
            foreach (var segment in segments)
            {
                segment.AsSpan().Clear();
                ArrayPool<byte>.Shared.Return(segment.Array!);
            }

            segments.Clear();
        }

        // The array is the stream's: to return it is another mistake than to use the stream.
        long OfAStream(MemoryStream stream)
        {
            {|BUF6004:stream.TryGetBuffer(out var segment)|};
            ArrayPool<byte>.Shared.Return(segment.Array!);
            return stream.Position;
        }
        """));
}
