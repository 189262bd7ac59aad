// Two fields that are given one lease when the object is made, and a member that releases by both names.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2005;

public class FieldsOverOne
{
    private const string Arrays = "byte[] _a; byte[] _b;";
    private const string Structs = "Lease _a; Lease _b;";
    private const string Both = "{|BUF2005:ArrayPool<byte>.Shared.Return(_a)|}; ArrayPool<byte>.Shared.Return(_b);";
    private const string Right = "ArrayPool<byte>.Shared.Return(_a); ArrayPool<byte>.Shared.Return(_b); _a = _b = null;";
    private const string Cleared = "if (_a != null) {|BUF2005:ArrayPool<byte>.Shared.Return(_a)|}; _a = null; if (_b != null) ArrayPool<byte>.Shared.Return(_b); _b = null;";
    private const string Disposed = "{|BUF2005:_a.Dispose()|}; _b.Dispose();";

    [Theory]
    [InlineData(Arrays, "_a = ArrayPool<byte>.Shared.Rent(n); _b = _a;", Both)]
    [InlineData(Arrays, "_b = _a = ArrayPool<byte>.Shared.Rent(n);", Both)]
    [InlineData(Arrays, "_a = _b = ArrayPool<byte>.Shared.Rent(n);", Both)]
    [InlineData(Arrays, "var x = ArrayPool<byte>.Shared.Rent(n); _a = x; _b = x;", Both)]
    [InlineData(Arrays, "_a = ArrayPool<byte>.Shared.Rent(n); _b = _a;", Cleared)]
    [InlineData(Arrays, "_a = ArrayPool<byte>.Shared.Rent(n); _b = _a;", "{|BUF2005:Free(_b)|}; Free(_a); } static void Free(byte[] x) { if (x != null) ArrayPool<byte>.Shared.Return(x);")]
    [InlineData(Arrays + " bool _gone;", "_a = ArrayPool<byte>.Shared.Rent(n); _b = _a;", "if (_gone) return; _gone = true; " + Both)]
    [InlineData("byte[] _a = ArrayPool<byte>.Shared.Rent(4); byte[] _b;", "_b = _a;", Both)]
    [InlineData("readonly byte[] _a; public byte[] B { get; }", "_a = ArrayPool<byte>.Shared.Rent(n); B = _a;", "{|BUF2005:ArrayPool<byte>.Shared.Return(_a)|}; ArrayPool<byte>.Shared.Return(B);")]
    [InlineData("IntPtr _a; IntPtr _b;", "_a = Marshal.AllocHGlobal(n); _b = _a;", "{|BUF2005:Marshal.FreeHGlobal(_a)|}; Marshal.FreeHGlobal(_b);")]
    [InlineData("IntPtr _a; IntPtr _b;", "_a = Marshal.AllocHGlobal(n); _b = _a;", "{|BUF2005:Marshal.FreeHGlobal(_b)|}; _b = IntPtr.Zero; Marshal.FreeHGlobal(_a); _a = IntPtr.Zero;")]
    [InlineData(Structs, "_a = new Lease(n); _b = _a;", Disposed)]
    [InlineData(Structs, "_b = _a = new Lease(n);", Disposed)]
    [InlineData(Structs, "var x = new Lease(n); _a = x; _b = x;", Disposed)]
    [InlineData(Structs, "_a = new Lease(n); _b = _a;", "{|BUF2005:_b.Dispose()|}; _a.Dispose();")]
    [InlineData("Lease? _a; Lease? _b;", "_a = new Lease(n); _b = _a;", "_a?{|BUF2005:.Dispose()|}; _a = null; _b?.Dispose(); _b = null;")]
    public Task Reported(string fields, string made, string dispose) => VerifyAsync(fields, made, dispose);

