// Helpers that put something else into a variable of their caller's: what was there goes out, round, or back.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2001;

public class Replaced
{
    [Fact]
    public Task TheOldOneComesOut() => Verify.VerifyAnalyzerAsync(Members("""
        static T[] Replace<T>(ref T[] place, int length)
        {
            var old = place;
            place = ArrayPool<T>.Shared.Rent(length);
            return old;
        }

        void Returned(int n)
        {
            var a = ArrayPool<int>.Shared.Rent(n);
            var old = Replace(ref a, 2 * n);
            ArrayPool<int>.Shared.Return(old);
            a[0] = 1;
            ArrayPool<int>.Shared.Return(a);
        }

        void ReturnedAtOnce(int n)
        {
            var a = ArrayPool<int>.Shared.Rent(n);
            ArrayPool<int>.Shared.Return(Replace(ref a, 2 * n));
            a[0] = 1;
            ArrayPool<int>.Shared.Return(a);
        }

        void UsedAfter(int n)
        {
            var a = ArrayPool<int>.Shared.Rent(n);
            var old = Replace(ref a, 2 * n);
            ArrayPool<int>.Shared.Return(old);
            {|BUF2001:old[0] = 1|};
            ArrayPool<int>.Shared.Return(a);
        }

        void NewOneNotReturned(int n)
        {
            var a = ArrayPool<int>.Shared.Rent(n);
            var old = {|BUF2006:Replace(ref a, 2 * n)|};
            ArrayPool<int>.Shared.Return(old);
            a[0] = 1;
        }

        void OldOneNotReturned(int n)
        {
            var a = {|BUF2006:ArrayPool<int>.Shared.Rent(n)|};
            var old = Replace(ref a, 2 * n);
            old[0] = 1;
            ArrayPool<int>.Shared.Return(a);
        }
        """));

    [Fact]
    public Task TheOldOneIsDisposed() => Verify.VerifyAnalyzerAsync(Members("""
        static IMemoryOwner<byte> Replace(ref IMemoryOwner<byte> place)
        {
            var old = place;
            place = MemoryPool<byte>.Shared.Rent(16);
            return old;
        }

        byte TheNewOne()
        {
            var owner = MemoryPool<byte>.Shared.Rent(8);
            using (Replace(ref owner))
            {
            }

            var first = owner.Memory.Span[0];
            owner.Dispose();
            return first;
        }

        byte TheOldOne()
        {
            var owner = MemoryPool<byte>.Shared.Rent(8);
            var memory = owner.Memory;
            using (Replace(ref owner))
            {
            }

            var first = {|BUF2001:memory.Span|}[0];
            owner.Dispose();
            return first;
        }
        """));

    [Fact]
    public Task TakenAway() => Verify.VerifyAnalyzerAsync(Members("""
        int[]? _buffer = ArrayPool<int>.Shared.Rent(8);

        static T? Take<T>(ref T? place) where T : class
        {
            var taken = place;
            place = null;
            return taken;
        }

        void Given(int n)
        {
            int[]? a = ArrayPool<int>.Shared.Rent(n);
            a[0] = 1;
            ArrayPool<int>.Shared.Return(Take(ref a)!);
        }

        void OfAField()
        {
            var old = Take(ref _buffer);
            if (old != null)
            {
                ArrayPool<int>.Shared.Return(old);
            }

            Console.WriteLine(_buffer?[0]);
        }

        void UsedAfter()
        {
            var old = Take(ref _buffer)!;
            ArrayPool<int>.Shared.Return(old);
            {|BUF2001:old[0] = 1|};
        }
        """));

    [Fact]
    public Task ExchangedByAHelper() => Verify.VerifyAnalyzerAsync(Members("""
        int[] _buffer = ArrayPool<int>.Shared.Rent(8);

        static T Exchange<T>(ref T place, T given) where T : class => System.Threading.Interlocked.Exchange(ref place, given);

        void OldOneReturned(int n)
        {
            var a = ArrayPool<int>.Shared.Rent(n);
            var b = ArrayPool<int>.Shared.Rent(n);
            ArrayPool<int>.Shared.Return(Exchange(ref a, b));
            a[0] = 1;
            ArrayPool<int>.Shared.Return(a);
        }

        void OldNameUsed(int n)
        {
            var a = ArrayPool<int>.Shared.Rent(n);
            var first = a;
            var b = ArrayPool<int>.Shared.Rent(n);
            ArrayPool<int>.Shared.Return(Exchange(ref a, b));
            {|BUF2001:first[0] = 1|};
            ArrayPool<int>.Shared.Return(b);
        }

        void OfAField(int n)
        {
            ArrayPool<int>.Shared.Return(Exchange(ref _buffer, ArrayPool<int>.Shared.Rent(n)));
            _buffer[0] = 1;
        }
        """));

