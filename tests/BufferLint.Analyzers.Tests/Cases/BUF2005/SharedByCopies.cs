// Structs whose copies share an object that knows whether the lease was released.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2005;

public class SharedByCopies
{
    private const string Own = "private byte[] _a; private Owner _o; private int _v;";

    [Theory]
    [InlineData(Own + "public void Dispose() { if (_o.Version == _v) { _o.Version++; ArrayPool<byte>.Shared.Return(_a); } }")]
    [InlineData(Own + "public void Dispose() { if (_o.IsDone) return; _o.IsDone = true; ArrayPool<byte>.Shared.Return(_a); }")]
    [InlineData(Own + "public void Dispose() { if (_o.Done.Value) return; _o.Done.Value = true; ArrayPool<byte>.Shared.Return(_a); }")]
    [InlineData(Own + "public void Dispose() { if (Interlocked.Exchange(ref _o.Version, 1) == 0) ArrayPool<byte>.Shared.Return(_a); }")]
    [InlineData(Own + "public void Dispose() => _o.Release(_a, _v);")]
    [InlineData(Own + "public void Dispose() { if (_o.Take()) ArrayPool<byte>.Shared.Return(_a); }")]
    [InlineData(Own + "public void Dispose() => Pools.Release(_a, _v);")]
    [InlineData(Own + "public void Dispose() { if (Pools.Last != _v) { Pools.Last = _v; ArrayPool<byte>.Shared.Return(_a); } }")]
    [InlineData(Own + "public void Dispose() { if (Pools.Live.Remove(_v)) ArrayPool<byte>.Shared.Return(_a); }")]
    [InlineData("private StrongBox<byte[]> _a; public void Dispose() { var a = _a.Value; _a.Value = null; if (a != null) ArrayPool<byte>.Shared.Return(a); }")]
    [InlineData("private byte[][] _a; public void Dispose() { var a = _a[0]; _a[0] = null; if (a != null) ArrayPool<byte>.Shared.Return(a); }")]
    public async Task Silent(string lease)
    {
        await VerifyAsync(lease, "readonly Lease _l;", "_l.Dispose();");
        await VerifyAsync(lease, "Lease? _l;", "_l?.Dispose();");
        await VerifyAsync(lease, "Lease _l; Lease L => _l;", "L.Dispose();");
        await VerifyAsync(lease, "Lease _l;", "var l = _l; l.Dispose();");
        await VerifyAsync(lease, "List<Lease> _l = new();", "foreach (var l in _l) l.Dispose();");
        await VerifyAsync(lease, "Lease _l; Lease _m; public Holder(Lease l) { _l = l; _m = l; }", "_l.Dispose(); _m.Dispose();");
    }

    [Theory]
    [InlineData(Own + "public void Dispose() { _o.Version++; ArrayPool<byte>.Shared.Return(_a); }")]
    [InlineData(Own + "public void Dispose() { if (_v > 0) ArrayPool<byte>.Shared.Return(_a); }")]
    public Task Reported(string lease) => VerifyAsync(lease, "Lease? _l;", "_l?{|BUF2005:.Dispose()|};");

    private static Task VerifyAsync(string lease, string field, string dispose) => Verify.VerifyAnalyzerAsync(Types($$"""
        public sealed class Owner
        {
            public int Version;
            public bool IsDone { get; set; }
            public StrongBox<bool> Done = new();
            private readonly int[] _live = new int[4];
            private bool _taken;
            public void Release(byte[] a, int v) { if (_live[v] != 0) { _live[v] = 0; ArrayPool<byte>.Shared.Return(a); } }
            public bool Take() { if (_taken) return false; _taken = true; return true; }
        }
        public static class Pools
        {
            public static int Last;
            public static readonly HashSet<int> Live = new();
            private static readonly int[] s_live = new int[4];
            public static void Release(byte[] a, int v) { if (s_live[v] != 0) { s_live[v] = 0; ArrayPool<byte>.Shared.Return(a); } }
        }
        public readonly struct Lease : IDisposable { {{lease.Replace("private byte", "private readonly byte").Replace("private Own", "private readonly Own").Replace("private int", "private readonly int").Replace("private Strong", "private readonly Strong")}} }
        public sealed class Holder : IDisposable
        {
            private {{field}}
            public void Dispose() { {{dispose}} }
        }
        """));
}
