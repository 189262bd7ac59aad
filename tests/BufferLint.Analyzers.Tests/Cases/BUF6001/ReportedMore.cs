// BUF6001: calls that must be reported.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF6001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF6001;

public class ReportedMore
{
    [Fact]
    public Task StaticReadonly() => Verify.VerifyAnalyzerAsync(Members("""
        static readonly byte[] T = new byte[4];
        void M()
        {
            var x = new byte[8];
            {|BUF6001:x.CopyTo(T, 0)|};
        }
        """));

    [Fact]
    public Task Switch() => Verify.VerifyAnalyzerAsync(Members("""
        void M(byte[] b)
        {
            switch (b.Length)
            {
                case 2:
                    {|BUF6001:b.AsSpan(0, 3)|};
                    break;
            }
        }
        """));

    [Fact]
    public Task NPlusOne() => Verify.VerifyAnalyzerAsync(Members("""
        void M(int n)
        {
            Span<byte> s = new byte[n];
            {|BUF6001:s.Slice(0, n + 1)|};
        }
        """));

    [Fact]
    public Task LockOkAndCast() => Verify.VerifyAnalyzerAsync(Members("""
        void M(int n)
        {
            if (n == 0)
                return;
            var a = new byte[n * 2];
            var s = a.AsSpan(0, n * 2);
            s = a.AsSpan(n * 2 - 1);
            {|BUF6001:a.AsSpan(0, n * 2 + 1)|};
        }
        """));

    [Fact]
    public Task LeftoverRead() => Verify.VerifyAnalyzerAsync(Members("""
        void M(ReadOnlySpan<byte> s)
        {
            while (s.Length >= 4)
            {
                s = s.Slice(4);
            }

            {|BUF6001:BinaryPrimitives.ReadInt32LittleEndian(s)|};
        }
        """));

    [Fact]
    public Task Offsets() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            Span<byte> b = stackalloc byte[8];
            int o = 0;
            o += 4;
            BinaryPrimitives.WriteInt32LittleEndian(b[o..], 1);
            o += 4;
            {|BUF6001:BinaryPrimitives.WriteInt32LittleEndian(b[o..], 1)|};
        }
        """));

    [Fact]
    public Task EnumSize() => Verify.VerifyAnalyzerAsync(Members("""
        enum E : byte
        {
            A
        }

        void M()
        {
            Span<byte> b = stackalloc byte[sizeof(E)];
            b.Slice(0, 1);
            {|BUF6001:b.Slice(0, 2)|};
        }
        """));

    [Fact]
    public Task EarlyReturnElse() => Verify.VerifyAnalyzerAsync(Members("""
        void M(byte[] a)
        {
            if (a.Length != 16)
                throw new ArgumentException();
            var x = a.AsSpan(0, 16);
            var y = {|BUF6001:a.AsSpan(0, 17)|};
        }
        """));

    [Fact]
    public Task DoLoopWrong() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Stream st)
        {
            var a = new byte[8];
            int off = 4;
            {|BUF6001:st.Read(a, off, a.Length)|};
        }
        """));

    [Fact]
    public Task StringInterpolation() => Verify.VerifyAnalyzerAsync(Members("""
        void M(string s)
        {
            if (s.Length == 3)
            {
                var x = {|BUF6001:s.AsSpan(1, 3)|};
            }
        }
        """));

    [Fact]
    public Task UsingVar() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            using var ms = new MemoryStream(new byte[4], 2, 2);
            using var m2 = {|BUF6001:new MemoryStream(new byte[4], 2, 3)|};
        }
        """));

    [Fact]
    public Task InLambdaUse() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var a = new byte[4];
            Action f = () =>
            {
                {|BUF6001:a.AsSpan(0, 8)|}.Clear();
            };
            f();
        }
        """));

    [Fact]
    public Task LambdaOwn() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            Action f = () =>
            {
                var a = new byte[4];
                {|BUF6001:a.AsSpan(0, 8)|}.Clear();
            };
            f();
        }
        """));

    [Fact]
    public Task LocalFunctionOwn() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            F();
            static void F()
            {
                var a = new byte[4];
                {|BUF6001:a.AsSpan(0, 8)|}.Clear();
            }
        }
        """));

    [Fact]
    public Task CtorBody() => Verify.VerifyAnalyzerAsync(Members("""
        byte[] _b;
        public C()
        {
            var a = new byte[4];
            _b = a;
            {|BUF6001:a.AsSpan(5)|};
        }
        """));

    [Fact]
    public Task FieldInitialiser() => Verify.VerifyAnalyzerAsync(Members("""
        static readonly Memory<byte> M = {|BUF6001:new byte[4].AsMemory(5)|};
        """));

    [Fact]
    public Task ExpressionBody() => Verify.VerifyAnalyzerAsync(Members("""
        ReadOnlySpan<byte> M() => {|BUF6001:"ab"u8.Slice(3)|};
        """));

    [Fact]
    public Task SwitchExpr() => Verify.VerifyAnalyzerAsync(Members("""
        int M(ReadOnlySpan<byte> s) => s.Length switch
        {
            1 => s[0],
            2 => BinaryPrimitives.ReadInt16LittleEndian(s),
            3 => {|BUF6001:BinaryPrimitives.ReadInt32LittleEndian(s)|},
            _ => 0
        };
        """));

    [Fact]
    public Task Nuint() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var p = NativeMemory.Alloc(16);
            {|BUF6001:NativeMemory.Clear(p, 32)|};
            NativeMemory.Clear(p, 16);
            NativeMemory.Free(p);
        }
        """));

    [Fact]
    public Task PtrAdd() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            byte* p = stackalloc byte[16];
            var s = new Span<byte>(p + 8, 8);
            var t = {|BUF6001:new Span<byte>(p + 8, 9)|};
        }
        """));

    [Fact]
    public Task CharStringCtor() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var c = new char[4];
            var s = {|BUF6001:new string (c, 2, 3)|};
        }
        """));

    [Fact]
    public Task GetString() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var c = new byte[4];
            var s = {|BUF6001:Encoding.UTF8.GetString(c, 0, 5)|};
        }
        """));

    [Fact]
    public Task Async() => Verify.VerifyAnalyzerAsync(Members("""
        async Task M(Stream s)
        {
            var b = new byte[4];
            await {|BUF6001:s.ReadAsync(b, 0, 8)|};
        }
        """));

    [Fact]
    public Task Iterator() => Verify.VerifyAnalyzerAsync(Members("""
        IEnumerable<int> M()
        {
            var b = new byte[4];
            yield return b.AsMemory(2).Length;
            yield return {|BUF6001:b.AsMemory(5)|}.Length;
        }
        """));

    [Fact]
    public Task Uninitialized() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var b = GC.AllocateUninitializedArray<byte>(4);
            {|BUF6001:b.AsSpan(0, 5)|};
        }
        """));

    [Fact]
    public Task ConstStaticField() => Verify.VerifyAnalyzerAsync(Members("""
        const int Size = 16;
        void M()
        {
            var b = new byte[Size];
            {|BUF6001:BinaryPrimitives.WriteInt64LittleEndian(b.AsSpan(12), 1)|};
        }
        """));

    [Fact]
    public Task Hash() => Verify.VerifyAnalyzerAsync(Members("""
        void M(byte[] d)
        {
            Span<byte> h = stackalloc byte[16];
            {|BUF6001:SHA256.HashData(d, h)|};
        }
        """));
}
