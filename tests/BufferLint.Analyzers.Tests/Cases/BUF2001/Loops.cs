// Loops that rent again, grow and swap, or return one turn too early.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2001;

public class Loops
{
    [Fact]
    public Task GrowAndSwap() => Verify.VerifyAnalyzerAsync(Members("""
        int M(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(16);
            var used = 0;
            int read;
            while ((read = stream.Read(a, used, a.Length - used)) > 0)
            {
                used += read;
                if (used == a.Length)
                {
                    var bigger = ArrayPool<byte>.Shared.Rent(a.Length * 2);
                    Buffer.BlockCopy(a, 0, bigger, 0, used);
                    ArrayPool<byte>.Shared.Return(a);
                    a = bigger;
                }
            }

            var first = a[0];
            ArrayPool<byte>.Shared.Return(a);
            return first;
        }

        int KeepsTheOldSpan(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(16);
            var span = a.AsSpan();
            var used = stream.Read(span);
            if (used == a.Length)
            {
                var bigger = ArrayPool<byte>.Shared.Rent(a.Length * 2);
                span.CopyTo(bigger);
                ArrayPool<byte>.Shared.Return(a);
                a = bigger;
            }

            var first = {|BUF2001:span[0]|};
            ArrayPool<byte>.Shared.Return(a);
            return first;
        }
        """));

    [Fact]
    public Task ReturnedBeforeItIsCopied() => Verify.VerifyAnalyzerAsync(Members("""
        byte[] M(byte[] a)
        {
            var bigger = ArrayPool<byte>.Shared.Rent(a.Length * 2);
            ArrayPool<byte>.Shared.Return(a);
            {|BUF2001:a.CopyTo(bigger, 0)|};
            return bigger;
        }

        byte[] CopiedFirst(byte[] a)
        {
            var bigger = ArrayPool<byte>.Shared.Rent(a.Length * 2);
            a.CopyTo(bigger, 0);
            ArrayPool<byte>.Shared.Return(a);
            return bigger;
        }
        """));

    [Fact]
    public Task EveryTurnRents() => Verify.VerifyAnalyzerAsync(Members("""
        int M(int n)
        {
            var sum = 0;
            for (var i = 0; i < n; i++)
            {
                var a = ArrayPool<int>.Shared.Rent(8);
                a[0] = i;
                sum += a[0];
                ArrayPool<int>.Shared.Return(a);
            }

            return sum;
        }

        int RentedOnceReturnedEveryTurn(int n)
        {
            var a = {|BUF2006:ArrayPool<int>.Shared.Rent(8)|};
            var sum = 0;
            for (var i = 0; i < n; i++)
            {
                sum += {|BUF2001:a[0]|};
                {|BUF2002:ArrayPool<int>.Shared.Return(a)|};
            }

            return sum;
        }
        """));

    [Fact]
    public Task LastOneKept() => Verify.VerifyAnalyzerAsync(Members("""
        int M(int n)
        {
            int[]? last = null;
            for (var i = 0; i < n; i++)
            {
                var a = ArrayPool<int>.Shared.Rent(8);
                a[0] = i;
                last = a;
                ArrayPool<int>.Shared.Return(a);
            }

            return last is null ? 0 : {|BUF2001:last[0]|};
        }

        int LastOneReturnedLater(int n)
        {
            int[]? last = null;
            for (var i = 0; i < n; i++)
            {
                if (last != null)
                {
                    ArrayPool<int>.Shared.Return(last);
                }

                last = ArrayPool<int>.Shared.Rent(8);
                last[0] = i;
            }

            var value = last is null ? 0 : last[0];
            if (last != null)
            {
                ArrayPool<int>.Shared.Return(last);
            }

            return value;
        }
        """));

