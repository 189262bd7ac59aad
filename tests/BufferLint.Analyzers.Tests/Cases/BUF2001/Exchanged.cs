// Names that are emptied, exchanged or handed over before or with the release.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2001;

public class Exchanged
{
    [Fact]
    public Task Interlocked() => Verify.VerifyAnalyzerAsync(Types("""
        class C
        {
            byte[]? _buffer = ArrayPool<byte>.Shared.Rent(8);

            void Exchanged()
            {
                var old = Interlocked.Exchange(ref _buffer, null);
                if (old != null)
                {
                    ArrayPool<byte>.Shared.Return(old);
                }

                Console.WriteLine(_buffer?[0]);
            }

            void ExchangedAndUsed()
            {
                var old = Interlocked.Exchange(ref _buffer, null);
                if (old != null)
                {
                    ArrayPool<byte>.Shared.Return(old);
                    Console.WriteLine({|BUF2001:old[0]|});
                }
            }

            void ForANewOne()
            {
                var old = Interlocked.Exchange(ref _buffer, ArrayPool<byte>.Shared.Rent(16))!;
                ArrayPool<byte>.Shared.Return(old);
                _buffer[0] = 1;
            }
        }
        """));

    [Fact]
    public Task NulledFields() => Verify.VerifyAnalyzerAsync(Types("""
        class C
        {
            byte[]? _buffer = ArrayPool<byte>.Shared.Rent(8);

            void Nulled()
            {
                var old = _buffer!;
                _buffer = null;
                ArrayPool<byte>.Shared.Return(old);
                Console.WriteLine(_buffer?[0]);
            }

            void NotNulled()
            {
                var old = _buffer!;
                ArrayPool<byte>.Shared.Return(old);
                Console.WriteLine({|BUF2001:_buffer[0]|});
            }
        }
        """));

    [Fact]
    public Task GivenToAnOwner() => Verify.VerifyAnalyzerAsync(Types("""
        sealed class Owner : IDisposable
        {
            readonly byte[] _array;

            public Owner(byte[] array) => _array = array;

            public void Dispose() => {|BUF2005:ArrayPool<byte>.Shared.Return(_array)|};
        }

        class C
        {
            byte Used()
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                using var owner = new Owner(a);
                return a[0];
            }

            byte UsedAfter()
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                using (new Owner(a))
                {
                    a[0] = 1;
                }

                return {|BUF2001:a[0]|};
            }
        }
        """));

    [Fact]
    public Task PutBackIntoACollection() => Verify.VerifyAnalyzerAsync(Members("""
        readonly Stack<byte[]> _free = new();

        byte M()
        {
            var a = _free.Count > 0 ? _free.Pop() : new byte[8];
            var first = a[0];
            _free.Push(a);
            return first;
        }

        void Taken(Queue<byte[]> queue)
        {
            while (queue.Count > 0)
            {
                var a = queue.Dequeue();
                a[0] = 1;
                ArrayPool<byte>.Shared.Return(a);
            }
        }
        """));

    [Fact]
    public Task AskedWhetherItIsThere() => Verify.VerifyAnalyzerAsync(Members("""
        void M(byte[]? a)
        {
            if (a is not null)
            {
                ArrayPool<byte>.Shared.Return(a);
            }

            if (a is null)
            {
                Console.WriteLine();
            }
        }
        """));

    [Fact]
    public Task ConditionalAccess() => Verify.VerifyAnalyzerAsync(Members("""
        byte M(byte[]? a)
        {
            if (a != null)
            {
                ArrayPool<byte>.Shared.Return(a);
            }

            return a?{|BUF2001:[0]|} ?? 0;
        }
        """));
}
