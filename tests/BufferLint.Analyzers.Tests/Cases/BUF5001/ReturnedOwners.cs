// Owners and objects of pools that are returned, in tuples, from lambdas, from types that hold a lease.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF5001;

public class ReturnedOwners
{
    [Fact]
    public Task NullInsteadOfTheLease() => Verify.VerifyAnalyzerAsync(Members("""
        byte[]? M(Stream stream)
        {
            byte[]? a = ArrayPool<byte>.Shared.Rent(8);
            try
            {
                stream.ReadExactly(a);
                var result = a;
                a = null;
                return result;
            }
            finally
            {
                if (a != null)
                {
                    ArrayPool<byte>.Shared.Return(a);
                }
            }
        }
        """));

    [Fact]
    public Task OwnerHandedOver() => Verify.VerifyAnalyzerAsync(Members("""
        IMemoryOwner<byte> M()
        {
            var owner = MemoryPool<byte>.Shared.Rent(8);
            owner.Memory.Span[0] = 1;
            return owner;
        }

        IMemoryOwner<byte> Disposed()
        {
            using var owner = MemoryPool<byte>.Shared.Rent(8);
            return {|BUF5001:owner|};
        }
        """));

    [Fact]
    public Task Objects() => Verify.VerifyAnalyzerAsync(PooledObjects("""
        string M(ObjectPool<StringBuilder> pool)
        {
            var builder = pool.Get();
            try
            {
                return builder.Append('x').ToString();
            }
            finally
            {
                pool.Return(builder);
            }
        }

        StringBuilder TheObject(ObjectPool<StringBuilder> pool)
        {
            var builder = pool.Get();
            try
            {
                return {|BUF5001:builder|};
            }
            finally
            {
                pool.Return(builder);
            }
        }

        Span<int> ItsBuffer(ObjectPool<List<int>> pool)
        {
            var list = pool.Get();
            try
            {
                list.Add(1);
                return {|BUF5001:CollectionsMarshal.AsSpan(list)|};
            }
            finally
            {
                pool.Return(list);
            }
        }
        """));

    [Fact]
    public Task Tuples() => Verify.VerifyAnalyzerAsync(Members("""
        (ReadOnlyMemory<byte> Data, int Length) M(int n)
        {
            using var owner = MemoryPool<byte>.Shared.Rent(n);
            return {|BUF5001:(owner.Memory, n)|};
        }

        (byte[] Data, int Length) Copied(int n)
        {
            using var owner = MemoryPool<byte>.Shared.Rent(n);
            return (owner.Memory.ToArray(), n);
        }
        """));

    [Fact]
    public Task Lambdas() => Verify.VerifyAnalyzerAsync(Members("""
        Func<Memory<byte>> M() => () =>
        {
            using var owner = MemoryPool<byte>.Shared.Rent(8);
            return {|BUF5001:owner.Memory|};
        };
        """));

    [Fact]
    public Task OwnLeases() => Verify.VerifyAnalyzerAsync(Types("""
        sealed class Lease : IDisposable
        {
            readonly byte[] _array;

            public Lease(int n) => _array = ArrayPool<byte>.Shared.Rent(n);

            public Memory<byte> Memory => _array;

            public void Dispose() => {|BUF2005:ArrayPool<byte>.Shared.Return(_array)|};
        }

        class C
        {
            Memory<byte> M()
            {
                using var lease = new Lease(8);
                return {|BUF5001:lease.Memory|};
            }

            byte[] Copied()
            {
                using var lease = new Lease(8);
                return lease.Memory.ToArray();
            }
        }
        """));

    [Fact]
    public Task ReturnedThenReleased() => Verify.VerifyAnalyzerAsync(Members("""
        Memory<byte> M(Stream stream)
        {
            var owner = MemoryPool<byte>.Shared.Rent(8);
            var done = false;
            try
            {
                stream.ReadExactly(owner.Memory.Span);
                done = true;
                return owner.Memory;
            }
            finally
            {
                if (!done)
                {
                    owner.Dispose();
                }
            }
        }
        """));
}
