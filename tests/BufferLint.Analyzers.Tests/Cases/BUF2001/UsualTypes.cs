// Types that own leases as programs have them: none of these is wrong.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2001;

public class UsualTypes
{
    [Fact]
    public Task BufferWriterOfAPool() => Verify.VerifyAnalyzerAsync(Types("""
        class Segment : ReadOnlySequenceSegment<byte>
        {
            byte[]? _array;
            public void Set(byte[] a)
            {
                _array = a;
                Memory = a;
            }

            public void Reset()
            {
                ArrayPool<byte>.Shared.Return(_array!);
                _array = null;
                Memory = default;
                Next = null;
            }
        }

        class W : IBufferWriter<byte>, IDisposable
        {
            byte[] _buf = ArrayPool<byte>.Shared.Rent(256);
            int _n;
            bool _disposed;
            public void Advance(int c) => _n += c;
            public Memory<byte> GetMemory(int s = 0)
            {
                Ensure(s);
                return _buf.AsMemory(_n);
            }

            public Span<byte> GetSpan(int s = 0)
            {
                Ensure(s);
                return _buf.AsSpan(_n);
            }

            void Ensure(int s)
            {
                if (_buf.Length - _n >= s)
                    return;
                byte[] b = ArrayPool<byte>.Shared.Rent(Math.Max(_buf.Length * 2, _n + s));
                Buffer.BlockCopy(_buf, 0, b, 0, _n);
                byte[] old = _buf;
                _buf = b;
                ArrayPool<byte>.Shared.Return(old);
            }

            public byte[] ToArrayAndFree()
            {
                var r = _buf.AsSpan(0, _n).ToArray();
                Dispose();
                return r;
            }

            public void Dispose()
            {
                if (_disposed)
                    return;
                _disposed = true;
                ArrayPool<byte>.Shared.Return(_buf);
                _buf = null !;
            }

            public void Use()
            {
                var s = GetSpan(4);
                s[0] = 1;
                Advance(1);
                s = GetSpan(400);
                s[0] = 2;
            }
        }
        """));

    [Fact]
    public Task MessageThatOwnsItsBody() => Verify.VerifyAnalyzerAsync(Types("""
        class Msg : IDisposable
        {
            IMemoryOwner<byte>? _o;
            public Msg(IMemoryOwner<byte> o) => _o = o;
            public static Msg Read(Stream s)
            {
                var o = MemoryPool<byte>.Shared.Rent(4);
                s.ReadExactly(o.Memory.Span);
                return new Msg(o);
            }

            public static Msg Read2(Stream s)
            {
                IMemoryOwner<byte>? o = MemoryPool<byte>.Shared.Rent(4);
                try
                {
                    s.ReadExactly(o.Memory.Span);
                    var m = new Msg(o);
                    o = null;
                    return m;
                }
                finally
                {
                    o?.Dispose();
                }
            }

            public static Msg Read3(Stream s)
            {
                var o = MemoryPool<byte>.Shared.Rent(4);
                try
                {
                    s.ReadExactly(o.Memory.Span);
                    return new Msg(o);
                }
                catch
                {
                    o.Dispose();
                    throw;
                }
            }

            public ReadOnlyMemory<byte> Body => _o!.Memory;

            public void Dispose()
            {
                Interlocked.Exchange(ref _o, null)?.Dispose();
            }

            static async Task Handle(Stream s)
            {
                using var m = Read(s);
                await s.WriteAsync(m.Body);
            }

            static byte[] Late(Stream s)
            {
                Msg m;
                using (m = Read(s))
                {
                    Console.WriteLine();
                }

                return Array.Empty<byte>();
            }
        }
        """));

    [Fact]
    public Task EnumeratorThatRents() => Verify.VerifyAnalyzerAsync(Types("""
        struct E : IDisposable
        {
            byte[]? _a;
            public E(int n)
            {
                _a = ArrayPool<byte>.Shared.Rent(n);
            }

            public bool MoveNext() => _a![0]++ < 3;
            public byte Current => _a![0];

            public void Dispose()
            {
                var a = _a;
                _a = null;
                if (a != null)
                    ArrayPool<byte>.Shared.Return(a);
            }

            public E GetEnumerator() => this;
        }

        class C
        {
            int M()
            {
                var s = 0;
                foreach (var x in new E(8))
                    s += x;
                return s;
            }

            int N()
            {
                var e = new E(8);
                while (e.MoveNext())
                {
                }

                e.Dispose();
                return 1;
            }
        }
        """));

    [Fact]
    public Task ListOfAPool() => Verify.VerifyAnalyzerAsync(Types("""
        class P<T> : IDisposable
        {
            T[] _a = ArrayPool<T>.Shared.Rent(4);
            int _n;
            public void Add(T x)
            {
                if (_n == _a.Length)
                {
                    T[] n = ArrayPool<T>.Shared.Rent(_n * 2);
                    Array.Copy(_a, n, _n);
                    ArrayPool<T>.Shared.Return(_a, RuntimeHelpers.IsReferenceOrContainsReferences<T>());
                    _a = n;
                }

                _a[_n++] = x;
            }

            public ReadOnlySpan<T> Span => _a.AsSpan(0, _n);

            public void Dispose()
            {
                if (_a != null)
                {
                    ArrayPool<T>.Shared.Return(_a);
                    _a = null !;
                }
            }

            public static T[] Collect(IEnumerable<T> s)
            {
                using var p = new P<T>();
                foreach (var x in s)
                    p.Add(x);
                return p.Span.ToArray();
            }
        }
        """));
}
