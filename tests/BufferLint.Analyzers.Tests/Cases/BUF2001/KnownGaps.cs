// What the engine does not see yet of released storage, and what it says too much. Each case asserts today's behaviour; a change that closes a gap moves the case.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2001;

public class KnownGaps
{
    // What is stored after it was released is taken for a field that keeps it, the business of another rule.
    [Fact]
    public Task StoredAfterTheRelease() => Verify.VerifyAnalyzerAsync(Members("""
        int[]? _kept;

        void M()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            ArrayPool<int>.Shared.Return(a);
            _kept = a;
        }
        """));

    // What a framework object keeps of an array is not followed.
    [Fact]
    public Task KeptByAConstructor() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var stream = new MemoryStream(a, 0, 4);
            ArrayPool<byte>.Shared.Return(a);
            return stream.ReadByte();
        }
        """));

    // What a local function does with what it captured is known by its summary, which tells of no use.
    [Fact]
    public Task LocalFunctionUses() => Verify.VerifyAnalyzerAsync(Members("""
        byte M()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            ArrayPool<byte>.Shared.Return(a);
            return First();

            byte First() => a[0];
        }
        """));

    // A release that a parameter decides is only possible, even where the argument is a constant.
    [Fact]
    public Task FlagThatIsConstant() => Verify.VerifyAnalyzerAsync(Members("""
        static void Release(byte[] array, bool pooled)
        {
            if (pooled)
            {
                ArrayPool<byte>.Shared.Return(array);
            }
        }

        byte M()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            Release(a, true);
            return a[0];
        }
        """));

    // That a builder's members hand out the builder itself is not known.
    [Fact]
    public Task FluentObjects() => Verify.VerifyAnalyzerAsync(PooledObjects("""
        string M(ObjectPool<StringBuilder> pool)
        {
            var builder = pool.Get();
            var same = builder.Append('a');
            pool.Return(builder);
            return same.ToString();
        }
        """));

    // A body that names neither pool nor view is not looked at, where the method it calls has another one release its field.
    [Fact]
    public Task NothingNamesAPoolHere() => Verify.VerifyAnalyzerAsync(Types("""
        class C
        {
            byte[] _buffer = new byte[8];

            void Give(byte[] buffer) => ArrayPool<byte>.Shared.Return(buffer);

            void Release() => Give(_buffer);

            byte OwnField()
            {
                Release();
                return _buffer[0];
            }
        }
        """));

    // A query that runs when it is asked is no use of what its lambda captured, and does not hold it.
    [Fact]
    public Task LazyQueries() => Verify.VerifyAnalyzerAsync(Members("""
        IEnumerable<int> M(string[] names)
        {
            var a = ArrayPool<int>.Shared.Rent(names.Length);
            var query = names.Select((_, index) => a[index]);
            ArrayPool<int>.Shared.Return(a);
            return query;
        }
        """));
}
