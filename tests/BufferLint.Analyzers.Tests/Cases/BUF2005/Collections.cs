// Arrays and collections of leases: all are released, and none is taken out.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2005;

public class Collections
{
    [Theory]
    [InlineData("List<byte[]> _all = new();", "foreach (var b in _all) {|BUF2005:ArrayPool<byte>.Shared.Return(b)|};")]
    [InlineData("List<byte[]> _all = new();", "foreach (byte[] b in _all) if (b != null) {|BUF2005:ArrayPool<byte>.Shared.Return(b)|};")]
    [InlineData("byte[][] _all = new byte[4][];", "foreach (var b in _all) {|BUF2005:ArrayPool<byte>.Shared.Return(b)|};")]
    [InlineData("byte[][] _all = new byte[4][];", "for (var i = 0; i < _all.Length; i++) {|BUF2005:ArrayPool<byte>.Shared.Return(_all[i])|};")]
    [InlineData("byte[][] _all = new byte[4][];", "for (var i = _all.Length - 1; i >= 0; i--) { var b = _all[i]; if (b is not null) {|BUF2005:ArrayPool<byte>.Shared.Return(b)|}; }")]
    [InlineData("byte[][] _all = new byte[4][];", "for (int i = 0; i < _count; ++i) {|BUF2005:ArrayPool<byte>.Shared.Return(_all[i])|};")]
    [InlineData("List<byte[]> _all = new();", "for (var i = 0; i < _all.Count; i++) {|BUF2005:ArrayPool<byte>.Shared.Return(_all[i])|};")]
    [InlineData("Dictionary<int, byte[]> _all = new();", "foreach (var b in _all.Values) {|BUF2005:ArrayPool<byte>.Shared.Return(b)|};")]
    [InlineData("Dictionary<int, byte[]> _all = new();", "foreach (var pair in _all) {|BUF2005:ArrayPool<byte>.Shared.Return(pair.Value)|};")]
    [InlineData("ConcurrentDictionary<int, byte[]> _all = new();", "foreach (var pair in _all) {|BUF2005:ArrayPool<byte>.Shared.Return(pair.Value)|};")]
    [InlineData("Stack<byte[]> _all = new();", "foreach (var b in _all) {|BUF2005:ArrayPool<byte>.Shared.Return(b)|};")]
    [InlineData("Queue<byte[]> _all = new();", "lock (_all) foreach (var b in _all) {|BUF2005:ArrayPool<byte>.Shared.Return(b)|};")]
    [InlineData("HashSet<byte[]> _all = new();", "foreach (var b in _all.Where(static b => b.Length > 0)) {|BUF2005:ArrayPool<byte>.Shared.Return(b)|};")]
    [InlineData("List<IntPtr> _all = new();", "foreach (var b in _all) {|BUF2005:Marshal.FreeHGlobal(b)|};")]
    [InlineData("IntPtr[] _all = new IntPtr[4];", "for (var i = 0; i < 4; i++) if (_all[i] != IntPtr.Zero) {|BUF2005:Marshal.FreeHGlobal(_all[i])|};")]
    [InlineData("List<byte[]> _all = new();", "if (_all != null) { var all = _all; foreach (var b in all) {|BUF2005:ArrayPool<byte>.Shared.Return(b)|}; }")]
    [InlineData("List<byte[]> _all = new();", "foreach (var b in _all) Free(b); void Free(byte[] b) => {|BUF2005:ArrayPool<byte>.Shared.Return(b)|};")]
    [InlineData("byte[][] _all = new byte[4][];", "{|BUF2005:FreeAll(_all)|};")]
    [InlineData("List<byte[]> _all = new();", "foreach (var b in _all) {|BUF2005:ArrayPool<byte>.Shared.Return(b)|}; _count = 0;")]
    public Task Reported(string field, string dispose) => VerifyAsync(field, dispose);

