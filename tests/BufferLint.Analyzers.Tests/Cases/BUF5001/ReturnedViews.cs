// Views that are returned past the finally block or out of the using statement that releases their buffer.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF5001;

public class ReturnedViews
{
    [Fact]
    public Task OutOfAUsingStatement() => Verify.VerifyAnalyzerAsync(Members("""
        Memory<byte> M()
        {
            using (var owner = MemoryPool<byte>.Shared.Rent(8))
            {
                return {|BUF5001:owner.Memory|};
            }
        }

        Memory<byte> Declaration()
        {
            using var owner = MemoryPool<byte>.Shared.Rent(8);
            var memory = owner.Memory.Slice(0, 4);
            return {|BUF5001:memory|};
        }

        byte[] Copied()
        {
            using var owner = MemoryPool<byte>.Shared.Rent(8);
            return owner.Memory.Slice(0, 4).ToArray();
        }

        int Length()
        {
            using var owner = MemoryPool<byte>.Shared.Rent(8);
            return owner.Memory.Length;
        }
        """));

    [Fact]
    public Task PastAFinally() => Verify.VerifyAnalyzerAsync(Members("""
        ReadOnlyMemory<char> M()
        {
            var a = ArrayPool<char>.Shared.Rent(8);
            try
            {
                a[0] = 'x';
                return {|BUF5001:a.AsMemory(0, 1)|};
            }
            finally
            {
                ArrayPool<char>.Shared.Return(a);
            }
        }

        string Copied()
        {
            var a = ArrayPool<char>.Shared.Rent(8);
            try
            {
                a[0] = 'x';
                return new string(a, 0, 1);
            }
            finally
            {
                ArrayPool<char>.Shared.Return(a);
            }
        }
        """));

    [Fact]
    public Task TheArrayItself() => Verify.VerifyAnalyzerAsync(Members("""
        byte[] M(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            try
            {
                stream.ReadExactly(a);
                return {|BUF5001:a|};
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(a);
            }
        }

        byte[] OnlyIfItFails(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            try
            {
                stream.ReadExactly(a);
                return a;
            }
            catch
            {
                ArrayPool<byte>.Shared.Return(a);
                throw;
            }
        }
        """));

    [Fact]
    public Task SpansOverParameters() => Verify.VerifyAnalyzerAsync(Members("""
        Span<byte> M(IMemoryOwner<byte> owner)
        {
            using (owner)
            {
                return {|BUF5001:owner.Memory.Span|};
            }
        }

        Span<byte> KeptByTheCaller(IMemoryOwner<byte> owner)
        {
            var span = owner.Memory.Span;
            span.Clear();
            return span;
        }
        """));

    [Fact]
    public Task Segments() => Verify.VerifyAnalyzerAsync(Members("""
        ArraySegment<byte> M(int n)
        {
            var a = ArrayPool<byte>.Shared.Rent(n);
            try
            {
                return {|BUF5001:new ArraySegment<byte>(a, 0, n)|};
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(a);
            }
        }

        ArraySegment<byte> OwnArray(int n)
        {
            var a = ArrayPool<byte>.Shared.Rent(n);
            try
            {
                var copy = a.AsSpan(0, n).ToArray();
                return new ArraySegment<byte>(copy, 0, n);
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(a);
            }
        }
        """));

    [Fact]
    public Task OnOneWayOnly() => Verify.VerifyAnalyzerAsync(Members("""
        ReadOnlyMemory<byte> M(int n)
        {
            using var owner = MemoryPool<byte>.Shared.Rent(n);
            if (n == 0)
            {
                return ReadOnlyMemory<byte>.Empty;
            }

            return {|BUF5001:owner.Memory|};
        }
        """));

    [Fact]
    public Task HelpersReturnViews() => Verify.VerifyAnalyzerAsync(Members("""
        static ReadOnlyMemory<byte> Trim(ReadOnlyMemory<byte> memory) => memory.Slice(1);

        ReadOnlyMemory<byte> M()
        {
            using var owner = MemoryPool<byte>.Shared.Rent(8);
            return {|BUF5001:Trim(owner.Memory)|};
        }

        static ReadOnlyMemory<byte> Copy(ReadOnlyMemory<byte> memory) => memory.ToArray();

        ReadOnlyMemory<byte> Copied()
        {
            using var owner = MemoryPool<byte>.Shared.Rent(8);
            return Copy(owner.Memory);
        }
        """));

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
    public Task Elements() => Verify.VerifyAnalyzerAsync(Members("""
        byte M()
        {
            using var owner = MemoryPool<byte>.Shared.Rent(8);
            return owner.Memory.Span[0];
        }

        string? Reference()
        {
            var a = ArrayPool<string>.Shared.Rent(8);
            try
            {
                a[0] = "x";
                return a[0];
            }
            finally
            {
                ArrayPool<string>.Shared.Return(a, clearArray: true);
            }
        }
        """));

    [Fact]
    public Task Asynchronous() => Verify.VerifyAnalyzerAsync(Members("""
        async Task<ReadOnlyMemory<byte>> M(Stream stream)
        {
            using var owner = MemoryPool<byte>.Shared.Rent(8);
            var read = await stream.ReadAsync(owner.Memory);
            return {|BUF5001:owner.Memory[..read]|};
        }

        async Task<byte[]> Copied(Stream stream)
        {
            using var owner = MemoryPool<byte>.Shared.Rent(8);
            var read = await stream.ReadAsync(owner.Memory);
            return owner.Memory[..read].ToArray();
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

            public void Dispose() => ArrayPool<byte>.Shared.Return(_array);
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
