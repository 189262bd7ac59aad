// Structs that clear themselves when they are disposed: a copy that is disposed leaves the field as it was.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2005;

public class StructCopies
{
    [Theory]
    [InlineData("Lease _a; Lease A => _a;", "{|BUF2005:A.Dispose()|};")]
    [InlineData("Lease _a; public Lease A { get { return _a; } }", "{|BUF2005:A.Dispose()|};")]
    [InlineData("Lease _a; Lease A => this._a;", "var a = A; {|BUF2005:a.Dispose()|};")]
    [InlineData("Lease _a; Lease Get() => _a;", "{|BUF2005:Get().Dispose()|};")]
    [InlineData("Lease _a; Lease Get() { var a = _a; return a; }", "var a = Get(); {|BUF2005:a.Dispose()|};")]
    [InlineData("Lease _a; Lease A => Get(); Lease Get() => _a;", "{|BUF2005:A.Dispose()|};")]
    [InlineData("Lease _a; ref readonly Lease A => ref _a;", "{|BUF2005:A.Dispose()|};")]
    [InlineData("Lease _a; public Lease A { get => _a; set => _a = value; }", "{|BUF2005:A.Dispose()|};")]
    [InlineData("public Lease A { get; set; } = new Lease(4);", "{|BUF2005:A.Dispose()|};")]
    [InlineData("Lease _a;", "Free(_a); static void Free(Lease a) => {|BUF2005:a.Dispose()|};")]
    [InlineData("Lease _a;", "Free(in _a); static void Free(in Lease a) => {|BUF2005:a.Dispose()|};")]
    [InlineData("Lease _a; static void Free(Lease a) => a.Dispose();", "{|BUF2005:Free(_a)|};")]
    [InlineData("Lease _a; static void Free(in Lease a) => a.Dispose();", "{|BUF2005:Free(in _a)|};")]
    [InlineData("Lease _a; void Free(Lease a) => {|BUF2005:a.Dispose()|};", "Free(_a);")]
    [InlineData("Lease _a;", "IDisposable d = _a; if (d != null) {|BUF2005:d.Dispose()|};")]
    public Task Handed(string field, string dispose) => VerifyAsync(field, dispose);

    [Theory]
    [InlineData("Lease _a;", "_a.Dispose();")]
    [InlineData("Lease _a; ref Lease A => ref _a;", "A.Dispose();")]
    [InlineData("Lease _a; ref Lease Get() => ref _a;", "Get().Dispose();")]
    [InlineData("Lease _a;", "ref var a = ref _a; a.Dispose();")]
    [InlineData("Lease _a;", "ref readonly var a = ref _a; _a.Dispose();")]
    [InlineData("Lease _a; Lease A => _a;", "A.Dispose(); _a = default;")]
    [InlineData("Lease _a; Lease A => _a;", "var a = A; _a = default; a.Dispose();")]
    [InlineData("Lease _a; Lease A => _a;", "var a = A; _a = new Lease(); a.Dispose();")]
    [InlineData("Lease _a; Lease A => _a;", "var a = A; a.Dispose(); _a = a;")]
    [InlineData("Lease _a; Lease A => new Lease(4);", "A.Dispose(); _a.Dispose();")]
    [InlineData("public Lease A { get; set; } = new Lease(4);", "A.Dispose(); A = default;")]
    [InlineData("Lease _a; public Lease A { get => _a; set => _a = value; }", "A.Dispose(); A = default;")]
    [InlineData("Lease _a; bool _gone; Lease A => _a;", "if (_gone) return; _gone = true; A.Dispose();")]
    [InlineData("Lease _a; Lease A => _a;", "_ = A.Span;")]
    [InlineData("Lease _a;", "Free(ref _a); static void Free(ref Lease a) => a.Dispose();")]
    [InlineData("Lease _a; static void Free(ref Lease a) => a.Dispose();", "Free(ref _a);")]
    [InlineData("Lease _a; static void Free(Lease a) => a.Dispose();", "Free(_a); _a = default;")]
    [InlineData("Lease _a; static Lease Free(Lease a) { a.Dispose(); return a; }", "_a = Free(_a);")]
    [InlineData("Lease _a; static Lease Free(Lease a) { a.Dispose(); return default; }", "_a = Free(_a);")]
    [InlineData("Lease _a;", "_a.KillInPlace();")]
    [InlineData("Lease _a;", "Others.KillInPlace(ref _a);")]
    [InlineData("Lease _a;", "Others.Take(ref _a).Dispose();")]
    [InlineData("Lease _a; Action _later;", "_later = () => A.Dispose(); } Lease A => _a; void None() {")]
    public Task HandedAndCleared(string field, string dispose) => VerifyAsync(field, dispose);

