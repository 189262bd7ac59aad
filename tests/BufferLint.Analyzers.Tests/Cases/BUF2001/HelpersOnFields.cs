// Methods that release a field, and those whose callee does more than release.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2001;

public class HelpersOnFields
{
    [Fact]
    public Task ThroughAField() => Verify.VerifyAnalyzerAsync(Types("""
        sealed class Writer
        {
            byte[] _buffer = ArrayPool<byte>.Shared.Rent(16);
            int _count;

            void Grow()
            {
                var old = _buffer;
                _buffer = ArrayPool<byte>.Shared.Rent(old.Length * 2);
                old.CopyTo(_buffer, 0);
                ArrayPool<byte>.Shared.Return(old);
            }

            void Release() => ArrayPool<byte>.Shared.Return(_buffer);

            byte SpanOfTheOldOne()
            {
                var span = _buffer.AsSpan();
                {|BUF1001:Grow()|};
                return span[0];
            }

            byte Late()
            {
                var span = _buffer.AsSpan();
                Release();
                return {|BUF2001:span[0]|};
            }

            byte AfterGrowth()
            {
                Grow();
                return _buffer[_count++];
            }
        }
        """));

    [Fact]
    public Task ViewOfTheArgument() => Verify.VerifyAnalyzerAsync(Members("""
        static Span<byte> Part(byte[] array) => array.AsSpan(0, 4);

        byte M()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var part = Part(a);
            ArrayPool<byte>.Shared.Return(a);
            return {|BUF2001:part[0]|};
        }

        static byte[] Copy(byte[] array) => array.AsSpan(0, 4).ToArray();

        byte Copied()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var part = Copy(a);
            ArrayPool<byte>.Shared.Return(a);
            return part[0];
        }
        """));

    [Fact]
    public Task ReleasedByTheOneWhoReads() => Verify.VerifyAnalyzerAsync(Members("""
        static byte ReadAndRelease(byte[] array)
        {
            var first = array[0];
            ArrayPool<byte>.Shared.Return(array);
            return first;
        }

        int M()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            return ReadAndRelease(a) + {|BUF2001:a[1]|};
        }

        int Once()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            return a[1] + ReadAndRelease(a);
        }
        """));

    [Fact]
    public Task VirtualReleaseIsUnknown() => Verify.VerifyAnalyzerAsync(Types("""
        public class Cache
        {
            public virtual void Release(byte[] array) => ArrayPool<byte>.Shared.Return(array);
        }

        class OwnCache
        {
            public virtual void Release(byte[] array) => ArrayPool<byte>.Shared.Return(array);
        }

        class C
        {
            byte OthersMayOverride(Cache cache, byte[] a)
            {
                cache.Release(a);
                return a[0];
            }

            byte NobodyElseCan(OwnCache cache, byte[] a)
            {
                cache.Release(a);
                return {|BUF2001:a[0]|};
            }

            byte MadeHere(byte[] a)
            {
                var cache = new Cache();
                cache.Release(a);
                return {|BUF2001:a[0]|};
            }
        }
        """));

    [Fact]
    public Task HelperThatThrowsAfterwards() => Verify.VerifyAnalyzerAsync(Members("""
        static void ReleaseAndFail(byte[] array)
        {
            ArrayPool<byte>.Shared.Return(array);
            throw new InvalidOperationException();
        }

        byte M(bool wrong)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            if (wrong)
            {
                ReleaseAndFail(a);
            }

            var first = a[0];
            ArrayPool<byte>.Shared.Return(a);
            return first;
        }
        """));

    [Fact]
    public Task LeaseInAStruct() => Verify.VerifyAnalyzerAsync(Types("""
        struct Lease
        {
            public byte[] Array;

            public void Dispose() => {|BUF2005:ArrayPool<byte>.Shared.Return(Array)|};
        }

        class C
        {
            byte M(Lease lease)
            {
                lease.Dispose();
                return {|BUF2001:lease.Array[0]|};
            }

            byte N(Lease lease)
            {
                var first = lease.Array[0];
                lease.Dispose();
                return first;
            }
        }
        """));

    // Nothing in these bodies names a pool, or gives the field itself.
    [Fact]
    public Task ByWhatIsNotNamed() => Verify.VerifyAnalyzerAsync(Types("""
        class C
        {
            byte[] _buffer = ArrayPool<byte>.Shared.Rent(8);
            byte[] _other = ArrayPool<byte>.Shared.Rent(8);
            int _count;

            static void Give(byte[] buffer)
            {
                try
                {
                    Console.WriteLine(buffer.Length);
                }
                finally
                {
                    ArrayPool<byte>.Shared.Return(buffer);
                }
            }

            void Release() => ArrayPool<byte>.Shared.Return(_buffer);

            void Forget()
            {
                ArrayPool<byte>.Shared.Return(_other);
                _other = new byte[8];
                _count = 0;
            }

            byte ByAnotherName()
            {
                var buffer = _buffer;
                Give(buffer);
                return {|BUF2001:_buffer[0]|};
            }

            byte ByAMethodWithoutArguments()
            {
                Release();
                return {|BUF2001:_buffer[0]|};
            }

            byte TakenAgain()
            {
                var buffer = _buffer;
                Give(buffer);
                _buffer = ArrayPool<byte>.Shared.Rent(8);
                return _buffer[0];
            }

            int Forgotten()
            {
                Forget();
                return _other[0] + _count;
            }
        }
        """));
}
