// Which objects release what they were made with, whatever else they were told, and which leave it to somebody else: a flag,
// a count, a copy, an object of its own, who took the lease back.
using System.Threading.Tasks;
using Xunit;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2002;

public class WhoReleasesShared
{
    [Fact]
    public Task WhoDecides() => VerifyAsync("""
        (Flagged, Flagged) BothOwn()
        {
            var whole = ArrayPool<byte>.Shared.Rent(64);
            return (new Flagged(whole, owns: true), {|BUF2002:new Flagged(whole, owns: true)|});
        }

        (Flagged, Flagged) OneOwns()
        {
            var whole = ArrayPool<byte>.Shared.Rent(64);
            return (new Flagged(whole, owns: true), new Flagged(whole));
        }

        (Flagged, Flagged) Either(bool first)
        {
            var whole = ArrayPool<byte>.Shared.Rent(64);
            return (new Flagged(whole, first), new Flagged(whole, !first));
        }
        """);

    [Fact]
    public Task TakenBack() => VerifyAsync("""
        private Half? _half;
        private Half? _other;
        private Primary? _primary;
        private Primary? _another;

        void Detached()
        {
            var whole = ArrayPool<byte>.Shared.Rent(64);
            _half = new Half(whole, 0);
            _half.Detach();
            _other = new Half(whole, 32);
        }

        void DetachedFromParameter()
        {
            var whole = ArrayPool<byte>.Shared.Rent(64);
            _primary = new Primary(whole);
            _primary.Detach();
            _another = new Primary(whole);
        }

        Half Retried()
        {
            var whole = ArrayPool<byte>.Shared.Rent(64);
            while (true)
            {
                try
                {
                    return new Half(whole, 0);
                }
                catch (InvalidOperationException)
                {
                }
            }
        }

        Half GivenBackOnFailure()
        {
            var whole = ArrayPool<byte>.Shared.Rent(64);
            try
            {
                return new Half(whole, 0);
            }
            catch
            {
                ArrayPool<byte>.Shared.Return(whole);
                throw;
            }
        }
        """);

    [Fact]
    public Task OtherFamilies() => Verify.VerifyAnalyzerAsync(LeaseSource.Types("""
        sealed unsafe class Block : IDisposable
        {
            private void* _start;

            public Block(void* start) => _start = start;

            public void Dispose()
            {
                NativeMemory.Free(_start);
                _start = null;
            }
        }

        sealed class Pin : IDisposable
        {
            private GCHandle _handle;

            public Pin(GCHandle handle) => _handle = handle;

            public void Dispose()
            {
                if (_handle.IsAllocated)
                {
                    _handle.Free();
                }
            }
        }

        sealed class Wrapper : IDisposable
        {
            private readonly IMemoryOwner<byte> _owner;

            public Wrapper(IMemoryOwner<byte> owner) => _owner = owner;

            public void Dispose() => _owner.Dispose();
        }

        static class C
        {
            static unsafe (Block, Block) Blocks()
            {
                var start = NativeMemory.Alloc(64);
                return (new Block(start), {|BUF2002:new Block(start)|});
            }

            static (Pin, Pin) Pins(byte[] data)
            {
                var handle = GCHandle.Alloc(data, GCHandleType.Pinned);
                return (new Pin(handle), {|BUF2002:new Pin(handle)|});
            }

            // The owner is disposed as often as one likes.
            static (Wrapper, Wrapper) Wrappers()
            {
                var owner = MemoryPool<byte>.Shared.Rent(64);
                return (new Wrapper(owner), new Wrapper(owner));
            }
        }
        """));

    [Fact]
    public Task WhoAnswersForIt() => Verify.VerifyAnalyzerAsync(LeaseSource.Types(AdopterSource.Owners + """
        sealed class View
        {
            private readonly byte[] _array;

            public View(byte[] array) => _array = array;

            public int Length => _array.Length;
        }

        sealed class Copy : IDisposable
        {
            private byte[]? _array;

            public Copy(byte[] array)
            {
                _array = ArrayPool<byte>.Shared.Rent(array.Length);
                array.CopyTo(_array, 0);
            }

            public void Dispose()
            {
                var array = Interlocked.Exchange(ref _array, null);
                if (array != null)
                {
                    ArrayPool<byte>.Shared.Return(array);
                }
            }
        }

        sealed class Counted : IDisposable
        {
            private readonly byte[] _array;
            private int _count = 1;

            public Counted(byte[] array) => _array = array;

            public void AddReference() => _count++;

            public void Dispose()
            {
                if (--_count == 0)
                {
                    ArrayPool<byte>.Shared.Return(_array);
                }
            }
        }

        sealed class Shared : IDisposable
        {
            private static byte[]? s_array;

            public Shared(byte[] array) => s_array = array;

            public void Dispose()
            {
                var array = Interlocked.Exchange(ref s_array, null);
                if (array != null)
                {
                    ArrayPool<byte>.Shared.Return(array);
                }
            }
        }

        sealed class Outer : IDisposable
        {
            private readonly Half _half;
            private byte[]? _array;

            public Outer(Half half, byte[] array)
            {
                _half = half;
                _array = array;
            }

            public int Start => _half.Start;

            public void Dispose()
            {
                if (_array != null)
                {
                    ArrayPool<byte>.Shared.Return(_array);
                    _array = null;
                }
            }
        }

        class C
        {
            private Outer? _outer;

            (View, View) Views()
            {
                var whole = ArrayPool<byte>.Shared.Rent(64);
                return (new View(whole), new View(whole));
            }

            (Copy, Copy) Copies()
            {
                var whole = ArrayPool<byte>.Shared.Rent(64);
                var both = (new Copy(whole), new Copy(whole));
                ArrayPool<byte>.Shared.Return(whole);
                return both;
            }

            (Counted, Counted) References()
            {
                var whole = ArrayPool<byte>.Shared.Rent(64);
                return (new Counted(whole), new Counted(whole));
            }

            (Shared, Shared) OnePlace()
            {
                var whole = ArrayPool<byte>.Shared.Rent(64);
                return (new Shared(whole), new Shared(whole));
            }

            Outer Inner()
            {
                var whole = ArrayPool<byte>.Shared.Rent(64);
                var half = new Half(whole, 0);
                return new Outer(half, whole);
            }

            void InnerKept()
            {
                var whole = ArrayPool<byte>.Shared.Rent(64);
                var half = new Half(whole, 0);
                _outer = new Outer(half, whole);
            }
        }
        """));

    private static Task VerifyAsync(string members) => Verify.VerifyAnalyzerAsync(LeaseSource.Types($"{AdopterSource.Owners}class C\n{{\n{members}\n}}\n"));
}
