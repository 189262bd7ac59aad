// Arrays that go to another pool than the one they came from, or came from none.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2004;

public class Pools
{
    [Fact]
    public Task AnotherPool() => Verify.VerifyAnalyzerAsync(Types("""
        class C
        {
            static readonly ArrayPool<byte> s_own = ArrayPool<byte>.Create();
            readonly ArrayPool<byte> _made;
            readonly ArrayPool<byte> _given;
            ArrayPool<byte> _changing = ArrayPool<byte>.Create();

            public C(ArrayPool<byte>? given)
            {
                _made = ArrayPool<byte>.Create(1024, 16);
                _given = given ?? ArrayPool<byte>.Shared;
            }

            static ArrayPool<byte> Everybodys => ArrayPool<byte>.Shared;

            static ArrayPool<byte> Large { get; } = ArrayPool<byte>.Create();

            void ToTheSharedOne()
            {
                var a = s_own.Rent(8);
                {|BUF2004:ArrayPool<byte>.Shared.Return(a)|};
            }

            void FromTheSharedOne()
            {
                var a = Everybodys.Rent(8);
                {|BUF2004:Large.Return(a)|};
            }

            void OfTwo()
            {
                var a = s_own.Rent(8);
                {|BUF2004:_made.Return(a)|};
            }

            void Local()
            {
                var pool = ArrayPool<byte>.Create();
                var a = pool.Rent(8);
                {|BUF2004:Give(a)|};
            }

            static void Give(byte[] array) => ArrayPool<byte>.Shared.Return(array);

            void ItsOwn()
            {
                var pool = ArrayPool<byte>.Shared;
                var a = pool.Rent(8);
                Everybodys.Return(a);
                a = s_own.Rent(8);
                s_own.Return(a);
            }

            void MayBeTheSame(ArrayPool<byte> pool)
            {
                var a = pool.Rent(8);
                ArrayPool<byte>.Shared.Return(a);
                a = _given.Rent(8);
                ArrayPool<byte>.Shared.Return(a);
                a = _changing.Rent(8);
                ArrayPool<byte>.Shared.Return(a);
            }
        }
        """));

    [Fact]
    public Task NotRented() => Verify.VerifyAnalyzerAsync(Members("""
        void Made(int n)
        {
            var a = new byte[n];
            {|BUF2004:ArrayPool<byte>.Shared.Return(a)|};
        }

        int MadeOrRented(int n)
        {
            var a = n < 256 ? new byte[n] : ArrayPool<byte>.Shared.Rent(n);
            try
            {
                return a[0];
            }
            finally
            {
                {|BUF2004:ArrayPool<byte>.Shared.Return(a)|};
            }
        }

        int RentedAlone(int n)
        {
            var a = n < 256 ? new byte[n] : ArrayPool<byte>.Shared.Rent(n);
            try
            {
                return a[0];
            }
            finally
            {
                if (n >= 256)
                {
                    ArrayPool<byte>.Shared.Return(a);
                }
            }
        }

        void Empty()
        {
            var a = new byte[0];
            ArrayPool<byte>.Shared.Return(a);
        }

        // What a pool of one's own takes is its own business.
        void Given(ArrayPool<byte> pool)
        {
            var a = new byte[4096];
            pool.Return(a);
        }
        """));

    [Fact]
    public Task Objects() => Verify.VerifyAnalyzerAsync(PooledObjects("""
        void M(ObjectPool<byte[]> pool)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            {|BUF2004:pool.Return(a)|};
            var b = pool.Get();
            {|BUF2004:ArrayPool<byte>.Shared.Return(b)|};
            var c = pool.Get();
            pool.Return(c);
        }
        """));
}
