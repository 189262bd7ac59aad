// Near misses: containers of leases, objects with one user, buffers of others.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2005;

public class OtherObjects
{
    [Fact]
    public Task ListOfArraysCleared() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Chunks : IDisposable
        {
            private readonly List<byte[]> _all = new();
            public void Add() => _all.Add(ArrayPool<byte>.Shared.Rent(16));
            public void Dispose()
            {
                foreach (var one in _all) ArrayPool<byte>.Shared.Return(one);
                _all.Clear();
            }
        }
        """));

    [Fact]
    public Task ArrayOfLeasesEachNulled() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Window : IDisposable
        {
            private readonly byte[][] _parts = new byte[4][];
            public void Open(int i) => _parts[i] ??= ArrayPool<byte>.Shared.Rent(16);
            public void Dispose()
            {
                for (var i = 0; i < _parts.Length; i++)
                    if (_parts[i] != null) { ArrayPool<byte>.Shared.Return(_parts[i]); _parts[i] = null; }
            }
        }
        """));

    [Fact]
    public Task QueueOfLeasesDrained() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Sounds : IDisposable
        {
            private readonly Queue<byte[]> _pending = new();
            public void Submit() => _pending.Enqueue(ArrayPool<byte>.Shared.Rent(16));
            public void Dispose()
            {
                lock (_pending) while (_pending.Count > 0) ArrayPool<byte>.Shared.Return(_pending.Dequeue());
            }
        }
        """));

    [Fact]
    public Task PrivateNestedClassItsOnlyCreatorDisposesOnce() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Allocator
        {
            private readonly List<Piece> _pieces = new();
            public void Need() => _pieces.Add(new Piece());
            public void NewFrame()
            {
                for (var i = 0; i < _pieces.Count; i++) _pieces[i].Dispose();
                _pieces.Clear();
            }
            private sealed class Piece : IDisposable
            {
                private readonly byte[] _b = ArrayPool<byte>.Shared.Rent(16);
                public void Dispose() => ArrayPool<byte>.Shared.Return(_b);
            }
        }
        """));

    [Fact]
    public Task PrivateNestedStructOneLocal() => Verify.VerifyAnalyzerAsync(Types("""
        public unsafe class Shapes
        {
            public float Build(int n)
            {
                var ribbon = new Ribbon(n);
                var sum = ribbon.Sum();
                ribbon.Free();
                return sum;
            }
            private struct Ribbon
            {
                private readonly float* _at;
                private readonly int _n;
                public Ribbon(int n) { _at = (float*)NativeMemory.AllocZeroed((nuint)n, 4); _n = n; }
                public float Sum() { float s = 0; for (var i = 0; i < _n; i++) s += _at[i]; return s; }
                public void Free() => NativeMemory.Free(_at);
            }
        }
        """));

    [Fact]
    public Task PrivateNestedClassUnderUsingInItsOnlyUser() => Verify.VerifyAnalyzerAsync(Types("""
        public static class Work
        {
            public static int Run() { using var scratch = new Scratch(); return scratch.First; }
            private sealed class Scratch : IDisposable
            {
                private readonly int[] _b = ArrayPool<int>.Shared.Rent(16);
                public int First => _b[0];
                public void Dispose() => ArrayPool<int>.Shared.Return(_b);
            }
        }
        """));

    [Fact]
    public Task ReturnInCatchOfAFailingConstructor() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Opening : IDisposable
        {
            private byte[] _b;
            public Opening(Stream from)
            {
                _b = ArrayPool<byte>.Shared.Rent(16);
                try { from.ReadExactly(_b, 0, 4); }
                catch { ArrayPool<byte>.Shared.Return(_b); throw; }
            }
            public void Dispose() { if (_b != null) { ArrayPool<byte>.Shared.Return(_b); _b = null; } }
        }
        """));

    [Fact]
    public Task OwnFreeListTakesItBack() => Verify.VerifyAnalyzerAsync(Types("""
        public struct Scratch
        {
            private static readonly Stack<byte[]> s_free = new();
            private byte[] _b;
            public void Open() => _b = s_free.Count > 0 ? s_free.Pop() : new byte[16];
            public void Close() { if (_b != null) { s_free.Push(_b); _b = null; } }
        }
        """));

    [Fact]
    public Task ObjectGivesItselfToItsPool() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Segment : ReadOnlySequenceSegment<byte>
        {
            private static readonly System.Collections.Concurrent.ConcurrentQueue<Segment> s_pool = new();
            public static Segment Create(byte[] b) { if (!s_pool.TryDequeue(out var s)) s = new Segment(); s.Memory = b; return s; }
            public void Return()
            {
                if (MemoryMarshal.TryGetArray(Memory, out var a) && a.Array != null) ArrayPool<byte>.Shared.Return(a.Array);
                Memory = default;
                Next = null;
                s_pool.Enqueue(this);
            }
        }
        """));

    [Fact]
    public Task ObjectPoolItemReturnedAndCleared() => Verify.VerifyAnalyzerAsync(Types("""
        namespace N {
        public sealed class Job : IDisposable
        {
            private readonly Microsoft.Extensions.ObjectPool.ObjectPool<StringBuilder> _pool;
            private StringBuilder _text;
            public Job(Microsoft.Extensions.ObjectPool.ObjectPool<StringBuilder> pool) { _pool = pool; _text = pool.Get(); }
            public void Dispose()
            {
                if (_text is null) return;
                _pool.Return(_text);
                _text = null;
            }
        }
        }
        namespace Microsoft.Extensions.ObjectPool { public abstract class ObjectPool<T> where T : class { public abstract T Get(); public abstract void Return(T obj); } }
        """));

    [Fact]
    public Task LentArrayIsNotReturned() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Borrower : IDisposable
        {
            private byte[] _b;
            public Borrower(byte[] b) { _b = b; }
            public byte First => _b[0];
            public void Dispose() { Array.Clear(_b); }
        }
        """));

    [Fact]
    public Task ReleaseOfTheObjectOfAParameterReplaced() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Texture { public IntPtr Data = Marshal.AllocHGlobal(8); }
        public static class Library
        {
            public static void Convert(Texture t)
            {
                var fresh = Marshal.AllocHGlobal(16);
                Marshal.FreeHGlobal(t.Data);
                t.Data = fresh;
            }
        }
        """));

    [Fact]
    public Task StaticArrayKeptForTheProcess() => Verify.VerifyAnalyzerAsync(Types("""
        public static class Globals
        {
            private static byte[] s_scratch;
            public static byte[] Scratch => s_scratch ??= new byte[64];
            public static void Trim() { s_scratch = null; }
        }
        """));

    [Fact]
    public Task DisposeGuardedItsPublicReaderIsNotInternalType() => Verify.VerifyAnalyzerAsync(Types("""
        internal sealed class Quiet : IDisposable
        {
            private readonly byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            private bool _done;
            public byte Get(int i) => _b[i];
            public void Dispose()
            {
                if (_done) return;
                _done = true;
                ArrayPool<byte>.Shared.Return(_b); // recommended silent: internal type, use after a guarded Dispose (Get, line 6)
            }
        }
        """));

    [Fact]
    public Task DisposeGuardedItsPublicWriterIsNotPublicStream() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Loud : IDisposable
        {
            private readonly byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            private int _at;
            private bool _done;
            public void Write(byte v) => _b[_at++] = v;
            public void Dispose()
            {
                if (_done) return;
                _done = true;
                {|BUF2005:ArrayPool<byte>.Shared.Return(_b)|};
            }
        }
        """));

    [Fact]
    public Task PublicReadonlyStructHandle() => Verify.VerifyAnalyzerAsync(Types("""
        public readonly unsafe struct Raw : IDisposable
        {
            private readonly byte* _at;
            public Raw(int n) { _at = (byte*)NativeMemory.Alloc((nuint)n); }
            public byte this[int i] => _at[i];
            public void Dispose() => NativeMemory.Free(_at); // recommended silent: a readonly struct cannot clear itself
        }
        """));

    [Fact]
    public Task ForeachCopyOfStructLeasesIsCleared() => Verify.VerifyAnalyzerAsync(Types("""
        public struct Seg
        {
            private byte[] _b;
            public Seg(int n) { _b = ArrayPool<byte>.Shared.Rent(n); }
            public void Clear() { if (_b != null) ArrayPool<byte>.Shared.Return(_b); _b = null; }
        }
        public sealed class Linked
        {
            private readonly List<Seg> _all = new();
            public void Add() => _all.Add(new Seg(16));
            public void Reset() { foreach (var one in _all) one.Clear(); _all.Clear(); } // recommended silent: container, cleared
        }
        """));
}
