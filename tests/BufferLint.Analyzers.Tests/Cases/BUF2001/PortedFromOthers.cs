// Ideas of misuse of Go's sync.Pool, and of Python's views of a buffer, told in leases.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2001;

public class PortedFromOthers
{
    [Fact]
    public Task PutBackThenReset() => Verify.VerifyAnalyzerAsync(PooledObjects("""
        string M(ObjectPool<StringBuilder> pool)
        {
            var builder = pool.Get();
            builder.Append('x');
            var text = builder.ToString();
            pool.Return(builder);
            {|BUF2001:builder.Clear()|};
            return text;
        }

        string ResetThenPutBack(ObjectPool<StringBuilder> pool)
        {
            var builder = pool.Get();
            builder.Append('x');
            var text = builder.ToString();
            builder.Clear();
            pool.Return(builder);
            return text;
        }
        """));

    [Fact]
    public Task BytesOfAPooledBuffer() => Verify.VerifyAnalyzerAsync(PooledObjects("""
        ReadOnlyMemory<byte> M(ObjectPool<MemoryStream> pool)
        {
            var stream = pool.Get();
            try
            {
                stream.WriteByte(1);
                return {|BUF5001:stream.GetBuffer().AsMemory(0, 1)|};
            }
            finally
            {
                pool.Return(stream);
            }
        }

        ReadOnlyMemory<byte> Copied(ObjectPool<MemoryStream> pool)
        {
            var stream = pool.Get();
            try
            {
                stream.WriteByte(1);
                return stream.ToArray();
            }
            finally
            {
                pool.Return(stream);
            }
        }
        """));

    [Fact]
    public Task PutBackTooBigOnesNot() => Verify.VerifyAnalyzerAsync(PooledObjects("""
        void M(ObjectPool<List<int>> pool)
        {
            var list = pool.Get();
            list.Add(1);
            if (list.Capacity <= 1024)
            {
                list.Clear();
                pool.Return(list);
            }
        }
        """));

    [Fact]
    public Task ReleasedInsideItsScope() => Verify.VerifyAnalyzerAsync(Members("""
        byte M()
        {
            using var owner = MemoryPool<byte>.Shared.Rent(8);
            var view = owner.Memory;
            owner.Dispose();
            return {|BUF2001:view.Span|}[0];
        }

        byte ViewTakenAgain()
        {
            var owner = MemoryPool<byte>.Shared.Rent(8);
            owner.Dispose();
            owner = MemoryPool<byte>.Shared.Rent(8);
            var view = owner.Memory;
            var first = view.Span[0];
            owner.Dispose();
            return first;
        }
        """));

    [Fact]
    public Task SlicesOfOneBuffer() => Verify.VerifyAnalyzerAsync(Members("""
        byte M()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var head = a.AsMemory(0, 4);
            var tail = head[2..];
            ArrayPool<byte>.Shared.Return(a);
            return {|BUF2001:tail.Span|}[0];
        }

        byte SlicesOfAnother()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var b = new byte[8];
            var tail = b.AsMemory(2);
            ArrayPool<byte>.Shared.Return(a);
            return tail.Span[0];
        }
        """));
}
