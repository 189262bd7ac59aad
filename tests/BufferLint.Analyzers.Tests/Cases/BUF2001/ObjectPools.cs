// Objects of an ObjectPool belong to the next who gets them.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2001;

public class ObjectPools
{
    [Fact]
    public Task UsedAfterReturn() => Verify.VerifyAnalyzerAsync(PooledObjects("""
        string M(ObjectPool<StringBuilder> pool)
        {
            var builder = pool.Get();
            builder.Append('a');
            pool.Return(builder);
            return {|BUF2001:builder.ToString()|};
        }

        string Before(ObjectPool<StringBuilder> pool)
        {
            var builder = pool.Get();
            builder.Append('a');
            var text = builder.ToString();
            pool.Return(builder);
            return text;
        }

        string InFinally(ObjectPool<StringBuilder> pool)
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
    public Task BuffersOfTheObject() => Verify.VerifyAnalyzerAsync(PooledObjects("""
        byte M(ObjectPool<MemoryStream> pool)
        {
            var stream = pool.Get();
            stream.WriteByte(1);
            var buffer = stream.GetBuffer();
            pool.Return(stream);
            return {|BUF2001:buffer[0]|};
        }

        int OfAList(ObjectPool<List<int>> pool)
        {
            var list = pool.Get();
            list.Add(1);
            var span = CollectionsMarshal.AsSpan(list);
            pool.Return(list);
            return {|BUF2001:span[0]|};
        }

        byte[] Copied(ObjectPool<MemoryStream> pool)
        {
            var stream = pool.Get();
            stream.WriteByte(1);
            var bytes = stream.ToArray();
            pool.Return(stream);
            return bytes;
        }
        """));

    [Fact]
    public Task ClearedFirst() => Verify.VerifyAnalyzerAsync(PooledObjects("""
        int M(ObjectPool<List<int>> pool)
        {
            var list = pool.Get();
            list.Add(1);
            var count = list.Count;
            list.Clear();
            pool.Return(list);
            return count;
        }

        int ClearedAfter(ObjectPool<List<int>> pool)
        {
            var list = pool.Get();
            list.Add(1);
            var count = list.Count;
            pool.Return(list);
            {|BUF2001:list.Clear()|};
            return count;
        }
        """));

    [Fact]
    public Task ElementsThatWereTakenOut() => Verify.VerifyAnalyzerAsync(PooledObjects("""
        object M(ObjectPool<List<object>> pool)
        {
            var list = pool.Get();
            list.Add("a");
            var first = list[0];
            pool.Return(list);
            return first;
        }
        """));
}
