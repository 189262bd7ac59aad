// Local functions and lambdas: run where they are called; what is handed out may run at any time.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2005;

public class NestedFunctions
{
    [Theory]
    [InlineData("public void Dispose() { Free(); void Free() => {|BUF2005:ArrayPool<byte>.Shared.Return(_b)|}; }")]
    [InlineData("public void Dispose() { Free(_b); static void Free(byte[] b) => {|BUF2005:ArrayPool<byte>.Shared.Return(b)|}; }")]
    [InlineData("public void Dispose() { Outer(); void Outer() { Inner(); void Inner() => {|BUF2005:ArrayPool<byte>.Shared.Return(_b)|}; } }")]
    [InlineData("public void Dispose() { Action free = () => {|BUF2005:ArrayPool<byte>.Shared.Return(_b)|}; free(); }")]
    [InlineData("public void Dispose() { Action free = Free; free(); void Free() => {|BUF2005:ArrayPool<byte>.Shared.Return(_b)|}; }")]
    [InlineData("public void Dispose() { if (Has()) {|BUF2005:ArrayPool<byte>.Shared.Return(_b)|}; bool Has() => _b != null; }")]
    [InlineData("public void Dispose() { var b = Taken(); {|BUF2005:ArrayPool<byte>.Shared.Return(b)|}; byte[] Taken() => _b; }")]
    [InlineData("public void Dispose() { try { Free(); } finally { Other(); } void Free() => {|BUF2005:ArrayPool<byte>.Shared.Return(_b)|}; void Other() { _n++; } }")]
    [InlineData("public void Dispose() { Action<byte[]> free = b => {|BUF2005:ArrayPool<byte>.Shared.Return(b)|}; free(_b); }")]
    public Task Reported(string dispose) => VerifyAsync(dispose);

    [Theory]
    [InlineData("public void Dispose() { Free(); void Free() { ArrayPool<byte>.Shared.Return(_b); _b = null; } }")]
    [InlineData("public void Dispose() { if (_b == null) return; ArrayPool<byte>.Shared.Return(_b); Forget(); void Forget() => _b = null; }")]
    [InlineData("public void Dispose() { if (_b == null) return; ArrayPool<byte>.Shared.Return(_b); Forget(out _b); static void Forget(out byte[] b) => b = null; }")]
    [InlineData("public void Dispose() { if (Gone()) return; ArrayPool<byte>.Shared.Return(_b); bool Gone() { var gone = _gone; _gone = true; return gone; } }")]
    [InlineData("public void Dispose() { if (_gone) return; Free(); void Free() { _gone = true; ArrayPool<byte>.Shared.Return(_b); } }")]
    [InlineData("public void Dispose() { Action forget = () => _b = null; if (_b == null) return; ArrayPool<byte>.Shared.Return(_b); forget(); }")]
    [InlineData("public void Dispose() { if (_b == null) return; ArrayPool<byte>.Shared.Return(_b); Under(() => _b = null); }")]
    [InlineData("public void Dispose() { if (_b == null) return; ArrayPool<byte>.Shared.Return(_b); Under(() => { Forget(); }); } private void Forget() => _b = null;")]
    [InlineData("public void Dispose() { if (_b == null) return; ArrayPool<byte>.Shared.Return(_b); Under(Forget); } private void Forget() => _b = null;")]
    [InlineData("public void Dispose() { if (_gone) return; ArrayPool<byte>.Shared.Return(_b); Under(() => _gone = true); }")]
    [InlineData("public void Dispose() { if (_b == null) return; ArrayPool<byte>.Shared.Return(_b); Action forget = () => _b = null; forget += () => _n++; forget(); }")]
    [InlineData("public void Dispose() { if (_b == null) return; ArrayPool<byte>.Shared.Return(_b); Action forget = () => _b = null; Under(forget); }")]
    [InlineData("public void Dispose() { if (_b == null) return; ArrayPool<byte>.Shared.Return(_b); foreach (var n in Steps()) _n += n; IEnumerable<int> Steps() { _b = null; yield return 1; } }")]
    [InlineData("public void Dispose() { if (_b == null) return; ArrayPool<byte>.Shared.Return(_b); Down(3); void Down(int n) { if (n == 0) _b = null; else Down(n - 1); } }")]
    [InlineData("public void Dispose() { if (_b == null) return; ArrayPool<byte>.Shared.Return(_b); Action forget = () => _b = null; Do(); void Do() => forget(); }")]
    [InlineData("public void Dispose() { var b = Taken(); if (b != null) ArrayPool<byte>.Shared.Return(b); byte[] Taken() { var b = _b; _b = null; return b; } }")]
    [InlineData("public void Dispose() { Check(); _gone = true; ArrayPool<byte>.Shared.Return(_b); void Check() { if (_gone) throw new ObjectDisposedException(null); } }")]
    [InlineData("public void Dispose() { Never(); void Free() => ArrayPool<byte>.Shared.Return(_b); void Never() { } }")]
    public Task Silent(string dispose) => VerifyAsync(dispose);

    private static Task VerifyAsync(string dispose) => Verify.VerifyAnalyzerAsync(Types($$"""
        public sealed class Slot : IDisposable
        {
            private byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            private bool _gone;
            private int _n;
            {{dispose}}
            private static void Under(Action act) => act();
        }
        """));
}
