// CPython's tests of bytearray and memoryview (BufferError: Existing exports of data), in C#.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.AnnotatedSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class PortedFromPython
{
    // test_bytes: test_resize_forbidden: every resizing method is refused while m = memoryview(b).
    [Theory]
    [InlineData("b.Append(1)")]
    [InlineData("b.Resize(3)")]
    [InlineData("b.Clear()")]
    public Task ResizeForbidden(string call) => Verify.VerifyAnalyzerAsync(WithByteArray($$"""
        void M()
        {
            var b = new ByteArray();
            var m = b.View();
            {|BUF1001:{{call}}|};
            m.Release();
        }

        void AfterRelease()
        {
            var b = new ByteArray();
            var m = b.View();
            m.Release();
            {{call}};
        }
        """));

    // self.assertRaises(BufferError, resize, 11)
    [Fact]
    public Task AssertRaises() => Verify.VerifyAnalyzerAsync(WithByteArray("""
        static void AssertRaises<T>(Action call) where T : Exception
        {
            try { call(); } catch (T) { return; }
            throw new InvalidOperationException();
        }

        void M()
        {
            var b = new ByteArray();
            using var m = b.View();
            AssertRaises<BufferError>(() => b.Resize(11));
            b[0] = 1;
        }
        """));

    // try: b.append(1) except BufferError: pass
    [Fact]
    public Task ExceptBufferError() => Verify.VerifyAnalyzerAsync(WithByteArray("""
        void M(ByteArray b)
        {
            using var m = b.View();
            try
            {
                b.Append(1);
            }
            catch (BufferError)
            {
            }
        }

        void ExceptValueError(ByteArray b)
        {
            using var m = b.View();
            try
            {
                {|BUF1001:b.Append(1)|};
            }
            catch (ArgumentException)
            {
            }
        }
        """));

    // with memoryview(b) as m: … ; b.append(1)
    [Fact]
    public Task WithStatement() => Verify.VerifyAnalyzerAsync(WithByteArray("""
        void M(ByteArray b)
        {
            using (var m = b.View())
                m[0] = 1;
            b.Append(1);
        }

        void Inside(ByteArray b)
        {
            using (var m = b.View())
                {|BUF1001:b.Append(1)|};
        }
        """));

    // m = memoryview(b); mm = m[1:2]; m.release(); b.append → still one export.
    [Fact]
    public Task SliceIsAnExportOfItsOwn() => Verify.VerifyAnalyzerAsync(WithByteArray("""
        void M(ByteArray b)
        {
            var m = b.View();
            var mm = m.Slice(1, 1);
            m.Release();
            {|BUF1001:b.Append(1)|};
            mm.Release();
            b.Append(2);
        }
        """));

    // for x in b: with memoryview(b) as m: … ; b.extend(...)
    [Fact]
    public Task ViewInALoop() => Verify.VerifyAnalyzerAsync(WithByteArray("""
        void M(ByteArray b)
        {
            for (var i = 0; i < 3; i++)
            {
                var m = b.View();
                try
                {
                    m[0]++;
                }
                finally
                {
                    m.Release();
                }

                b.Append(1);
            }
        }

        void NeverReleased(ByteArray b)
        {
            for (var i = 0; i < 3; i++)
            {
                var m = b.View();
                m[0]++;
                {|BUF1001:b.Append(1)|};
            }
        }
        """));

    // m.release() twice is allowed.
    [Fact]
    public Task ReleasedTwice() => Verify.VerifyAnalyzerAsync(WithByteArray("""
        void M(ByteArray b)
        {
            using var m = b.View();
            m.Release();
            m.Release();
            b.Append(1);
        }
        """));

    // memoryview(bytes(b)): a view of a copy.
    [Fact]
    public Task ViewOfACopy() => Verify.VerifyAnalyzerAsync(WithByteArray("""
        static ByteArray Copy(ByteArray b) => new();

        void M(ByteArray b)
        {
            using var m = Copy(b).View();
            b.Append(1);
        }

        void CopyTakenOut(ByteArray b)
        {
            byte[] copy;
            using (var m = b.View())
                copy = m.ToArray();
            b.Append(copy[0]);
        }
        """));

    // del m: here nothing ends the export but a release.
    [Fact]
    public Task VariableSetToNull() => Verify.VerifyAnalyzerAsync(WithByteArray("""
        void M(ByteArray b)
        {
            var m = b.View();
            m = null;
            {|BUF1001:b.Append(1)|};
        }
        """));
}
