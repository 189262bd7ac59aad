// BUF6004: questions, growth and pins that must stay silent.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF6004.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF6004;

public class Silent
{
    [Fact]
    public Task BufferVisible() => Verify.VerifyAnalyzerAsync(Members("""
        byte[] M(byte[] a)
        {
            var ms = new MemoryStream(a, 0, 4, true, true);
            return ms.GetBuffer();
        }
        """));

    [Fact]
    public Task BufferExpandable() => Verify.VerifyAnalyzerAsync(Members("""
        byte[] M(int n)
        {
            var ms = new MemoryStream(n);
            ms.WriteByte(1);
            return ms.GetBuffer();
        }
        """));

    [Fact]
    public Task BufferCaught() => Verify.VerifyAnalyzerAsync(Members("""
        byte[] M(byte[] a)
        {
            var ms = new MemoryStream(a);
            try
            {
                return ms.GetBuffer();
            }
            catch (UnauthorizedAccessException)
            {
                return a;
            }
        }
        """));

    [Fact]
    public Task BufferOfEither() => Verify.VerifyAnalyzerAsync(Members("""
        byte[] M(byte[] a, bool f)
        {
            MemoryStream ms = f ? new MemoryStream(a) : new MemoryStream();
            return ms.GetBuffer();
        }
        """));

    [Fact]
    public Task LengthFits() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var ms = new MemoryStream(new byte[8]);
            ms.SetLength(8);
        }
        """));

    [Fact]
    public Task CapacitySame() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var ms = new MemoryStream(new byte[8]);
            ms.Capacity = 8;
        }
        """));

    [Fact]
    public Task WriteFits() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var ms = new MemoryStream(new byte[8]);
            ms.Write(new byte[8], 0, 8);
        }
        """));

    [Fact]
    public Task GrowthOfExpandable() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var ms = new MemoryStream(8);
            ms.SetLength(9);
            ms.Write(new byte[16], 0, 16);
        }
        """));

    [Fact]
    public Task GrowthCaught() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var ms = new MemoryStream(new byte[8]);
            try
            {
                ms.SetLength(9);
            }
            catch (NotSupportedException)
            {
            }
        }
        """));

    [Fact]
    public Task PinBytes() => Verify.VerifyAnalyzerAsync(Members("""
        void M(byte[] a)
        {
            var h = GCHandle.Alloc(a, GCHandleType.Pinned);
            h.Free();
        }
        """));

    [Fact]
    public Task PinText() => Verify.VerifyAnalyzerAsync(Members("""
        void M(string a)
        {
            var h = GCHandle.Alloc(a, GCHandleType.Pinned);
            h.Free();
        }
        """));

    [Fact]
    public Task PinNormal() => Verify.VerifyAnalyzerAsync(Members("""
        void M(string[] a)
        {
            var h = GCHandle.Alloc(a);
            h.Free();
        }
        """));

    [Fact]
    public Task PinObject() => Verify.VerifyAnalyzerAsync(Members("""
        void M(object a)
        {
            var h = GCHandle.Alloc(a, GCHandleType.Pinned);
            h.Free();
        }
        """));

    [Fact]
    public Task PinMemoryBytes() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Memory<byte> m)
        {
            using var h = m.Pin();
        }
        """));

    [Fact]
    public Task AskedBuffer() => Verify.VerifyAnalyzerAsync(Members("""
        int M(MemoryStream ms) => ms.TryGetBuffer(out var s) ? s.Count : 0;
        """));

    [Fact]
    public Task IgnoredBufferOfOwn() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            var ms = new MemoryStream();
            ms.TryGetBuffer(out var s);
            return s.Count;
        }
        """));

    [Fact]
    public Task IgnoredBufferUnused() => Verify.VerifyAnalyzerAsync(Members("""
        void M(MemoryStream ms)
        {
            ms.TryGetBuffer(out var s);
        }
        """));

    [Fact]
    public Task AskedArray() => Verify.VerifyAnalyzerAsync(Members("""
        byte M(ReadOnlyMemory<byte> m)
        {
            if (!MemoryMarshal.TryGetArray(m, out var s))
                return 0;
            return s.Array[0];
        }
        """));
}
