// Streams and mapped views that are made to be read. What must stay silent.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF3001;

public class SilentObjects
{
    [Fact]
    public Task StreamOk() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(byte[] b)
            {
                var s = new MemoryStream(b, writable: true);
                s.WriteByte(1);
            }
        }
        """));

    [Fact]
    public Task StreamCanwrite() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(byte[] b)
            {
                var s = new MemoryStream(b, writable: false);
                if (s.CanWrite) s.WriteByte(1);
            }
        }
        """));

    [Fact]
    public Task MappedViewRw() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(System.IO.MemoryMappedFiles.MemoryMappedFile f)
            {
                using var v = f.CreateViewAccessor(0, 10, System.IO.MemoryMappedFiles.MemoryMappedFileAccess.ReadWrite);
                v.Write(0, 5);
            }
        }
        """));

    [Fact]
    public Task MappedPointerRead() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static int F(System.IO.MemoryMappedFiles.MemoryMappedFile f)
            {
                using var v = f.CreateViewAccessor(0, 10, System.IO.MemoryMappedFiles.MemoryMappedFileAccess.Read);
                byte* p = null;
                v.SafeMemoryMappedViewHandle.AcquirePointer(ref p);
                int n = p[0];
                v.SafeMemoryMappedViewHandle.ReleasePointer();
                return n;
            }
        }
        """));

    [Fact]
    public Task StreamRead() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static int F(byte[] b)
            {
                var s = new MemoryStream(b, writable: false);
                s.Position = 1;
                return s.Read(b, 0, 1);
            }
        }
        """));
}