    [Theory]
    [InlineData("Lease? _a;", "_a?{|BUF2005:.Dispose()|};")]
    [InlineData("Lease? _a;", "if (_a.HasValue) {|BUF2005:_a.Value.Dispose()|};")]
    [InlineData("Lease? _a;", "if (_a != null) {|BUF2005:_a.Value.Dispose()|};")]
    [InlineData("Lease? _a;", "if (_a is { } a) {|BUF2005:a.Dispose()|};")]
    [InlineData("Lease? _a;", "if (_a is Lease a) {|BUF2005:a.Dispose()|};")]
    [InlineData("Lease? _a;", "if (_a is not { } a) return; {|BUF2005:a.Dispose()|};")]
    [InlineData("Lease? _a;", "{|BUF2005:_a.GetValueOrDefault().Dispose()|};")]
    [InlineData("Lease? _a;", "var a = _a; a?{|BUF2005:.Dispose()|};")]
    [InlineData("Lease? _a; Lease? A => _a;", "A?{|BUF2005:.Dispose()|};")]
    public Task Nullable(string field, string dispose) => VerifyAsync(field, dispose);

    [Theory]
    [InlineData("Lease? _a;", "_a?.Dispose(); _a = null;")]
    [InlineData("Lease? _a;", "if (_a is { } a) { _a = null; a.Dispose(); }")]
    [InlineData("Lease? _a;", "if (_a.HasValue) { _a.Value.Dispose(); _a = default; }")]
    [InlineData("Lease? _a;", "var a = _a; _a = null; a?.Dispose();")]
    [InlineData("Lease? _a;", "_a?.Dispose(); _a = new Lease(4);")]
    [InlineData("Lease? _a; bool _gone;", "if (!_gone) { _a?.Dispose(); _gone = true; }")]
    [InlineData("Lease? _a;", "_ = _a?.Span.Length;")]
    public Task NullableAndCleared(string field, string dispose) => VerifyAsync(field, dispose);

    [Theory]
    [InlineData("Lease _a;", "using ({|BUF2005:_a|}) { }")]
    [InlineData("Lease _a;", "using var {|BUF2005:a = _a|}; a.Span.Clear();")]
    [InlineData("Lease _a;", "using (var {|BUF2005:a = _a|}) { }")]
    [InlineData("Lease _a; Lease A => _a;", "using ({|BUF2005:A|}) { }")]
    [InlineData("Lease _a;", "IDisposable d = _a; {|BUF2005:d.Dispose()|};")]
    [InlineData("Lease _a;", "{|BUF2005:((IDisposable)_a).Dispose()|};")]
    [InlineData("Lease _a;", "(_a as IDisposable)?{|BUF2005:.Dispose()|};")]
    [InlineData("Explicit _a;", "{|BUF2005:((IDisposable)_a).Dispose()|};")]
    [InlineData("Explicit _a;", "using ({|BUF2005:_a|}) { }")]
    [InlineData("Lease _a;", "using var a = _a; _a = default;")]
    [InlineData("Lease _a;", "using (_a) { _a = default; }")]
    [InlineData("Lease _a;", "using (var a = new Lease(3)) { } _a.Dispose();")]
    [InlineData("Lease _a;", "IDisposable d = _a; _a = default; d.Dispose();")]
    [InlineData("Lease _a;", "IDisposable d = new Lease(3); d.Dispose(); _a.Dispose();")]
    public Task UsedUpOrBoxed(string field, string dispose) => VerifyAsync(field, dispose);

    [Theory]
    [InlineData("(Lease, int) _t;", "_t.Item1.Dispose();")]
    [InlineData("(Lease Lease, int Count) _t;", "_t.Lease.Dispose(); _t.Count = 0;")]
    [InlineData("Wrap _w;", "_w.Inner.Dispose();")]
    [InlineData("Wrap _w;", "_w.Dispose();")]
    [InlineData("readonly (Lease Lease, int Count) _t;", "{|BUF2005:_t.Lease.Dispose()|};")]
    [InlineData("(Lease Lease, int Count) _t;", "var t = _t; {|BUF2005:t.Lease.Dispose()|};")]
    [InlineData("(Lease Lease, int Count) _t;", "var t = _t; _t = default; t.Lease.Dispose();")]
    [InlineData("readonly Wrap _w;", "{|BUF2005:_w.Inner.Dispose()|};")]
    [InlineData("readonly Wrap _w;", "{|BUF2005:_w.Dispose()|};")]
    [InlineData("Wrap _w;", "var w = _w; {|BUF2005:w.Inner.Dispose()|};")]
    [InlineData("Wrap _w;", "var inner = _w.Inner; {|BUF2005:inner.Dispose()|};")]
    [InlineData("Wrap _w;", "var inner = _w.Inner; _w.Inner = default; inner.Dispose();")]
    [InlineData("Wrap W { get; set; }", "{|BUF2005:W.Inner.Dispose()|};")]
    [InlineData("Wrap _w; Wrap W => _w;", "{|BUF2005:W.Inner.Dispose()|};")]
    public Task WithinOthers(string field, string dispose) => VerifyAsync(field, dispose);