    [Theory]
    [InlineData("List<byte[]> _all = new();", "foreach (var b in _all) ArrayPool<byte>.Shared.Return(b); _all.Clear();")]
    [InlineData("List<byte[]> _all = new();", "foreach (var b in _all) ArrayPool<byte>.Shared.Return(b); _all = null;")]
    [InlineData("List<byte[]> _all = new();", "foreach (var b in _all) ArrayPool<byte>.Shared.Return(b); _all = new();")]
    [InlineData("List<byte[]> _all = new();", "foreach (var b in _all) ArrayPool<byte>.Shared.Return(b); _all.RemoveRange(0, _all.Count);")]
    [InlineData("List<byte[]> _all = new();", "var all = _all; _all = null; if (all != null) foreach (var b in all) ArrayPool<byte>.Shared.Return(b);")]
    [InlineData("List<byte[]> _all = new();", "var all = Interlocked.Exchange(ref _all, null); if (all != null) foreach (var b in all) ArrayPool<byte>.Shared.Return(b);")]
    [InlineData("List<byte[]> _all = new();", "var all = _all.ToArray(); _all.Clear(); foreach (var b in all) ArrayPool<byte>.Shared.Return(b);")]
    [InlineData("List<byte[]> _all = new();", "foreach (var b in _all.ToList()) { _all.Remove(b); ArrayPool<byte>.Shared.Return(b); }")]
    [InlineData("List<byte[]> _all = new();", "for (var i = _all.Count - 1; i >= 0; i--) { ArrayPool<byte>.Shared.Return(_all[i]); _all.RemoveAt(i); }")]
    [InlineData("List<byte[]> _all = new();", "while (_all.Count > 0) { ArrayPool<byte>.Shared.Return(_all[0]); _all.RemoveAt(0); }")]
    [InlineData("List<byte[]> _all = new();", "foreach (var b in _all) ArrayPool<byte>.Shared.Return(b); Forget(_all);")]
    [InlineData("List<byte[]> _all = new();", "foreach (var b in _all) ArrayPool<byte>.Shared.Return(b); Reset(); void Reset() => _all.Clear();")]
    [InlineData("List<byte[]> _all = new();", "foreach (var b in _all) ArrayPool<byte>.Shared.Return(b); Task.Run(() => _all.Clear());")]
    [InlineData("List<byte[]> _all = new();", "foreach (var b in _all) ArrayPool<byte>.Shared.Return(b); Later.Add(_all.Clear);")]
    [InlineData("List<byte[]> _all = new();", "_all.ForEach(b => ArrayPool<byte>.Shared.Return(b)); _all.Clear();")]
    [InlineData("List<byte[]> _all = new();", "if (_gone) return; _gone = true; foreach (var b in _all) ArrayPool<byte>.Shared.Return(b);")]
    [InlineData("List<byte[]> _all = new();", "if (Interlocked.Exchange(ref _count, 1) == 1) return; foreach (var b in _all) ArrayPool<byte>.Shared.Return(b);")]
    [InlineData("List<byte[]> _all = new();", "ObjectDisposedException.ThrowIf(_gone, this); _gone = true; foreach (var b in _all) ArrayPool<byte>.Shared.Return(b);")]
    [InlineData("byte[][] _all = new byte[4][];", "for (var i = 0; i < _all.Length; i++) { ArrayPool<byte>.Shared.Return(_all[i]); _all[i] = null; }")]
    [InlineData("byte[][] _all = new byte[4][];", "for (var i = 0; i < _all.Length; i++) { ArrayPool<byte>.Shared.Return(_all[i]); _all[i] = Array.Empty<byte>(); }")]
    [InlineData("byte[][] _all = new byte[4][];", "for (var i = 0; i < _all.Length; i++) { var b = _all[i]; _all[i] = null; ArrayPool<byte>.Shared.Return(b); }")]
    [InlineData("byte[][] _all = new byte[4][];", "for (var i = 0; i < _all.Length; i++) { var b = Interlocked.Exchange(ref _all[i], null); if (b != null) ArrayPool<byte>.Shared.Return(b); }")]
    [InlineData("byte[][] _all = new byte[4][];", "for (var i = 0; i < _all.Length; i++) { ref var b = ref _all[i]; var taken = b; b = null; ArrayPool<byte>.Shared.Return(taken); }")]
    [InlineData("byte[][] _all = new byte[4][];", "foreach (ref var b in _all.AsSpan()) { ArrayPool<byte>.Shared.Return(b); b = null; }")]
    [InlineData("byte[][] _all = new byte[4][];", "for (var i = 0; i < _all.Length; i++) Free(ref _all[i]); static void Free(ref byte[] b) { ArrayPool<byte>.Shared.Return(b); b = null; }")]
    [InlineData("byte[][] _all = new byte[4][];", "foreach (var b in _all) ArrayPool<byte>.Shared.Return(b); Array.Clear(_all);")]
    [InlineData("byte[][] _all = new byte[4][];", "foreach (var b in _all) ArrayPool<byte>.Shared.Return(b); Array.Clear(_all, 0, 4);")]
    [InlineData("byte[][] _all = new byte[4][];", "foreach (var b in _all) ArrayPool<byte>.Shared.Return(b); _all.AsSpan().Clear();")]
    [InlineData("byte[][] _all = new byte[4][];", "foreach (var b in _all) ArrayPool<byte>.Shared.Return(b); _all = Array.Empty<byte[]>();")]
    [InlineData("byte[][] _all = new byte[4][];", "foreach (var b in _all) ArrayPool<byte>.Shared.Return(b); ArrayPool<byte[]>.Shared.Return(_all, true); _all = null;")]
    [InlineData("byte[][] _all = new byte[4][];", "for (var i = 0; i < _count; i++) ArrayPool<byte>.Shared.Return(_all[i]); _count = 0;")]
    [InlineData("byte[][] _all = new byte[4][];", "for (var i = _count - 1; i >= 0; i--) ArrayPool<byte>.Shared.Return(_all[i]); _count = 0;")]
    [InlineData("byte[][] _all = new byte[4][];", "var n = _count; _count = 0; for (var i = 0; i < n; i++) ArrayPool<byte>.Shared.Return(_all[i]);")]
    [InlineData("byte[][] _all = new byte[4][];", "var n = Interlocked.Exchange(ref _count, 0); for (var i = 0; i < n; i++) ArrayPool<byte>.Shared.Return(_all[i]);")]
    [InlineData("byte[][] _all = new byte[4][];", "while (_count > 0) ArrayPool<byte>.Shared.Return(_all[--_count]);")]
    [InlineData("byte[][] _all = new byte[4][];", "while (_count-- > 0) ArrayPool<byte>.Shared.Return(_all[_count]);")]
    [InlineData("byte[][] _all = new byte[4][];", "for (var i = 0; i < _count; i++) { ArrayPool<byte>.Shared.Return(_all[i]); } _count -= 4;")]
    [InlineData("byte[][] _all = new byte[4][];", "for (var i = 0; i < 4; i++) if (Used[i]) { ArrayPool<byte>.Shared.Return(_all[i]); Used[i] = false; }")]
    [InlineData("byte[][] _all = new byte[4][];", "for (var i = 0; i < 4; i++) if (Bits[i]) { Bits[i] = false; ArrayPool<byte>.Shared.Return(_all[i]); }")]
    [InlineData("byte[][] _all = new byte[4][];", "foreach (var b in _all) if (Owned.Remove(b)) ArrayPool<byte>.Shared.Return(b);")]
    [InlineData("byte[][] _all = new byte[4][];", "foreach (var b in _all) if (Owned.Contains(b)) ArrayPool<byte>.Shared.Return(b); Owned.Clear();")]
    [InlineData("byte[][] _all = new byte[4][];", "var at = _count; ArrayPool<byte>.Shared.Return(_all[at]); _count++;")]
    [InlineData("byte[][] _all = new byte[4][];", "ArrayPool<byte>.Shared.Return(_all[_count]); _count++;")]
    [InlineData("Stack<byte[]> _all = new();", "while (_all.TryPop(out var b)) ArrayPool<byte>.Shared.Return(b);")]
    [InlineData("Queue<byte[]> _all = new();", "while (_all.Count > 0) ArrayPool<byte>.Shared.Return(_all.Dequeue());")]
    [InlineData("ConcurrentBag<byte[]> _all = new();", "while (_all.TryTake(out var b)) ArrayPool<byte>.Shared.Return(b);")]
    [InlineData("ConcurrentDictionary<int, byte[]> _all = new();", "foreach (var key in _all.Keys) if (_all.TryRemove(key, out var b)) ArrayPool<byte>.Shared.Return(b);")]
    [InlineData("Dictionary<int, byte[]> _all = new();", "foreach (var (_, b) in _all) ArrayPool<byte>.Shared.Return(b); _all.Clear();")]
    [InlineData("Dictionary<int, byte[]> _all = new();", "foreach (var b in _all.Values) ArrayPool<byte>.Shared.Return(b); _all.Clear();")]
    [InlineData("List<IMemoryOwner<byte>> _all = new();", "foreach (var b in _all) b.Dispose();")]
    [InlineData("IMemoryOwner<byte>[] _all = new IMemoryOwner<byte>[2];", "for (var i = 0; i < _all.Length; i++) _all[i]?.Dispose();")]
    [InlineData("GCHandle[] _all = new GCHandle[4];", "for (var i = 0; i < _all.Length; i++) if (_all[i].IsAllocated) _all[i].Free();")]
    [InlineData("byte[][] _all = new byte[4][];", "Array.Clear(_all); _ = _all.Length;")]
    [InlineData("byte[][] _all = new byte[4][];", "FreeAll(_all); Forget2(_all);")]
    public Task Silent(string field, string dispose) => VerifyAsync(field, dispose);

