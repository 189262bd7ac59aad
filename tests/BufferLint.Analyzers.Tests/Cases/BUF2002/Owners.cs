// What may be disposed as often as one likes, and what may not.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2002;

public class Owners
{
    [Fact]
    public Task MemoryOwners() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var owner = MemoryPool<byte>.Shared.Rent(8);
            owner.Dispose();
            owner.Dispose();
        }

        void UsingToo()
        {
            using var owner = MemoryPool<byte>.Shared.Rent(8);
            owner.Dispose();
        }

        void OfUnknownType(IMemoryOwner<byte> owner, IDisposable other)
        {
            using (owner)
            {
                owner.Dispose();
            }

            other.Dispose();
            other.Dispose();
        }
        """));

    [Fact]
    public Task Objects() => Verify.VerifyAnalyzerAsync(PooledObjects("""
        void M(ObjectPool<StringBuilder> pool)
        {
            var builder = pool.Get();
            pool.Return(builder);
            {|BUF2002:pool.Return(builder)|};
        }

        void Two(ObjectPool<StringBuilder> pool)
        {
            var first = pool.Get();
            var second = pool.Get();
            pool.Return(first);
            pool.Return(second);
        }

        void GetAgain(ObjectPool<StringBuilder> pool)
        {
            var builder = pool.Get();
            pool.Return(builder);
            builder = pool.Get();
            pool.Return(builder);
        }
        """));

    [Fact]
    public Task ObjectReturnedInFinallyToo() => Verify.VerifyAnalyzerAsync(PooledObjects("""
        string M(ObjectPool<StringBuilder> pool)
        {
            var builder = pool.Get();
            try
            {
                var text = builder.Append('a').ToString();
                pool.Return(builder);
                return text;
            }
            finally
            {
                {|BUF2002:pool.Return(builder)|};
            }
        }

        string Once(ObjectPool<StringBuilder> pool)
        {
            var builder = pool.Get();
            try
            {
                return builder.Append('a').ToString();
            }
            finally
            {
                pool.Return(builder);
            }
        }
        """));

    [Fact]
    public Task Fields() => Verify.VerifyAnalyzerAsync(Types("""
        class C
        {
            byte[]? _a = new byte[8];
            byte[]? _b = new byte[8];

            void Twice()
            {
                ArrayPool<byte>.Shared.Return(_a!);
                {|BUF2002:ArrayPool<byte>.Shared.Return(_a!)|};
            }

            void Both()
            {
                ArrayPool<byte>.Shared.Return(_a!);
                ArrayPool<byte>.Shared.Return(_b!);
            }

            void OfAnother(C other)
            {
                ArrayPool<byte>.Shared.Return(_a!);
                ArrayPool<byte>.Shared.Return(other._a!);
            }

            void Nulled()
            {
                ArrayPool<byte>.Shared.Return(_a!);
                _a = null;
                if (_a != null)
                {
                    ArrayPool<byte>.Shared.Return(_a);
                }
            }

            void Renewed()
            {
                ArrayPool<byte>.Shared.Return(_a!);
                _a = ArrayPool<byte>.Shared.Rent(16);
                ArrayPool<byte>.Shared.Return(_a);
                _a = null;
            }

            void Exchanged()
            {
                var first = Interlocked.Exchange(ref _a, null);
                if (first != null)
                {
                    ArrayPool<byte>.Shared.Return(first);
                }

                var second = Interlocked.Exchange(ref _a, null);
                if (second != null)
                {
                    ArrayPool<byte>.Shared.Return(second);
                }
            }
        }
        """));

    [Fact]
    public Task CopiedStructLeases() => Verify.VerifyAnalyzerAsync(Types("""
        struct Lease
        {
            public byte[] Array;

            public void Release() => ArrayPool<byte>.Shared.Return(Array);
        }

        class C
        {
            void M()
            {
                var lease = new Lease { Array = ArrayPool<byte>.Shared.Rent(8) };
                var copy = lease;
                lease.Release();
                {|BUF2002:copy.Release()|};
            }

            void Two()
            {
                var lease = new Lease { Array = ArrayPool<byte>.Shared.Rent(8) };
                var other = new Lease { Array = ArrayPool<byte>.Shared.Rent(8) };
                lease.Release();
                other.Release();
            }
        }
        """));

    [Fact]
    public Task WrappedTwice() => Verify.VerifyAnalyzerAsync(Types("""
        sealed class Owner : IDisposable
        {
            readonly byte[] _array;

            public Owner(byte[] array) => _array = array;

            public void Dispose() => {|BUF2005:ArrayPool<byte>.Shared.Return(_array)|};
        }

        class C
        {
            void M()
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                var first = new Owner(a);
                var second = new Owner(a);
                first.Dispose();
                {|BUF2002:second.Dispose()|};
            }

            void Two()
            {
                var first = new Owner(ArrayPool<byte>.Shared.Rent(8));
                var second = new Owner(ArrayPool<byte>.Shared.Rent(8));
                first.Dispose();
                second.Dispose();
            }
        }
        """));
}