    [Theory]
    [InlineData("Handed _a; Handed A => _a;", "A.Dispose();")]
    [InlineData("Handed? _a;", "_a?.Dispose();")]
    [InlineData("Counted _a; Counted A => _a;", "A.Dispose();")]
    [InlineData("Owning _a; Owning A => _a;", "A.Dispose();")]
    [InlineData("Borrowed? _a;", "_a?.Dispose();")]
    [InlineData("List<byte>.Enumerator _e;", "_e.Dispose();")]
    [InlineData("Reference _a; Reference A => _a;", "A.Dispose();")]
    [InlineData("MemoryHandle _a; MemoryHandle A => _a;", "A.Dispose();")]
    public Task NothingToLose(string field, string dispose) => VerifyAsync(field, dispose);

    [Fact]
    public Task ReadonlyMemberOfAStruct() => Verify.VerifyAnalyzerAsync(Types($$"""
        {{Leases}}
        public struct Outer : IDisposable
        {
            private Lease _a;
            public Outer(int n) { _a = new Lease(n); }
            public readonly void Dispose() => {|BUF2005:_a.Dispose()|};
        }
        public struct Right : IDisposable
        {
            private Lease _a;
            public Right(int n) { _a = new Lease(n); }
            public void Dispose() => _a.Dispose();
        }
        """));

    [Fact]
    public Task ValueThatCannotBeCleared() => Verify.VerifyAnalyzerAsync(Types("""
        public readonly struct Fixed : IDisposable
        {
            private readonly byte[] _a;
            public Fixed(int n) { _a = ArrayPool<byte>.Shared.Rent(n); }
            public void Dispose() => ArrayPool<byte>.Shared.Return(_a);
        }
        public sealed class Wrong : IDisposable
        {
            private Fixed? _a = new Fixed(4);
            private Fixed _b = new(4);
            private Fixed B => _b;
            public void Dispose() { _a?{|BUF2005:.Dispose()|}; {|BUF2005:B.Dispose()|}; }
        }
        public sealed class Right : IDisposable
        {
            private Fixed? _a = new Fixed(4);
            private Fixed _b = new(4);
            private Fixed B => _b;
            public void Dispose() { _a?.Dispose(); _a = null; B.Dispose(); _b = default; }
        }
        """));

    [Fact]
    public Task Message() => Verify.VerifyAnalyzerAsync(Types($$"""
        {{Leases}}
        public sealed class Holder : IDisposable
        {
            private Lease? _a = new Lease(4);
            public void Dispose() => _a?{|#1:{|#0:.Dispose()|}|};
        }
        """), Verify.Diagnostic("BUF2005").WithLocation(0).WithLocation(1)
        .WithMessage("'_a?.Dispose()' leaves what it releases in '_a': (1) held in '_a', (2) returned at line 70 by 'Dispose', (3) returned again at line 70 when 'Dispose' is called again"));

    internal const string Leases = """
        public struct Lease : IDisposable
        {
            private byte[] _a;
            public Lease(int n) { _a = ArrayPool<byte>.Shared.Rent(n); }
            public Span<byte> Span => _a;
            public void Dispose() { var a = _a; _a = null; if (a != null) ArrayPool<byte>.Shared.Return(a); }
        }
        public struct Explicit : IDisposable
        {
            private byte[] _a;
            void IDisposable.Dispose() { var a = _a; _a = null; if (a != null) ArrayPool<byte>.Shared.Return(a); }
        }
        public struct Wrap : IDisposable
        {
            public Lease Inner;
            public void Dispose() => Inner.Dispose();
        }
        public sealed class Rented : IDisposable
        {
            private byte[] _a = ArrayPool<byte>.Shared.Rent(4);
            public void Dispose() { var a = _a; _a = null; if (a != null) ArrayPool<byte>.Shared.Return(a); }
        }
        public struct Handed : IDisposable
        {
            private Rented _a;
            public void Dispose() => _a.Dispose();
        }
        public struct Counted : IDisposable
        {
            private int _count;
            public void Dispose() => _count--;
        }
        public struct Owning : IDisposable
        {
            private IMemoryOwner<byte> _a;
            public void Dispose() => _a?.Dispose();
        }
        public struct Borrowed : IDisposable
        {
            private byte[] _a;
            public Borrowed(byte[] a) => _a = a;
            public void Dispose() => _a = null;
        }
        public record struct Reference(Rented Of) : IDisposable
        {
            public void Dispose() => Of.Dispose();
        }
        public static class Others
        {
            public static void Kill(this Lease a) => a.Dispose();
            public static void KillInPlace(this ref Lease a) => a.Dispose();
            public static Lease Take(ref Lease a) { var taken = a; a = default; return taken; }
        }
        """;

    private static string Holder(string field, string dispose) => Types($$"""
        {{Leases}}
        public sealed class Holder : IDisposable
        {
            {{field}}
            public void Dispose() { {{dispose}} }
        }
        """);

    private static Task VerifyAsync(string field, string dispose) => Verify.VerifyAnalyzerAsync(Holder(field, dispose));
}
