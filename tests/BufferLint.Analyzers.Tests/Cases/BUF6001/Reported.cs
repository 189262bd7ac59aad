// BUF6001: calls that must be reported.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF6001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF6001;

public class Reported
{
    [Fact]
    public Task CopytoShort() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var src = new int[8];
            Span<int> dst = stackalloc int[4];
            {|BUF6001:src.AsSpan().CopyTo(dst)|};
        }
        """));

    [Fact]
    public Task SliceConst() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            Span<byte> s = new byte[10];
            var a = {|BUF6001:s.Slice(4, 8)|};
        }
        """));

    [Fact]
    public Task AsspanRange() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var s = new byte[10];
            var a = {|BUF6001:s.AsSpan(8, 4)|};
            var b = {|BUF6001:s.AsMemory(11)|};
        }
        """));

    [Fact]
    public Task Ranges() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            Span<byte> s = new byte[10];
            var a = {|BUF6001:s[4..11]|};
        }
        """));

    [Fact]
    public Task RangesHat() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            Span<byte> s = stackalloc byte[2];
            var a = {|BUF6001:s[^3..]|};
        }
        """));

    [Fact]
    public Task RangesArray() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var s = new byte[10];
            var a = {|BUF6001:s[..12]|};
        }
        """));

    [Fact]
    public Task NewSpanPtr() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            byte* p = stackalloc byte[8];
            var s = {|BUF6001:new Span<int>(p, 8)|};
        }
        """));

    [Fact]
    public Task NativeAlloc() => Verify.VerifyAnalyzerAsync(Members("""
        void M(int n)
        {
            int* p = (int*)NativeMemory.Alloc((nuint)n);
            var s = {|BUF6001:new Span<int>(p, n)|};
            NativeMemory.Free(p);
        }
        """));

    [Fact]
    public Task HglobalElements() => Verify.VerifyAnalyzerAsync(Members("""
        void M(int n)
        {
            IntPtr p = Marshal.AllocHGlobal(n);
            try
            {
                var s = {|BUF6001:new Span<int>((void*)p, n)|};
            }
            finally
            {
                Marshal.FreeHGlobal(p);
            }
        }
        """));

    [Fact]
    public Task CreatespanLocal() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            int x = 0;
            var s = {|BUF6001:MemoryMarshal.CreateSpan(ref x, 2)|};
        }
        """));

    [Fact]
    public Task Binprim() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            Span<byte> b = stackalloc byte[4];
            {|BUF6001:BinaryPrimitives.WriteInt64LittleEndian(b, 1)|};
            return {|BUF6001:BinaryPrimitives.ReadInt32BigEndian(b.Slice(2))|};
        }
        """));

    [Fact]
    public Task BlockcopyBytes() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var a = new int[10];
            var b = new byte[10];
            {|BUF6001:Buffer.BlockCopy(a, 0, b, 0, 40)|};
        }
        """));

    [Fact]
    public Task BlockcopySymbolic() => Verify.VerifyAnalyzerAsync(Members("""
        void M(int n)
        {
            var a = new byte[n];
            var b = new byte[n];
            {|BUF6001:Buffer.BlockCopy(a, 0, b, 0, n * 4)|};
        }
        """));

    [Fact]
    public Task Arraycopy() => Verify.VerifyAnalyzerAsync(Members("""
        void M(byte[] src)
        {
            var b = new byte[src.Length - 1];
            {|BUF6001:Array.Copy(src, b, src.Length)|};
        }
        """));

    [Fact]
    public Task Encoding() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            Span<byte> b = stackalloc byte[4];
            {|BUF6001:Encoding.UTF8.GetBytes("hello", b)|};
        }
        """));

    [Fact]
    public Task Stream() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Stream s)
        {
            var b = new byte[10];
            {|BUF6001:s.Read(b, 5, 10)|};
        }
        """));

    [Fact]
    public Task Memorystream() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var ms = new MemoryStream();
            var b = new byte[4];
            {|BUF6001:ms.Write(b, 0, 8)|};
        }
        """));

    [Fact]
    public Task GuardReported() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Span<byte> b)
        {
            if (b.Length < 4)
            {
                var s = {|BUF6001:b.Slice(0, 4)|};
            }
        }
        """));

    [Fact]
    public Task GuardThrow() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Span<byte> d, ReadOnlySpan<byte> s)
        {
            if (d.Length >= s.Length)
                throw new ArgumentException();
            {|BUF6001:s.CopyTo(d)|};
        }
        """));

    [Fact]
    public Task TryOtherCatch() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            Span<byte> s = new byte[10];
            try
            {
                {|BUF6001:s.Slice(11)|};
            }
            catch (IOException)
            {
            }
        }
        """));

    [Fact]
    public Task JoinBothShort() => Verify.VerifyAnalyzerAsync(Members("""
        void M(bool f)
        {
            Span<byte> s = f ? new byte[4] : new byte[5];
            {|BUF6001:s.Slice(0, 6)|};
        }
        """));

    [Fact]
    public Task ConstLocal() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            const int N = 4;
            var a = new byte[N];
            var b = new byte[N * 2];
            {|BUF6001:b.CopyTo(a, 0)|};
        }
        """));

    [Fact]
    public Task VarN() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            int n = 4;
            n++;
            var a = new byte[n];
            n = 2;
            a.AsSpan(0, 5);
            {|BUF6001:a.AsSpan(0, 6)|};
        }
        """));

    [Fact]
    public Task RentSource() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var a = ArrayPool<byte>.Shared.Rent(16);
            Span<byte> d = stackalloc byte[8];
            {|BUF6001:a.CopyTo(d)|};
            ArrayPool<byte>.Shared.Return(a);
        }
        """));

    [Fact]
    public Task U8() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Span<byte> x)
        {
            Span<byte> d = stackalloc byte[3];
            {|BUF6001:"hello"u8.CopyTo(d)|};
        }
        """));

    [Fact]
    public Task StringCopy() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            Span<char> d = stackalloc char[3];
            {|BUF6001:"hello".AsSpan().CopyTo(d)|};
            "abc".CopyTo(d);
        }
        """));

    [Fact]
    public Task Collection() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            Span<int> d = [1, 2];
            ReadOnlySpan<int> s = [1, 2, 3];
            {|BUF6001:s.CopyTo(d)|};
        }
        """));

    [Fact]
    public Task Segment() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var a = new byte[4];
            var s = {|BUF6001:new ArraySegment<byte>(a, 2, 3)|};
        }
        """));

    [Fact]
    public Task Negative() => Verify.VerifyAnalyzerAsync(Members("""
        void M(int n)
        {
            var a = new byte[4];
            {|BUF6001:a.AsSpan(-1)|};
        }
        """));

    [Fact]
    public Task MarshalCopy() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var a = new int[4];
            IntPtr p = Marshal.AllocHGlobal(8);
            {|BUF6001:Marshal.Copy(a, 0, p, 4)|};
            Marshal.FreeHGlobal(p);
        }
        """));

    [Fact]
    public Task UnsafeCopyblock() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            byte* a = stackalloc byte[4];
            byte* b = stackalloc byte[8];
            {|BUF6001:Unsafe.CopyBlock(a, b, 8)|};
        }
        """));

    [Fact]
    public Task UnsafeCopyblockRef() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var a = new byte[4];
            var b = new byte[8];
            {|BUF6001:Unsafe.CopyBlock(ref a[0], ref b[0], 8)|};
        }
        """));

    [Fact]
    public Task Memcopy() => Verify.VerifyAnalyzerAsync(Members("""
        void M(byte* src)
        {
            byte* d = stackalloc byte[4];
            {|BUF6001:Buffer.MemoryCopy(src, d, 8, 8)|};
        }
        """));

    [Fact]
    public Task Fixed() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var a = new byte[4];
            fixed (byte* p = a)
            {
                var s = {|BUF6001:new Span<byte>(p, 8)|};
            }
        }
        """));

    [Fact]
    public Task Bitconv() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            var b = new byte[4];
            return {|BUF6001:BitConverter.ToInt32(b, 1)|};
        }
        """));

    [Fact]
    public Task Memory() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            Memory<byte> m = new byte[4];
            var x = {|BUF6001:m.Slice(2).Slice(1, 2)|};
        }
        """));
}
