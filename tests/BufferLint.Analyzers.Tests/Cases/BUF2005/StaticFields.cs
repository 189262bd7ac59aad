// Leases that a type has for all its objects, and public static members that outsiders call.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2005;

public class StaticFields
{
    [Theory]
    [InlineData("public static void Reset() => {|BUF2005:ArrayPool<byte>.Shared.Return(s_b)|};")]
    [InlineData("public static void Shutdown() { if (s_b != null) {|BUF2005:ArrayPool<byte>.Shared.Return(s_b)|}; }")]
    [InlineData("public static void Reset() => Free(); private static void Free() => {|BUF2005:ArrayPool<byte>.Shared.Return(Page)|}; private static byte[] Page => s_b;")]
    [InlineData("public static void Trim() { {|BUF2005:ArrayPool<byte>.Shared.Return(s_b)|}; s_n = 0; } public static void Write(byte b) => s_b[s_n++] = b;")]
    [InlineData("public static void Shutdown() { {|BUF2005:ArrayPool<byte>.Shared.Return(s_b)|}; } public static void Grow() { ArrayPool<byte>.Shared.Return(s_b); s_b = ArrayPool<byte>.Shared.Rent(32); }")]
    [InlineData("public static void Reset() { {|BUF2005:Marshal.FreeHGlobal(s_p)|}; }")]
    public Task Reported(string members) => VerifyAsync(members);

    [Theory]
    [InlineData("public static void Shutdown() => ArrayPool<byte>.Shared.Return(s_b);")]
    [InlineData("public static void Shutdown() => ArrayPool<byte>.Shared.Return(s_b); public static void Write(byte b) => s_b[0] = b;")]
    [InlineData("public static void Reset() { if (s_b == null) return; ArrayPool<byte>.Shared.Return(s_b); s_b = null; }")]
    [InlineData("public static void Reset() { if (s_b == null) return; ArrayPool<byte>.Shared.Return(s_b); Forget(); } private static void Forget() => s_b = null;")]
    [InlineData("public static void Reset() { if (s_b == null) return; ArrayPool<byte>.Shared.Return(s_b); Page = null; } private static byte[] Page { set => s_b = value; }")]
    [InlineData("public static void Reset() { if (s_gone) return; s_gone = true; ArrayPool<byte>.Shared.Return(s_b); }")]
    [InlineData("public static void Reset() { if (Gone) return; Gone = true; ArrayPool<byte>.Shared.Return(s_b); } private static bool Gone { get; set; }")]
    [InlineData("public static void Reset() { if (Other.Gone) return; Other.Gone = true; ArrayPool<byte>.Shared.Return(s_b); }")]
    [InlineData("public static void Reset() { if (Interlocked.Exchange(ref s_n, 1) == 1) return; ArrayPool<byte>.Shared.Return(s_b); }")]
    [InlineData("public static void Reset() { var b = Interlocked.Exchange(ref s_b, null); if (b != null) ArrayPool<byte>.Shared.Return(b); }")]
    [InlineData("public static void Reset() { var old = s_b; s_b = ArrayPool<byte>.Shared.Rent(16); ArrayPool<byte>.Shared.Return(old); }")]
    [InlineData("internal static void Reset() => ArrayPool<byte>.Shared.Return(s_b);")]
    [InlineData("private static void Reset() => ArrayPool<byte>.Shared.Return(s_b); public static void Hook() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Reset();")]
    [InlineData("public static void OnExit(object o, EventArgs e) => ArrayPool<byte>.Shared.Return(s_b); public static void Hook() => AppDomain.CurrentDomain.ProcessExit += OnExit;")]
    [InlineData("public static void Reset() => ArrayPool<byte>.Shared.Return(s_b); public static void Hook(List<Action> atEnd) => atEnd.Add(Reset);")]
    [InlineData("public static void Reset() => ArrayPool<byte>.Shared.Return(t_b);")]
    [InlineData("public static void Reset() { Locked(() => { if (s_b == null) return; ArrayPool<byte>.Shared.Return(s_b); s_b = null; }); } private static void Locked(Action act) => act();")]
    public Task Silent(string members) => VerifyAsync(members);

    [Fact]
    public Task InternalType() => Verify.VerifyAnalyzerAsync(Types("""
        internal static class Scratch
        {
            private static byte[] s_b = ArrayPool<byte>.Shared.Rent(16);
            public static void Reset() => ArrayPool<byte>.Shared.Return(s_b);
        }
        """));

    private static Task VerifyAsync(string members) => Verify.VerifyAnalyzerAsync(Types($$"""
        public static class Other { public static bool Gone; }
        public static class Scratch
        {
            private static byte[] s_b = ArrayPool<byte>.Shared.Rent(16);
            [ThreadStatic] private static byte[] t_b;
            private static IntPtr s_p = Marshal.AllocHGlobal(4);
            private static bool s_gone;
            private static int s_n;
            {{members}}
        }
        """));
}