    [Fact]
    public Task ExchangedInPlace() => Verify.VerifyAnalyzerAsync(Members("""
        int[]? _buffer = ArrayPool<int>.Shared.Rent(8);
        int[][] _slots = new int[4][];

        void OldNameUsed()
        {
            var first = _buffer!;
            var old = Interlocked.Exchange(ref _buffer, null)!;
            ArrayPool<int>.Shared.Return(old);
            {|BUF2001:first[0] = 1|};
        }

        void OnlyTheFieldUsed()
        {
            ArrayPool<int>.Shared.Return(_buffer!);
            Interlocked.Exchange(ref _buffer, null);
            Console.WriteLine(_buffer?[0]);
        }

        void Slots(int i)
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            ref var slot = ref _slots[i];
            var old = Interlocked.Exchange(ref slot, a);
            if (old != null)
            {
                ArrayPool<int>.Shared.Return(old);
            }

            slot[0] = 1;
        }
        """));

    [Fact]
    public Task Swapped() => Verify.VerifyAnalyzerAsync(Members("""
        static void Swap<T>(ref T a, ref T b)
        {
            var other = a;
            a = b;
            b = other;
        }

        static void SwapPair<T>(ref T a, ref T b) => (a, b) = (b, a);

        void OneReturned(int n)
        {
            var a = ArrayPool<int>.Shared.Rent(n);
            var b = ArrayPool<int>.Shared.Rent(n);
            Swap(ref a, ref b);
            ArrayPool<int>.Shared.Return(a);
            b[0] = 1;
            ArrayPool<int>.Shared.Return(b);
        }

        void OtherNameOfTheReturned(int n)
        {
            var a = ArrayPool<int>.Shared.Rent(n);
            var first = a;
            var b = ArrayPool<int>.Shared.Rent(n);
            Swap(ref a, ref b);
            ArrayPool<int>.Shared.Return(b);
            {|BUF2001:first[0] = 1|};
            ArrayPool<int>.Shared.Return(a);
        }

        void OtherNameOfTheKept(int n)
        {
            var a = ArrayPool<int>.Shared.Rent(n);
            var first = a;
            var b = ArrayPool<int>.Shared.Rent(n);
            SwapPair(ref a, ref b);
            ArrayPool<int>.Shared.Return(a);
            first[0] = 1;
            ArrayPool<int>.Shared.Return(b);
        }

        void InALoop(int n)
        {
            var a = ArrayPool<int>.Shared.Rent(n);
            var b = ArrayPool<int>.Shared.Rent(n);
            for (var i = 0; i < n; i++)
            {
                a[0] = b[0];
                Swap(ref a, ref b);
            }

            ArrayPool<int>.Shared.Return(a);
            ArrayPool<int>.Shared.Return(b);
        }
        """));

    [Fact]
    public Task GrownAndTheOldOneReturned() => Verify.VerifyAnalyzerAsync(Members("""
        static void Grow(ref byte[] array)
        {
            var bigger = ArrayPool<byte>.Shared.Rent(array.Length * 2);
            array.CopyTo(bigger, 0);
            ArrayPool<byte>.Shared.Return(array);
            array = bigger;
        }

        byte OldSpan()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var span = a.AsSpan();
            {|BUF1001:Grow(ref a)|};
            var first = span[0];
            ArrayPool<byte>.Shared.Return(a);
            return first;
        }

        byte SpanTakenAgain()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var span = a.AsSpan();
            span[0] = 1;
            Grow(ref a);
            span = a.AsSpan();
            var first = span[0];
            ArrayPool<byte>.Shared.Return(a);
            return first;
        }
        """));
}