    [Theory]
    [InlineData("public void Free(int i) => ArrayPool<byte>.Shared.Return(_all[i]);")]
    [InlineData("public void FreeRange(int from, int to) { for (var i = from; i < to; i++) ArrayPool<byte>.Shared.Return(_all[i]); }")]
    [InlineData("public void FreeFirst(int n) { for (var i = 0; i < n; i++) ArrayPool<byte>.Shared.Return(_all[i]); }")]
    [InlineData("public void Free(byte[] b) { foreach (var one in _all) if (one == b) ArrayPool<byte>.Shared.Return(one); }")]
    [InlineData("public void Next() { var i = _at; ArrayPool<byte>.Shared.Return(_all[i]); _at = i + 1; }")]
    [InlineData("public void Drain() { for (var i = _at; i < 4; i++) ArrayPool<byte>.Shared.Return(_all[i]); _at = 4; }")]
    [InlineData("public byte First() { foreach (var b in _all) return b[0]; return 0; }")]
    public Task SomeOfThem(string member) => Verify.VerifyAnalyzerAsync(Types($$"""
        public sealed class Slots
        {
            private readonly byte[][] _all = new byte[4][];
            private int _at;
            {{member}}
        }
        """));

    [Fact]
    public Task ResetThenDispose() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Chunks : IDisposable
        {
            private readonly List<byte[]> _all = new();
            public void Add() => _all.Add(ArrayPool<byte>.Shared.Rent(16));
            public void Reset() { foreach (var one in _all) {|BUF2005:ArrayPool<byte>.Shared.Return(one)|}; }
            public void Dispose()
            {
                foreach (var one in _all) ArrayPool<byte>.Shared.Return(one);
                _all.Clear();
            }
        }
        """));

    private static Task VerifyAsync(string field, string dispose) => Verify.VerifyAnalyzerAsync(Types($$"""
        public sealed class Many : IDisposable
        {
            private {{field}}
            private int _count;
            private bool _gone;
            private bool[] Used = new bool[4];
            private BitArray Bits = new(4);
            private HashSet<byte[]> Owned = new();
            private List<Action> Later = new();
            public void Dispose() { {{dispose}} }
            private static void Forget(List<byte[]> all) => all.Clear();
            private static void Forget2(byte[][] all) => Array.Clear(all);
            private static void FreeAll(byte[][] all) { foreach (var b in all) ArrayPool<byte>.Shared.Return(b); }
        }
        """));
}