    [Theory]
    [InlineData(Arrays, "_a = ArrayPool<byte>.Shared.Rent(n); _b = ArrayPool<byte>.Shared.Rent(n);", Right)]
    [InlineData(Arrays, "_a = ArrayPool<byte>.Shared.Rent(n); _b = _a; _a = ArrayPool<byte>.Shared.Rent(n);", Right)]
    [InlineData(Arrays, "_a = ArrayPool<byte>.Shared.Rent(n); _b = _a;", "ArrayPool<byte>.Shared.Return(_a); _a = _b = null;")]
    [InlineData(Arrays, "_a = ArrayPool<byte>.Shared.Rent(n); _b = _a;", "if (_b != _a) ArrayPool<byte>.Shared.Return(_b); ArrayPool<byte>.Shared.Return(_a); _a = _b = null;")]
    [InlineData(Arrays, "_a = ArrayPool<byte>.Shared.Rent(n); _b = _a;", "if (!ReferenceEquals(_b, _a)) ArrayPool<byte>.Shared.Return(_b); ArrayPool<byte>.Shared.Return(_a); _a = _b = null;")]
    [InlineData(Arrays, "_a = ArrayPool<byte>.Shared.Rent(n); _b = _a;", "ArrayPool<byte>.Shared.Return(_a); _b = null; if (_b != null) ArrayPool<byte>.Shared.Return(_b); _a = _b = null;")]
    [InlineData(Arrays, "_a = ArrayPool<byte>.Shared.Rent(n); _b = _a;", Right + "} public void Grow(int n) { _b = ArrayPool<byte>.Shared.Rent(n);")]
    [InlineData(Arrays, "_a = ArrayPool<byte>.Shared.Rent(n); _b = _a;", Right + "} public void Grow(int n) { Make(ref _b, n); } private static void Make(ref byte[] x, int n) { x = ArrayPool<byte>.Shared.Rent(n);")]
    [InlineData(Arrays, "_a = ArrayPool<byte>.Shared.Rent(n); _b = _a;", Right + "} public static Pair Make(int n) { var x = new Pair(n); x._b = ArrayPool<byte>.Shared.Rent(n); return x;")]
    [InlineData(Arrays + " Action _later;", "_a = ArrayPool<byte>.Shared.Rent(n); _b = _a; _later = () => _b = null;", Right)]
    [InlineData("byte[] _a; public byte[] _b;", "_a = ArrayPool<byte>.Shared.Rent(n); _b = _a;", Right)]
    [InlineData(Arrays + " bool _owns;", "_a = ArrayPool<byte>.Shared.Rent(n); _b = _a; _owns = false;", "ArrayPool<byte>.Shared.Return(_a); if (_owns) ArrayPool<byte>.Shared.Return(_b); _a = _b = null;")]
    [InlineData(Arrays, "_a = ArrayPool<byte>.Shared.Rent(n); if (n > 4) _b = _a; else _b = ArrayPool<byte>.Shared.Rent(n);", Right)]
    [InlineData(Arrays, "_a = ArrayPool<byte>.Shared.Rent(n); if (n > 4) _b = _a;", "if (_a != null) ArrayPool<byte>.Shared.Return(_a); if (_b != null) ArrayPool<byte>.Shared.Return(_b); _a = _b = null;")]
    [InlineData(Arrays, "_a = new byte[n]; _b = ArrayPool<byte>.Shared.Rent(n);", Right)]
    [InlineData(Arrays, "_a = ArrayPool<byte>.Shared.Rent(n); _b = _a.ToArray();", Right)]
    [InlineData(Arrays, "_a = _b = null;", "if (_a != null) ArrayPool<byte>.Shared.Return(_a); if (_b != null) ArrayPool<byte>.Shared.Return(_b); _a = _b = null;")]
    [InlineData(Arrays, "_a = _b = Array.Empty<byte>();", "if (_a.Length > 0) ArrayPool<byte>.Shared.Return(_a); if (_b.Length > 0) ArrayPool<byte>.Shared.Return(_b); _a = _b = null;")]
    [InlineData("IMemoryOwner<byte> _a; IMemoryOwner<byte> _b;", "_a = MemoryPool<byte>.Shared.Rent(n); _b = _a;", "_a.Dispose(); _b.Dispose();")]
    [InlineData(Structs, "_a = new Lease(n); _b = new Lease(n);", "_a.Dispose(); _b.Dispose();")]
    [InlineData(Structs, "_a = new Lease(n); _b = _a;", "_a.Dispose(); _b = default; _b.Dispose();")]
    [InlineData(Structs, "_a = new Lease(n); _b = _a;", "_a.Dispose();")]
    [InlineData(Structs, "_a = new Lease(n); _b = _a; _a = default;", "_a.Dispose(); _b.Dispose();")]
    [InlineData(Structs, "_a = default; _b = _a;", "_a.Dispose(); _b.Dispose();")]
    [InlineData(Structs, "_a = new Lease(); _b = _a;", "_a.Dispose(); _b.Dispose();")]
    [InlineData(Structs, "_a = new Lease(n); _b = _a;", "_a.Dispose(); _b.Dispose(); } public void Reset(int n) { _b = new Lease(n);")]
    [InlineData("Handed _a; Handed _b;", "_a = new Handed(n); _b = _a;", "_a.Dispose(); _b.Dispose();")]
    public Task Silent(string fields, string made, string dispose) => VerifyAsync(fields, made, dispose);

    [Fact]
    public Task Message() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Pair : IDisposable
        {
            private readonly byte[] _whole;
            private readonly byte[] _head;
            public Pair(int n)
            {
                _whole = {|#1:ArrayPool<byte>.Shared.Rent(n)|};
                _head = _whole;
            }

            public void Dispose()
            {
                {|#0:ArrayPool<byte>.Shared.Return(_whole)|};
                {|#2:ArrayPool<byte>.Shared.Return(_head)|};
            }
        }
        """), Verify.Diagnostic("BUF2005").WithLocation(0).WithLocation(1).WithLocation(2)
        .WithMessage("'ArrayPool<byte>.Shared.Return(_whole)' leaves what it releases in '_head': (1) rented at line 20, (2) returned at line 26 by 'Dispose', (3) returned again at line 27 in the same call"));

    private static Task VerifyAsync(string fields, string made, string dispose) => Verify.VerifyAnalyzerAsync(Types($$"""
        {{StructCopies.Leases.Replace("private Rented _a;", "private Rented _a; public Handed(int n) => _a = new();")}}
        public sealed class Pair : IDisposable
        {
            {{fields}}
            public Pair(int n) { {{made}} }
            public void Dispose() { {{dispose}} }
        }
        """));
}
