// Types of the compilation whose release is seen to give the storage back.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2001;

public class OwnTypes
{
    [Fact]
    public Task LeaseClass() => Verify.VerifyAnalyzerAsync(Types("""
        sealed class Lease : IDisposable
        {
            byte[]? _array;

            public Lease(int n) => _array = ArrayPool<byte>.Shared.Rent(n);

            public Span<byte> Span => _array;

            public void Dispose()
            {
                if (_array is { } array)
                {
                    _array = null;
                    ArrayPool<byte>.Shared.Return(array);
                }
            }
        }

        class C
        {
            byte M()
            {
                Span<byte> span;
                using (var lease = new Lease(8))
                {
                    span = lease.Span;
                }

                return {|BUF2001:span[0]|};
            }

            byte Within()
            {
                using var lease = new Lease(8);
                var span = lease.Span;
                return span[0];
            }
        }
        """));

    [Fact]
    public Task LeaseStruct() => Verify.VerifyAnalyzerAsync(Types("""
        struct Lease : IDisposable
        {
            public readonly byte[] Array;

            public Lease(int n) => Array = ArrayPool<byte>.Shared.Rent(n);

            public void Dispose() => ArrayPool<byte>.Shared.Return(Array);
        }

        class C
        {
            byte M()
            {
                var lease = new Lease(8);
                var span = lease.Array.AsSpan();
                lease.Dispose();
                return {|BUF2001:span[0]|};
            }

            byte OfACopy()
            {
                var lease = new Lease(8);
                var copy = lease;
                var span = copy.Array.AsSpan();
                lease.Dispose();
                return {|BUF2001:span[0]|};
            }

            byte Itself(Lease lease)
            {
                lease.Dispose();
                return {|BUF2001:lease.Array[0]|};
            }

            byte Before()
            {
                using var lease = new Lease(8);
                return lease.Array[0];
            }
        }
        """));

    [Fact]
    public Task RefStructBuilder() => Verify.VerifyAnalyzerAsync(Types("""
        ref struct Builder
        {
            char[]? _rented;
            Span<char> _chars;
            int _length;

            public Builder(Span<char> start)
            {
                _rented = null;
                _chars = start;
                _length = 0;
            }

            public void Append(char letter)
            {
                if (_length == _chars.Length)
                {
                    Grow();
                }

                _chars[_length++] = letter;
            }

            void Grow()
            {
                var bigger = ArrayPool<char>.Shared.Rent(_chars.Length * 2);
                _chars.CopyTo(bigger);
                var old = _rented;
                _chars = _rented = bigger;
                if (old != null)
                {
                    ArrayPool<char>.Shared.Return(old);
                }
            }

            public override string ToString()
            {
                var text = _chars[.._length].ToString();
                Dispose();
                return text;
            }

            public void Dispose()
            {
                var old = _rented;
                this = default;
                if (old != null)
                {
                    ArrayPool<char>.Shared.Return(old);
                }
            }
        }

        class C
        {
            string M(string text)
            {
                var builder = new Builder(stackalloc char[8]);
                foreach (var letter in text)
                {
                    builder.Append(letter);
                }

                return builder.ToString();
            }

            string DisposedInFinallyToo(string text)
            {
                var builder = new Builder(stackalloc char[8]);
                try
                {
                    builder.Append('a');
                    builder.Append('b');
                    return builder.ToString();
                }
                finally
                {
                    builder.Dispose();
                }
            }
        }
        """));

    [Fact]
    public Task DisposesTwoOfThem() => Verify.VerifyAnalyzerAsync(Types("""
        sealed class Pair : IDisposable
        {
            readonly IMemoryOwner<byte> _first = MemoryPool<byte>.Shared.Rent(8);
            readonly IMemoryOwner<byte> _second = MemoryPool<byte>.Shared.Rent(8);

            public Memory<byte> First => _first.Memory;

            public void ReleaseSecond() => _second.Dispose();

            public void Dispose()
            {
                _first.Dispose();
                _second.Dispose();
            }
        }

        class C
        {
            byte M()
            {
                var pair = new Pair();
                var memory = pair.First;
                pair.Dispose();
                return {|BUF2001:memory.Span|}[0];
            }

            byte Other()
            {
                using var pair = new Pair();
                var memory = pair.First;
                pair.ReleaseSecond();
                return memory.Span[0];
            }
        }
        """));

    [Fact]
    public Task StreamsKeepTheirBuffer() => Verify.VerifyAnalyzerAsync(Members("""
        byte M()
        {
            var stream = new MemoryStream();
            stream.WriteByte(1);
            var buffer = stream.GetBuffer();
            stream.Dispose();
            return buffer[0];
        }
        """));
}
