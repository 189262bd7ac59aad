// Arrays and collections of structs that clear themselves when they are disposed: what a loop has is a copy, an element of an array is not.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2005;

public class StructCollections
{
    [Theory]
    [InlineData("Lease[] _all;", "foreach (var a in _all) {|BUF2005:a.Dispose()|};")]
    [InlineData("Lease[] _all;", "foreach (var a in _all) { {|BUF2005:a.Dispose()|}; }")]
    [InlineData("List<Lease> _all;", "foreach (var a in _all) {|BUF2005:a.Dispose()|};")]
    [InlineData("List<Lease> _all;", "foreach (Lease a in _all) if (a.Span.Length > 0) {|BUF2005:a.Dispose()|};")]
    [InlineData("List<Lease> _all;", "for (var i = 0; i < _all.Count; i++) {|BUF2005:_all[i].Dispose()|};")]
    [InlineData("List<Lease> _all;", "for (var i = 0; i < _all.Count; i++) { var a = _all[i]; {|BUF2005:a.Dispose()|}; }")]
    [InlineData("Lease[] _all;", "for (var i = 0; i < _all.Length; i++) { var a = _all[i]; {|BUF2005:a.Dispose()|}; }")]
    [InlineData("Lease[] _all;", "for (var i = 0; i < _all.Length; i++) using (var {|BUF2005:a = _all[i]|}) { }")]
    [InlineData("Lease[] _all;", "for (var i = 0; i < _all.Length; i++) {|BUF2005:((IDisposable)_all[i]).Dispose()|};")]
    [InlineData("Lease?[] _all;", "foreach (var a in _all) a?{|BUF2005:.Dispose()|};")]
    [InlineData("Lease?[] _all;", "for (var i = 0; i < _all.Length; i++) _all[i]?{|BUF2005:.Dispose()|};")]
    [InlineData("Dictionary<int, Lease> _all;", "foreach (var a in _all.Values) {|BUF2005:a.Dispose()|};")]
    [InlineData("Dictionary<int, Lease> _all;", "foreach (var pair in _all) {|BUF2005:pair.Value.Dispose()|};")]
    [InlineData("Stack<Lease> _all;", "foreach (var a in _all) {|BUF2005:a.Dispose()|};")]
    [InlineData("List<Lease> _all;", "foreach (var a in _all) Free(a); static void Free(Lease a) => {|BUF2005:a.Dispose()|};")]
    [InlineData("Wrap[] _all;", "foreach (var a in _all) {|BUF2005:a.Inner.Dispose()|};")]
    public Task Reported(string field, string dispose) => VerifyAsync(field, dispose);

    [Theory]
    [InlineData("Lease[] _all;", "for (var i = 0; i < _all.Length; i++) _all[i].Dispose();")]
    [InlineData("Lease[] _all;", "for (var i = _all.Length - 1; i >= 0; i--) { _all[i].Dispose(); }")]
    [InlineData("Lease[] _all;", "for (var i = 0; i < _all.Length; i++) { ref var a = ref _all[i]; a.Dispose(); }")]
    [InlineData("Lease[] _all;", "for (var i = 0; i < _all.Length; i++) { var a = _all[i]; _all[i] = default; a.Dispose(); }")]
    [InlineData("Lease[] _all;", "for (var i = 0; i < _all.Length; i++) { var a = _all[i]; a.Dispose(); _all[i] = a; }")]
    [InlineData("Lease[] _all;", "for (var i = 0; i < _all.Length; i++) Free(ref _all[i]); static void Free(ref Lease a) => a.Dispose();")]
    [InlineData("Lease[] _all;", "for (var i = 0; i < _all.Length; i++) _all[i].KillInPlace();")]
    [InlineData("Lease[] _all;", "foreach (ref var a in _all.AsSpan()) a.Dispose();")]
    [InlineData("List<Lease> _all;", "foreach (ref var a in CollectionsMarshal.AsSpan(_all)) a.Dispose();")]
    [InlineData("List<Lease> _all;", "foreach (var a in _all) a.Dispose(); _all.Clear();")]
    [InlineData("List<Lease> _all;", "foreach (var a in _all) a.Dispose(); _all = null;")]
    [InlineData("List<Lease> _all;", "var all = _all; _all = new(); foreach (var a in all) a.Dispose();")]
    [InlineData("Lease[] _all;", "foreach (var a in _all) a.Dispose(); Array.Clear(_all);")]
    [InlineData("Lease[] _all;", "foreach (var a in _all) a.Dispose(); _all = Array.Empty<Lease>();")]
    [InlineData("Lease?[] _all;", "for (var i = 0; i < _all.Length; i++) { _all[i]?.Dispose(); _all[i] = null; }")]
    [InlineData("Stack<Lease> _all;", "while (_all.TryPop(out var a)) a.Dispose();")]
    [InlineData("Queue<Lease> _all;", "while (_all.Count > 0) { var a = _all.Dequeue(); a.Dispose(); }")]
    [InlineData("Dictionary<int, Lease> _all;", "foreach (var pair in _all) pair.Value.Dispose(); _all.Clear();")]
    [InlineData("List<Lease> _all; bool _gone;", "if (_gone) return; _gone = true; foreach (var a in _all) a.Dispose();")]
    [InlineData("List<Lease> _all;", "foreach (var a in _all) a.Span.Clear();")]
    [InlineData("List<Handed> _all;", "foreach (var a in _all) a.Dispose();")]
    [InlineData("List<Counted> _all;", "foreach (var a in _all) a.Dispose();")]
    [InlineData("List<Owning> _all;", "foreach (var a in _all) a.Dispose();")]
    [InlineData("Borrowed[] _all;", "foreach (var a in _all) a.Dispose();")]
    [InlineData("List<Rented> _all;", "foreach (var a in _all) a.Dispose();")]
    [InlineData("Lease[] _all; int _at;", "_all[_at].Dispose(); _at++;")]
    [InlineData("List<Lease> _all; int _at;", "var a = _all[_at]; a.Dispose(); _at++;")]
    [InlineData("Wrap[] _all;", "for (var i = 0; i < _all.Length; i++) _all[i].Inner.Dispose();")]
    [InlineData("Wrap[] _all;", "for (var i = 0; i < _all.Length; i++) _all[i].Dispose();")]
    public Task Silent(string field, string dispose) => VerifyAsync(field, dispose);

    private static Task VerifyAsync(string field, string dispose) => Verify.VerifyAnalyzerAsync(Types($$"""
        {{StructCopies.Leases}}
        public sealed class Many : IDisposable
        {
            private {{field}}
            public void Dispose() { {{dispose}} }
        }
        """));
}
