// Leases in the fields of another object, which this one made for itself.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2005;

public class ObjectsInFields
{
    private const string Field = "private readonly State _state = new State();";

    [Theory]
    [InlineData(Field, "public void Dispose() => {|BUF2005:ArrayPool<byte>.Shared.Return(_state.Buffer)|};")]
    [InlineData(Field, "public void Dispose() => {|BUF2005:ArrayPool<byte>.Shared.Return(this._state.Buffer)|};")]
    [InlineData(Field, "public void Dispose() { if (_state.Buffer != null) {|BUF2005:ArrayPool<byte>.Shared.Return(_state.Buffer)|}; _state.Count = 0; }")]
    [InlineData("private readonly State _state = new();", "public void Dispose() => {|BUF2005:Marshal.FreeHGlobal(_state.Address)|};")]
    [InlineData("private State _state; public User() { _state = new State(); }", "public void Dispose() { if (_state != null) {|BUF2005:ArrayPool<byte>.Shared.Return(_state.Buffer)|}; }")]
    [InlineData(Field, "public void Reset() { {|BUF2005:ArrayPool<byte>.Shared.Return(_state.Buffer)|}; } public void Write(byte b) => _state.Buffer[0] = b; public void Dispose() { }")]
    [InlineData(Field, "public void Reset() { {|BUF2005:ArrayPool<byte>.Shared.Return(_state.Buffer)|}; } public void Write() => _state.Fill(); public void Dispose() { }")]
    public Task Reported(string field, string members) => VerifyAsync(field, members);

    [Theory]
    [InlineData(Field, "public void Dispose() { if (_state.Buffer == null) return; ArrayPool<byte>.Shared.Return(_state.Buffer); _state.Buffer = null; }")]
    [InlineData(Field, "public void Dispose() { if (_state.Buffer == null) return; ArrayPool<byte>.Shared.Return(_state.Buffer); _state.Forget(); }")]
    [InlineData(Field, "public void Dispose() { if (_state.Buffer == null) return; ArrayPool<byte>.Shared.Return(_state.Buffer); Forget(_state); } static void Forget(State s) => s.Buffer = null;")]
    [InlineData(Field, "public void Dispose() { if (_state.Buffer == null) return; ArrayPool<byte>.Shared.Return(_state.Buffer); _state.Drop(); }")]
    [InlineData(Field, "public void Dispose() { var s = _state; if (s.Buffer == null) return; ArrayPool<byte>.Shared.Return(_state.Buffer); s.Buffer = null; }")]
    [InlineData(Field, "public void Dispose() { if (_state.Gone) return; _state.Gone = true; ArrayPool<byte>.Shared.Return(_state.Buffer); }")]
    [InlineData(Field, "public void Dispose() { if (_state.Buffer is { } b) { _state.Buffer = null; ArrayPool<byte>.Shared.Return(b); } }")]
    [InlineData(Field, "public void Dispose() { var b = Interlocked.Exchange(ref _state.Buffer, null); if (b != null) ArrayPool<byte>.Shared.Return(b); }")]
    [InlineData(Field, "public State State => _state; public void Dispose() { if (_state.Buffer != null) ArrayPool<byte>.Shared.Return(_state.Buffer); }")]
    [InlineData("private State _state = new State();", "public void Dispose() { if (_state == null) return; ArrayPool<byte>.Shared.Return(_state.Buffer); _state = null; }")]
    [InlineData("private State _state = new State();", "public void Dispose() { ArrayPool<byte>.Shared.Return(_state.Buffer); _state = new State(); }")]
    [InlineData("private readonly State _state; public User(State s) { _state = s; }", "public void Dispose() { if (_state.Buffer != null) ArrayPool<byte>.Shared.Return(_state.Buffer); }")]
    [InlineData("private readonly State _state = State.Shared;", "public void Dispose() { if (_state.Buffer != null) ArrayPool<byte>.Shared.Return(_state.Buffer); }")]
    [InlineData("private readonly State _state = new Derived();", "public void Dispose() { if (_state.Buffer == null) return; ArrayPool<byte>.Shared.Return(_state.Buffer); _state.Late(); }")]
    [InlineData("private readonly Stack<State> _all = new();", "public void Dispose() { foreach (var s in _all) ArrayPool<byte>.Shared.Return(s.Buffer); }")]
    public Task Silent(string field, string members) => VerifyAsync(field, members);

    private static Task VerifyAsync(string field, string members) => Verify.VerifyAnalyzerAsync(Types($$"""
        public class State
        {
            public byte[] Buffer = ArrayPool<byte>.Shared.Rent(16);
            public IntPtr Address = Marshal.AllocHGlobal(4);
            public int Count;
            public bool Gone;
            public static readonly State Shared = new();
            public void Forget() => Buffer = null;
            public void Fill() => Buffer[0] = 1;
            public virtual void Late() { }
        }
        public sealed class Derived : State { public override void Late() => Buffer = null; }
        public static class Extensions { public static void Drop(this State s) => s.Buffer = null; }
        public sealed class User : IDisposable
        {
            {{field}}
            {{members}}
        }
        """));
}