    [Fact]
    public Task DoWhile() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Stream source, Stream sink)
        {
            var a = ArrayPool<byte>.Shared.Rent(16);
            int read;
            do
            {
                read = source.Read(a, 0, a.Length);
                sink.Write(a, 0, read);
            }
            while (read > 0);
            ArrayPool<byte>.Shared.Return(a);
        }

        void ReturnedWithin(Stream source, Stream sink)
        {
            var a = ArrayPool<byte>.Shared.Rent(16);
            int read;
            do
            {
                read = source.Read({|BUF2001:a|}, 0, 16);
                sink.Write(a, 0, read);
                {|BUF2002:ArrayPool<byte>.Shared.Return(a)|};
            }
            while (read > 0);
        }
        """));

    [Fact]
    public Task ReturnedAtTheBreak() => Verify.VerifyAnalyzerAsync(Members("""
        int M(int[] items)
        {
            var a = {|BUF2006:ArrayPool<int>.Shared.Rent(8)|};
            foreach (var item in items)
            {
                if (item < 0)
                {
                    ArrayPool<int>.Shared.Return(a);
                    break;
                }

                a[0] = item;
            }

            return {|BUF2001:a[0]|};
        }
        """));

    [Fact]
    public Task ReturnedAtTheReturn() => Verify.VerifyAnalyzerAsync(Members("""
        int M(int[] items)
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            foreach (var item in items)
            {
                if (item < 0)
                {
                    ArrayPool<int>.Shared.Return(a);
                    return item;
                }

                a[0] = item;
            }

            var first = a[0];
            ArrayPool<int>.Shared.Return(a);
            return first;
        }
        """));

    // Which turn is the last follows from numbers: a release that the counter allows is not followed into the next turn.
    [Fact]
    public Task WhereTheCounterSaysSo() => Verify.VerifyAnalyzerAsync(Members("""
        int InTheLastTurn(int n)
        {
            var a = ArrayPool<int>.Shared.Rent(n);
            var sum = 0;
            for (var i = 0; i < n; i++)
            {
                sum += a[i];
                if (i == n - 1)
                {
                    ArrayPool<int>.Shared.Return(a);
                }
            }

            return sum;
        }

        int InOneOfTheTurns()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            var sum = 0;
            for (var i = 0; i < 8; i++)
            {
                sum += a[i];
                if (sum > 3 || i == 7)
                {
                    ArrayPool<int>.Shared.Return(a);
                    return sum;
                }
            }

            return sum;
        }

        int UsedInTheSameTurn(int n)
        {
            var a = ArrayPool<int>.Shared.Rent(n);
            var sum = 0;
            for (var i = 0; i < n; i++)
            {
                if (i == n - 1)
                {
                    ArrayPool<int>.Shared.Return(a);
                    sum += {|BUF2001:a[i]|};
                }
            }

            return sum;
        }

        int WhereSomethingElseSaysSo(int[] b, int[] a)
        {
            var sum = 0;
            foreach (var item in b)
            {
                sum += {|BUF2001:a[0]|};
                if (item == 0)
                {
                    {|BUF2002:ArrayPool<int>.Shared.Return(a)|};
                }
            }

            return sum;
        }
        """));

    [Fact]
    public Task OneSpanOnSeveralLines() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            var span = a.AsSpan();
            ArrayPool<int>.Shared.Return(a);
            {|BUF2001:span[1]|} += 2;
            return span[1];
        }
        """));

    // The next node is read out before the node before it goes.
    [Fact]
    public Task ListsReleasedNodeByNode() => Verify.VerifyAnalyzerAsync(PooledObjects("""
        class Node
        {
            public Node? Next;
        }

        unsafe struct NativeNode
        {
            public NativeNode* Next;
        }

        static void Objects(ObjectPool<Node> pool, Node? node)
        {
            while (node != null)
            {
                var next = node.Next;
                pool.Return(node);
                node = next;
            }
        }

        static void TheOtherWayRound(ObjectPool<Node> pool, Node? first)
        {
            for (var node = first; node != null;)
            {
                var done = node;
                node = node.Next;
                pool.Return(done);
            }
        }

        static unsafe void Blocks(NativeNode* node)
        {
            while (node != null)
            {
                var next = node->Next;
                NativeMemory.Free(node);
                node = next;
            }
        }

        static unsafe void ReadTooLate(NativeNode* node)
        {
            while (node != null)
            {
                NativeMemory.Free(node);
                node = {|BUF2001:node|}->Next;
            }
        }
        """));
}
