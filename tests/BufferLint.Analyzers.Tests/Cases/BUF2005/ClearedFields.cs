// Near misses: the field is empty by the time that anybody can ask it again.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2005;

public class ClearedFields
{
    [Fact]
    public Task TestReturnNull() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Box : IDisposable
        {
            private byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            public void Dispose()
            {
                if (_b != null) { ArrayPool<byte>.Shared.Return(_b); _b = null; }
            }
        }
        """));

    [Fact]
    public Task EarlyOutReturnNull() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Box : IDisposable
        {
            private byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            public void Dispose()
            {
                if (_b is null) return;
                ArrayPool<byte>.Shared.Return(_b);
                _b = null!;
            }
        }
        """));

    [Fact]
    public Task TakeNullReturn() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Box : IDisposable
        {
            private byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            public void Dispose()
            {
                var old = _b;
                _b = null;
                if (old != null) ArrayPool<byte>.Shared.Return(old);
            }
        }
        """));

    [Fact]
    public Task IsPatternNullReturn() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Box : IDisposable
        {
            private byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            public void Dispose()
            {
                if (_b is { } old) { _b = null; ArrayPool<byte>.Shared.Return(old); }
            }
        }
        """));

    [Fact]
    public Task LengthTestEmptySet() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Box : IDisposable
        {
            private byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            public void Dispose()
            {
                if (_b.Length != 0) { ArrayPool<byte>.Shared.Return(_b); _b = Array.Empty<byte>(); }
            }
        }
        """));

    [Fact]
    public Task ListPatternEmptyCollectionExpression() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Box : IDisposable
        {
            private byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            public void Dispose()
            {
                if (_b is not []) { ArrayPool<byte>.Shared.Return(_b); _b = []; }
            }
        }
        """));

    [Fact]
    public Task NullSetBeforeTheTestOfNothingTakeAndThrowOnTheSecond() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Box : IDisposable
        {
            private byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            public void Dispose()
            {
                var tmp = _b;
                _b = null;
                ArrayPool<byte>.Shared.Return(tmp);
            }
        }
        """));

    [Fact]
    public Task ExchangeOfTheArray() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Box : IDisposable
        {
            private byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            public void Dispose()
            {
                var old = Interlocked.Exchange(ref _b, null);
                if (old != null) ArrayPool<byte>.Shared.Return(old);
            }
        }
        """));

    [Fact]
    public Task ExchangeInAPattern() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Box : IDisposable
        {
            private byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            public void Dispose()
            {
                if (Interlocked.Exchange(ref _b, null) is { } old) ArrayPool<byte>.Shared.Return(old);
            }
        }
        """));

    [Fact]
    public Task ExchangeOfAPointer() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Box : IDisposable
        {
            private IntPtr _at = Marshal.AllocHGlobal(8);
            public void Dispose()
            {
                var at = Interlocked.Exchange(ref _at, IntPtr.Zero);
                if (at == IntPtr.Zero) return;
                Marshal.FreeHGlobal(at);
            }
        }
        """));

    [Fact]
    public Task ClearInFinally() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Careful : IDisposable
        {
            private byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            private readonly Stream _to;
            public Careful(Stream to) { _to = to; }
            public void Dispose()
            {
                if (_b == null) return;
                try { _to.Write(_b, 0, 1); }
                finally { ArrayPool<byte>.Shared.Return(_b); _b = null; }
            }
        }
        """));

    [Fact]
    public Task StreamWrapperWithLeaveOpenAndAFlag() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Framed : IDisposable
        {
            private Stream _inner;
            private readonly bool _leaveOpen;
            private readonly byte[] _head = ArrayPool<byte>.Shared.Rent(8);
            public Framed(Stream inner, bool leaveOpen) { _inner = inner; _leaveOpen = leaveOpen; }
            public void Dispose()
            {
                if (_inner == null) return;
                if (!_leaveOpen) _inner.Dispose();
                _inner = null;
                ArrayPool<byte>.Shared.Return(_head);
            }
        }
        """));

    [Fact]
    public Task OwnOrPooledTestedAndNulled() => Verify.VerifyAnalyzerAsync(Types("""
        public struct Text : IDisposable
        {
            [ThreadStatic] private static char[] s_own;
            private char[] _b;
            public Text(bool pooled) { _b = pooled ? ArrayPool<char>.Shared.Rent(64) : s_own ??= new char[999]; }
            public void Dispose()
            {
                if (_b != null)
                {
                    if (_b.Length != 999) ArrayPool<char>.Shared.Return(_b);
                    _b = null;
                }
            }
        }
        """));

    [Fact]
    public Task EventUnsubscribedAndCleared() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Feed : IDisposable
        {
            private byte[] _last = ArrayPool<byte>.Shared.Rent(16);
            private readonly List<Action<byte>> _source;
            public Feed(List<Action<byte>> source) { _source = source; source.Add(OnData); }
            private void OnData(byte b) { if (_last is { } last) last[0] = b; }
            public void Dispose()
            {
                _source.Remove(OnData);
                if (_last == null) return;
                ArrayPool<byte>.Shared.Return(_last);
                _last = null;
            }
        }
        """));

    [Fact]
    public Task PrimaryConstructorParameter() => Verify.VerifyAnalyzerAsync(Types("""
        internal sealed class Rented(byte[] array, int length) : IDisposable
        {
            public Span<byte> Span => array.AsSpan(0, length);
            public void Dispose()
            {
                if (array != null && length != 0) { ArrayPool<byte>.Shared.Return(array); array = null!; }
            }
        }
        """));

    [Fact]
    public Task NullCoalescingAssignmentRentsAgain() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Lazy : IDisposable
        {
            private byte[] _b;
            private byte[] B => _b ??= ArrayPool<byte>.Shared.Rent(16);
            public void Put(byte v) => B[0] = v;
            public void Finish() { if (_b is null) return; ArrayPool<byte>.Shared.Return(_b); _b = null; }
            public void Dispose() => Finish();
        }
        """));

    [Fact]
    public Task AUsingDeclarationOverTheFieldThatIsCleared() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Box : IDisposable
        {
            private IMemoryOwner<byte> _owner = MemoryPool<byte>.Shared.Rent(4);
            public byte Take()
            {
                using var owner = _owner;
                _owner = null;
                return owner.Memory.Span[0];
            }
            public void Dispose() { _owner?.Dispose(); _owner = null; }
        }
        """));

    [Fact]
    public Task ConditionalAccessReturnThenNull() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Page { private byte[] _b = ArrayPool<byte>.Shared.Rent(16); public void Return() { var b = _b; _b = null; if (b != null) ArrayPool<byte>.Shared.Return(b); } }
        public sealed class Scan : IDisposable
        {
            private Page _page = new();
            public void Dispose() { _page?.Return(); _page = null; }
        }
        """));

    [Fact]
    public Task LockAroundTestAndClear() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Guarded : IDisposable
        {
            private readonly object _gate = new();
            private byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            public void Dispose()
            {
                lock (_gate)
                {
                    if (_b == null) return;
                    ArrayPool<byte>.Shared.Return(_b);
                    _b = null;
                }
            }
        }
        """));

    [Fact]
    public Task ClearedThroughAReference() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Slot : IDisposable
        {
            private byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            public void Dispose()
            {
                ref var slot = ref _b;
                if (slot == null) return;
                var taken = slot;
                slot = null;
                ArrayPool<byte>.Shared.Return(taken);
            }
        }
        """));
}
