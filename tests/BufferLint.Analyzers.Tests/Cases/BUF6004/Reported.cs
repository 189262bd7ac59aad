// BUF6004: questions, growth and pins that must be reported.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF6004.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF6004;

public class Reported
{
    [Fact]
    public Task BufferOfArray() => Verify.VerifyAnalyzerAsync(Members("""
        byte[] M(byte[] a)
        {
            var ms = new MemoryStream(a);
            return {|BUF6004:ms.GetBuffer()|};
        }
        """));

    [Fact]
    public Task BufferOfPart() => Verify.VerifyAnalyzerAsync(Members("""
        byte[] M(byte[] a)
        {
            using var ms = new MemoryStream(a, 0, 4);
            return {|BUF6004:ms.GetBuffer()|};
        }
        """));

    [Fact]
    public Task BufferDirectly() => Verify.VerifyAnalyzerAsync(Members("""
        byte[] M(byte[] a) => {|BUF6004:new MemoryStream(a, true).GetBuffer()|};
        """));

    [Fact]
    public Task GrowthByLength() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var ms = new MemoryStream(new byte[8]);
            {|BUF6004:ms.SetLength(9)|};
        }
        """));

    [Fact]
    public Task GrowthByCapacity() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var ms = new MemoryStream(new byte[8]);
            {|BUF6004:ms.Capacity = 16|};
        }
        """));

    [Fact]
    public Task GrowthByWrite() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var ms = new MemoryStream(new byte[8]);
            {|BUF6004:ms.Write(new byte[9], 0, 9)|};
        }
        """));

    [Fact]
    public Task GrowthBySpan() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            Stream ms = new MemoryStream(new byte[8]);
            ReadOnlySpan<byte> s = stackalloc byte[10];
            {|BUF6004:ms.Write(s)|};
        }
        """));

    [Fact]
    public Task GrowthOfSource() => Verify.VerifyAnalyzerAsync(Members("""
        void M(byte[] a)
        {
            var ms = new MemoryStream(a);
            {|BUF6004:ms.SetLength(a.Length + 1)|};
        }
        """));

    [Fact]
    public Task PinStrings() => Verify.VerifyAnalyzerAsync(Members("""
        void M(string[] a)
        {
            var h = {|BUF6004:GCHandle.Alloc(a, GCHandleType.Pinned)|};
            h.Free();
        }
        """));

    [Fact]
    public Task PinOwn() => Verify.VerifyAnalyzerAsync(Members("""
        string _s = "";
        void M()
        {
            var h = {|BUF6004:GCHandle.Alloc(this, GCHandleType.Pinned)|};
            h.Free();
        }
        """));

    [Fact]
    public Task PinMemory() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Memory<string> m)
        {
            using var h = {|BUF6004:m.Pin()|};
        }
        """));

    [Fact]
    public Task IgnoredBuffer() => Verify.VerifyAnalyzerAsync(Members("""
        int M(MemoryStream ms)
        {
            {|BUF6004:ms.TryGetBuffer(out var s)|};
            return s.Count;
        }
        """));

    [Fact]
    public Task IgnoredArray() => Verify.VerifyAnalyzerAsync(Members("""
        byte M(ReadOnlyMemory<byte> m)
        {
            {|BUF6004:MemoryMarshal.TryGetArray(m, out var s)|};
            return s.Array[0];
        }
        """));

    [Fact]
    public Task IgnoredArrayDiscard() => Verify.VerifyAnalyzerAsync(Members("""
        byte M(ReadOnlyMemory<byte> m)
        {
            _ = {|BUF6004:MemoryMarshal.TryGetArray(m, out var s)|};
            return s.Array[0];
        }
        """));
}
