// Near misses: the field has something else afterwards.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2005;

public class Replaced
{
    [Fact]
    public Task CloseAndDisposeCloseClears() => Verify.VerifyAnalyzerAsync(Types("""
        public class Port : IDisposable
        {
            private byte[] _line = ArrayPool<byte>.Shared.Rent(64);
            public void Close()
            {
                if (_line == null) return;
                ArrayPool<byte>.Shared.Return(_line);
                _line = null;
            }
            public void Dispose() => Close();
        }
        """));

    [Fact]
    public Task ResetReturnsAndRentsAgain() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Writer : IDisposable
        {
            private byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            public Span<byte> Space => _b;
            public void Reset()
            {
                if (_b != null) ArrayPool<byte>.Shared.Return(_b);
                _b = ArrayPool<byte>.Shared.Rent(32);
            }
            public void Dispose() { var b = _b; _b = null; if (b != null) ArrayPool<byte>.Shared.Return(b); }
        }
        """));

    [Fact]
    public Task ReturnThenRentUnconditionally() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Writer : IDisposable
        {
            private byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            public byte[] Need(int n)
            {
                if (_b.Length < n)
                {
                    ArrayPool<byte>.Shared.Return(_b);
                    _b = ArrayPool<byte>.Shared.Rent(n);
                }
                return _b;
            }
            public void Dispose() { if (_b.Length > 0) { ArrayPool<byte>.Shared.Return(_b); _b = []; } }
        }
        """));

    [Fact]
    public Task GrowReturnsTheOldArrayBeforeTheFieldIsSet() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Growing : IDisposable
        {
            private byte[] _items = ArrayPool<byte>.Shared.Rent(16);
            private int _count;
            public void Grow()
            {
                var bigger = ArrayPool<byte>.Shared.Rent(_items.Length * 2);
                Array.Copy(_items, 0, bigger, 0, _count);
                ArrayPool<byte>.Shared.Return(_items);
                _items = bigger;
            }
            public void Dispose() { var b = _items; _items = null; if (b != null) ArrayPool<byte>.Shared.Return(b); }
        }
        """));

    [Fact]
    public Task GrowKeepsTheOldInALocal() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Growing : IDisposable
        {
            private byte[] _items = ArrayPool<byte>.Shared.Rent(16);
            public void Grow()
            {
                var old = _items;
                _items = ArrayPool<byte>.Shared.Rent(old.Length * 2);
                old.AsSpan().CopyTo(_items);
                ArrayPool<byte>.Shared.Return(old);
            }
            public void Dispose() { var b = _items; _items = null; if (b != null) ArrayPool<byte>.Shared.Return(b); }
        }
        """));

    [Fact]
    public Task GrowInAReturnExpression() => Verify.VerifyAnalyzerAsync(Types("""
        public struct Sink : IDisposable
        {
            private byte[] _b;
            public Sink(int n) { _b = ArrayPool<byte>.Shared.Rent(n); }
            public byte[] Resize(int n)
            {
                var bigger = ArrayPool<byte>.Shared.Rent(n);
                ArrayPool<byte>.Shared.Return(_b);
                return _b = bigger;
            }
            public void Dispose() { if (_b is { } b) { _b = null; ArrayPool<byte>.Shared.Return(b); } }
        }
        """));

    [Fact]
    public Task GrowByTupleSwap() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Growing : IDisposable
        {
            private byte[] _items = ArrayPool<byte>.Shared.Rent(16);
            public void Grow()
            {
                var other = ArrayPool<byte>.Shared.Rent(_items.Length * 2);
                _items.CopyTo(other, 0);
                (_items, other) = (other, _items);
                ArrayPool<byte>.Shared.Return(other);
            }
            public void Dispose() { var b = _items; _items = null; if (b != null) ArrayPool<byte>.Shared.Return(b); }
        }
        """));

    [Fact]
    public Task OwnerDisposedByDisposeOnly() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Upload : IDisposable
        {
            private readonly IMemoryOwner<byte> _owner = MemoryPool<byte>.Shared.Rent(64);
            public Span<byte> Data => _owner.Memory.Span;
            public void Dispose() => _owner.Dispose();
        }
        """));

    [Fact]
    public Task OwnerDisposedAndClearedByClear() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Cache : IDisposable
        {
            private IMemoryOwner<byte> _owner = MemoryPool<byte>.Shared.Rent(64);
            public void Clear() { _owner?.Dispose(); _owner = null; }
            public int Size => _owner?.Memory.Length ?? 0;
            public void Dispose() => Clear();
        }
        """));

    [Fact]
    public Task OwnerReplacedByClear() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Cache : IDisposable
        {
            private IMemoryOwner<byte> _owner = MemoryPool<byte>.Shared.Rent(64);
            public void Clear() { _owner.Dispose(); _owner = MemoryPool<byte>.Shared.Rent(64); }
            public void Put(byte b) => _owner.Memory.Span[0] = b;
            public void Dispose() => _owner.Dispose();
        }
        """));

    [Fact]
    public Task IdempotentReleaseOfAUserType() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Page
        {
            private byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            public Span<byte> Span => _b;
            public void Release() { if (_b != null) { ArrayPool<byte>.Shared.Return(_b); _b = null; } }
        }
        public sealed class Book : IDisposable
        {
            private readonly Page _page = new();
            public void Dispose() => _page.Release();
        }
        """));

    [Fact]
    public Task GenerationCheckedRelease() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Slots
        {
            private readonly byte[][] _arrays = new byte[8][];
            private readonly int[] _generation = new int[8];
            public int Open(int at) { _arrays[at] ??= ArrayPool<byte>.Shared.Rent(16); return ++_generation[at]; }
            public void Close(int at, int generation)
            {
                if (_generation[at] != generation) return;
                _generation[at]++;
                ArrayPool<byte>.Shared.Return(_arrays[at]);
                _arrays[at] = null;
            }
        }
        """));

    [Fact]
    public Task GenerationInARentedItem() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Item : IDisposable
        {
            private readonly byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            private int _version, _freed = -1;
            public void Dispose()
            {
                if (_freed == _version) return;
                _freed = _version;
                ArrayPool<byte>.Shared.Return(_b);
            }
        }
        """));

    [Fact]
    public Task ViewFieldOverwrittenAfterTheAdvance() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Nested
        {
            private readonly PipeReader _inner;
            private ReadResult _last;
            private long _seen;
            public Nested(PipeReader inner) { _inner = inner; }
            public async ValueTask<ReadResult> ReadAsync() => _last = await _inner.ReadAsync();
            public void AdvanceTo(SequencePosition consumed)
            {
                _seen += _last.Buffer.Slice(0, consumed).Length;
                _inner.AdvanceTo(consumed);
                _last = new ReadResult(default, false, _last.IsCompleted);
            }
            public long Seen => _seen;
        }
        """));

    [Fact]
    public Task ViewFieldReadBeforeTheAdvanceOnlyRefilledBeforeEachRead() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Pump
        {
            private readonly PipeReader _reader;
            private ReadResult _result;
            public Pump(PipeReader reader) { _reader = reader; }
            public async Task<long> Next()
            {
                _result = await _reader.ReadAsync();
                var n = _result.Buffer.Length;
                _reader.AdvanceTo(_result.Buffer.End);
                return n;
            }
            public bool Completed => _result.IsCompleted;
        }
        """));
}
