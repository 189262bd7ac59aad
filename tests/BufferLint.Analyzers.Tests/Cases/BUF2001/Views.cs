// Views over a rented array die with it, whatever they are made of.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2001;

public class Views
{
    [Fact]
    public Task Spans() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            Span<int> span = a;
            ArrayPool<int>.Shared.Return(a);
            return {|BUF2001:span[0]|};
        }

        int Sliced()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            var span = a.AsSpan(0, 4).Slice(1);
            ArrayPool<int>.Shared.Return(a);
            return {|BUF2001:span[0]|};
        }

        int Before()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            Span<int> span = a;
            var first = span[0];
            ArrayPool<int>.Shared.Return(a);
            return first + span.Length;
        }
        """));

    [Fact]
    public Task Memories() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            Memory<int> memory = a.AsMemory(0, 4);
            ArrayPool<int>.Shared.Return(a);
            return {|BUF2001:memory.Span|}[0];
        }

        ReadOnlyMemory<int> Returned()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            ReadOnlyMemory<int> memory = a;
            ArrayPool<int>.Shared.Return(a);
            return {|BUF2001:memory|};
        }

        int[] Copied()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            var memory = a.AsMemory(0, 4);
            var copy = memory.ToArray();
            ArrayPool<int>.Shared.Return(a);
            return copy;
        }
        """));

    [Fact]
    public Task Segments() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            var segment = new ArraySegment<int>(a, 0, 4);
            ArrayPool<int>.Shared.Return(a);
            return {|BUF2001:segment[0]|};
        }

        int Count()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            var segment = new ArraySegment<int>(a, 0, 4);
            ArrayPool<int>.Shared.Return(a);
            return segment.Count;
        }
        """));

    [Fact]
    public Task RefLocals() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            ref var first = ref a[0];
            ArrayPool<int>.Shared.Return(a);
            return {|BUF2001:first|};
        }

        int Copied()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            var first = a[0];
            ArrayPool<int>.Shared.Return(a);
            return first;
        }
        """));

    [Fact]
    public Task Pointers() => Verify.VerifyAnalyzerAsync(Members("""
        unsafe int M()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            fixed (int* p = a)
            {
                ArrayPool<int>.Shared.Return(a);
                return *{|BUF2001:p|};
            }
        }

        unsafe int Before()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            int first;
            fixed (int* p = a)
            {
                first = *p;
            }

            ArrayPool<int>.Shared.Return(a);
            return first;
        }
        """));

    [Fact]
    public Task Sequences() => Verify.VerifyAnalyzerAsync(Members("""
        long M()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var sequence = new ReadOnlySequence<byte>(a, 0, 4);
            ArrayPool<byte>.Shared.Return(a);
            return {|BUF2001:sequence.FirstSpan|}[0];
        }

        byte[] Copied()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var sequence = new ReadOnlySequence<byte>(a, 0, 4);
            var copy = sequence.ToArray();
            ArrayPool<byte>.Shared.Return(a);
            return copy;
        }
        """));

    [Fact]
    public Task Reinterpreted() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var numbers = MemoryMarshal.Cast<byte, int>(a);
            ArrayPool<byte>.Shared.Return(a);
            return {|BUF2001:numbers[0]|};
        }

        int References()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            ref var start = ref MemoryMarshal.GetArrayDataReference(a);
            ArrayPool<byte>.Shared.Return(a);
            return {|BUF2001:start|};
        }

        int Read()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var number = MemoryMarshal.Read<int>(a);
            ArrayPool<byte>.Shared.Return(a);
            return number;
        }
        """));

    [Fact]
    public Task ReturnedWithinALoopOverItsSpan() => Verify.VerifyAnalyzerAsync(Members("""
        int M(int n)
        {
            var a = {|BUF2006:ArrayPool<int>.Shared.Rent(8)|};
            var span = a.AsSpan();
            var sum = 0;
            for (var i = 0; i < n; i++)
            {
                sum += {|BUF2001:span[i]|};
                {|BUF2002:ArrayPool<int>.Shared.Return(a)|};
            }

            return sum;
        }

        int Leaves(bool last)
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            var sum = 0;
            foreach (ref var item in a.AsSpan())
            {
                sum += item;
                if (last)
                {
                    break;
                }
            }

            ArrayPool<int>.Shared.Return(a);
            return sum;
        }
        """));
}
