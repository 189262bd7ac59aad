// Members that do not end the object: the next one uses what they released.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2005;

public class UsedAgain
{
    [Fact]
    public Task ClearReturnsTheNextWriteUses() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Lines : IDisposable
        {
            private char[] _text = ArrayPool<char>.Shared.Rent(64);
            private int _length;
            public void Clear()
            {
                {|BUF2005:ArrayPool<char>.Shared.Return(_text)|};
                _length = 0;
            }
            public void Add(char c) => _text[_length++] = c;
            public void Dispose()
            {
                if (_text.Length > 0) { ArrayPool<char>.Shared.Return(_text); _text = Array.Empty<char>(); }
            }
        }
        """));

    [Fact]
    public Task ClearDisposesTheOwnerAnotherMemberUsesIt() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Cache
        {
            private IMemoryOwner<byte> _owner = MemoryPool<byte>.Shared.Rent(64);
            private int _used;
            public void Clear() { {|BUF2005:_owner.Dispose()|}; _used = 0; }
            public void Put(byte b) => _owner.Memory.Span[_used++] = b;
        }
        """));

    [Fact]
    public Task GrowReturnsTheNewArray() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Growing : IDisposable
        {
            private byte[] _items = ArrayPool<byte>.Shared.Rent(16);
            private int _count;
            public void Add(byte b) { if (_count == _items.Length) Grow(); _items[_count++] = b; }
            private void Grow()
            {
                var bigger = ArrayPool<byte>.Shared.Rent(_items.Length * 2);
                _items.CopyTo(bigger, 0);
                _items = bigger;
                {|BUF2005:ArrayPool<byte>.Shared.Return(_items)|};
            }
            public void Dispose()
            {
                var items = _items; _items = null;
                if (items != null) ArrayPool<byte>.Shared.Return(items);
            }
        }
        """));

    [Fact]
    public Task GrowForgetsToSetTheField() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Growing : IDisposable
        {
            private byte[] _items = ArrayPool<byte>.Shared.Rent(16);
            private int _count;
            public byte Last => _items[_count - 1];
            public byte[] Grow()
            {
                var bigger = ArrayPool<byte>.Shared.Rent(_items.Length * 2);
                Buffer.BlockCopy(_items, 0, bigger, 0, _count);
                {|BUF2005:ArrayPool<byte>.Shared.Return(_items)|};
                return bigger;
            }
            public void Dispose()
            {
                if (_items is { } items) { _items = null; ArrayPool<byte>.Shared.Return(items); }
            }
        }
        """));

    [Fact]
    public Task ProtectedFieldDerivedUsesAfterBaseReset() => Verify.VerifyAnalyzerAsync(Types("""
        public abstract class Source
        {
            protected byte[] Page = ArrayPool<byte>.Shared.Rent(16);
            public void Reset() => {|BUF2005:ArrayPool<byte>.Shared.Return(Page)|};
        }
        public sealed class Numbers : Source
        {
            private int _at;
            public byte Next() => Page[_at++];
        }
        """));

    [Fact]
    public Task EventHandlerKeepsWritingAfterClose() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Feed
        {
            private readonly byte[] _last = ArrayPool<byte>.Shared.Rent(16);
            private bool _closed;
            public void OnData(object sender, byte b) => _last[0] = b;
            public void Close()
            {
                if (_closed) return;
                _closed = true;
                {|BUF2005:ArrayPool<byte>.Shared.Return(_last)|};
            }
        }
        """));

    [Fact]
    public Task FieldKeepsAnEndedView() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Parser
        {
            private readonly PipeReader _reader;
            private ReadResult _result;
            public Parser(PipeReader reader) { _reader = reader; }
            public async Task Fill()
            {
                _result = await _reader.ReadAsync();
                {|BUF2005:_reader.AdvanceTo(_result.Buffer.Start, _result.Buffer.End)|};
            }
            public long Rest() => _result.Buffer.Slice(1).Length;
        }
        """));

    [Fact]
    public Task FieldKeepsTheSequenceOfAnAdvancedRead() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Parser
        {
            private readonly PipeReader _reader;
            private ReadOnlySequence<byte> _left;
            public Parser(PipeReader reader) { _reader = reader; }
            public async Task Fill()
            {
                var result = await _reader.ReadAsync();
                {|BUF5002:_left = result.Buffer|};
                _reader.AdvanceTo(_left.End);
            }
            public byte Peek() => _left.FirstSpan[0];
        }
        """));

    [Fact]
    public Task PublicReturnOnATypeThatGoesOnBeingUsed() => Verify.VerifyAnalyzerAsync(Types("""
        public class Histogram
        {
            private readonly long[] _counts = ArrayPool<long>.Shared.Rent(64);
            public void Return() => {|BUF2005:ArrayPool<long>.Shared.Return(_counts)|};
            public void Record(int at) => _counts[at]++;
        }
        """));
}
