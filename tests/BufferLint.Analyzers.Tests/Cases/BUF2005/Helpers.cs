// Releases in helpers: judged by what their callers do with the field.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2005;

public class Helpers
{
    [Fact]
    public Task PrivateHelperOneCallerIsNotGuarded() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Session : IDisposable
        {
            private byte[] _key = ArrayPool<byte>.Shared.Rent(16);
            private bool _gone;
            private void Drop() => {|BUF2005:ArrayPool<byte>.Shared.Return(_key)|};
            public void Rekey() { Drop(); }
            public void Dispose()
            {
                if (_gone) return;
                _gone = true;
                Drop();
            }
        }
        """));

    [Fact]
    public Task HelperOfAnotherClassReturnsFieldStays() => Verify.VerifyAnalyzerAsync(Types("""
        static class Pools { public static void GiveBack(byte[] b) { if (b != null) ArrayPool<byte>.Shared.Return(b); } }
        public sealed class User : IDisposable
        {
            private byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            public void Dispose() => {|BUF2005:Pools.GiveBack(_b)|};
        }
        """));

    [Fact]
    public Task HelpersThatHandItOnFieldStays() => Verify.VerifyAnalyzerAsync(Types("""
        static class Pools
        {
            public static void Finish(byte[] b, bool clears) => Pass(b);
            private static void Pass(byte[] b) => GiveBack(b);
            private static void GiveBack(byte[] b) => ArrayPool<byte>.Shared.Return(b);
        }
        public sealed class User
        {
            private byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            public void Close() => {|BUF2005:Pools.Finish(_b, true)|};
            public void Write() => _b[0] = 1;
        }
        """));

    [Fact]
    public Task HelpersThatHandItOnFieldIsCleared() => Verify.VerifyAnalyzerAsync(Types("""
        static class Pools
        {
            public static void Finish(byte[] b, bool clears) => Pass(b);
            private static void Pass(byte[] b) => GiveBack(b);
            private static void GiveBack(byte[] b) => ArrayPool<byte>.Shared.Return(b);
        }
        public sealed class User
        {
            private byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            public void Close() { var b = _b; _b = Array.Empty<byte>(); Pools.Finish(b, true); }
            public void Write() => _b[0] = 1;
        }
        """));

    [Fact]
    public Task HelpersThatHandOnSomethingElse() => Verify.VerifyAnalyzerAsync(Types("""
        static class Pools
        {
            public static int Finish(byte[] b) { Pass(ArrayPool<byte>.Shared.Rent(b.Length)); return b.Length; }
            private static void Pass(byte[] b) => ArrayPool<byte>.Shared.Return(b);
        }
        public sealed class User
        {
            private byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            public int Close() => Pools.Finish(_b);
            public void Write() => _b[0] = 1;
        }
        """));

    [Fact]
    public Task HelperByRefThatOnlyReads() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class User : IDisposable
        {
            private byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            private static void GiveBack(ref byte[] b) => ArrayPool<byte>.Shared.Return(b);
            public void Dispose() => {|BUF2005:GiveBack(ref _b)|};
        }
        """));

    [Fact]
    public Task OptionalReplacementNotPassed() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Bag : IDisposable
        {
            private int[] _items = ArrayPool<int>.Shared.Rent(16);
            private void Give(int[] instead = null)
            {
                {|BUF2005:ArrayPool<int>.Shared.Return(_items)|};
                if (instead != null) _items = instead;
            }
            public void Trim() => Give(Array.Empty<int>());
            public void Dispose() => Give();
        }
        """));

    [Fact]
    public Task DisposeAsyncAndDisposeShareAGuardedHelper() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Text : IAsyncDisposable, IDisposable
        {
            private char[] _out = ArrayPool<char>.Shared.Rent(16);
            private bool _done;
            public void Dispose() { if (_done) return; _done = true; Clear(); }
            public ValueTask DisposeAsync() { if (_done) return default; _done = true; Clear(); return default; }
            private void Clear()
            {
                if (_out != null) { ArrayPool<char>.Shared.Return(_out); _out = null!; }
            }
        }
        """));

    [Fact]
    public Task HelperWithoutTestCalledOnlyFromGuardedMembers() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Box : IAsyncDisposable, IDisposable
        {
            private readonly byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            private bool _done;
            public void Dispose() { if (_done) return; _done = true; Give(); }
            public ValueTask DisposeAsync() { if (!_done) { _done = true; Give(); } return default; }
            private void Give() => ArrayPool<byte>.Shared.Return(_b);
        }
        """));

    [Fact]
    public Task HelperLeavesItEachCallerSetsIt() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Buffered : IDisposable
        {
            private byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            private void Give() => ArrayPool<byte>.Shared.Return(_b);
            public void Clear() { if (_b.Length == 0) return; Give(); _b = []; }
            public void Grow(int n) { var bigger = ArrayPool<byte>.Shared.Rent(n); _b.CopyTo(bigger, 0); Give(); _b = bigger; }
            public void Dispose() { if (_b is not []) { Give(); _b = []; } }
        }
        """));

    [Fact]
    public Task HelperWithAReplacementAlwaysPassed() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Bag : IDisposable
        {
            private int[] _items = ArrayPool<int>.Shared.Rent(16);
            private void Give(int[] instead = null)
            {
                if (_items?.Length > 0)
                {
                    try { ArrayPool<int>.Shared.Return(_items); } catch (ArgumentException) { }
                }
                if (!(instead is null)) _items = instead;
            }
            public void Grow() { var more = ArrayPool<int>.Shared.Rent(_items.Length * 2); _items.CopyTo(more, 0); Give(instead: more); }
            public void Dispose() => Give(instead: Array.Empty<int>());
        }
        """));

    [Fact]
    public Task HelperByRefThatNulls() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Reader : IDisposable
        {
            private byte[] _io = ArrayPool<byte>.Shared.Rent(16);
            private static void GiveBack(ref byte[] b) { var t = b; b = null; if (t != null) ArrayPool<byte>.Shared.Return(t); }
            public void Dispose() => GiveBack(ref _io);
        }
        """));

    [Fact]
    public Task ExtensionByRefThatGrows() => Verify.VerifyAnalyzerAsync(Types("""
        public static class Ext
        {
            public static void Resize(this ArrayPool<byte> pool, ref byte[] b, int n)
            {
                var more = pool.Rent(n);
                b.AsSpan(0, Math.Min(n, b.Length)).CopyTo(more);
                pool.Return(b);
                b = more;
            }
        }
        public sealed class Growing : IDisposable
        {
            private byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            public void Grow() => ArrayPool<byte>.Shared.Resize(ref _b, _b.Length * 2);
            public void Dispose() { var b = _b; _b = null; if (b != null) ArrayPool<byte>.Shared.Return(b); }
        }
        """));

    [Fact]
    public Task LocalFunctionClears() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Box : IDisposable
        {
            private byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            public void Dispose()
            {
                Give(_b);
                void Give(byte[] b) { _b = null; if (b != null) ArrayPool<byte>.Shared.Return(b); }
            }
        }
        """));
}
