// Streams and mapped views that are made to be read. Reported; each has a twin of nearly the same name in SilentObjects.cs.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF3001;

public class Objects
{
    [Fact]
    public Task Stream() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(byte[] b)
            {
                var s = new MemoryStream(b, writable: false);
                {|BUF3001:s.WriteByte(1)|};
            }
        }
        """));

    [Fact]
    public Task StreamPositional() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(byte[] b)
            {
                using var s = new MemoryStream(b, false);
                {|BUF3001:s.Write(b, 0, 1)|};
            }
        }
        """));

    [Fact]
    public Task MappedView() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(System.IO.MemoryMappedFiles.MemoryMappedFile f)
            {
                using var v = f.CreateViewAccessor(0, 10, System.IO.MemoryMappedFiles.MemoryMappedFileAccess.Read);
                {|BUF3001:v.Write(0, 5)|};
            }
        }
        """));

    [Fact]
    public Task MappedStream() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(System.IO.MemoryMappedFiles.MemoryMappedFile f)
            {
                using var v = f.CreateViewStream(0, 10, System.IO.MemoryMappedFiles.MemoryMappedFileAccess.Read);
                {|BUF3001:v.WriteByte(5)|};
            }
        }
        """));

    [Fact]
    public Task MappedPointer() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(System.IO.MemoryMappedFiles.MemoryMappedFile f)
            {
                using var v = f.CreateViewAccessor(0, 10, System.IO.MemoryMappedFiles.MemoryMappedFileAccess.Read);
                byte* p = null;
                v.SafeMemoryMappedViewHandle.AcquirePointer(ref p);
                {|BUF3001:p[0] = 1|};
                v.SafeMemoryMappedViewHandle.ReleasePointer();
            }
        }
        """));

    [Fact]
    public Task StreamSetlength() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(byte[] b)
            {
                using Stream s = new MemoryStream(b, 0, 3, false);
                {|BUF3001:s.SetLength(2)|};
            }
        }
        """));

    [Fact]
    public Task StreamAsync() => Verify.VerifyAnalyzerAsync(Types("""
        class X { public static async Task F(byte[] b)
        {
                var s = new MemoryStream(b, writable: false);
                await {|BUF3001:s.WriteAsync(b)|};
            } }
        class C {}
        """));
}
