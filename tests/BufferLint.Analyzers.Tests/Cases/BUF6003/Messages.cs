// BUF6003: the exact text of every wording.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF6003.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF6003;

public class Messages
{
    [Fact]
    public Task Rented() => Verify.VerifyAnalyzerAsync(
        Members("""
        void M(Stream source, Stream target, int n)
        {
            var page = {|#1:ArrayPool<byte>.Shared.Rent(n)|};
            int read = {|#2:source.Read(page)|};
            target.Write({|#0:page|});
            ArrayPool<byte>.Shared.Return(page);
        }
        """),
        Verify.Diagnostic("BUF6003").WithLocation(0).WithLocation(1).WithLocation(2).WithMessage("'page' is read to its end, which lies behind its data: (1) rented at line 19, maybe longer than asked for, (2) filled at line 20 as far as 'read', (3) read by 'target.Write(page)' at line 21"));

    [Fact]
    public Task FilledInPart() => Verify.VerifyAnalyzerAsync(
        Members("""
        void M(Stream source, Stream target, int n)
        {
            var page = {|#1:ArrayPool<byte>.Shared.Rent(n)|};
            _ = {|#2:source.Read(page)|};
            foreach (var item in {|#0:page|})
            {
                target.WriteByte(item);
            }

            ArrayPool<byte>.Shared.Return(page);
        }
        """),
        Verify.Diagnostic("BUF6003").WithLocation(0).WithLocation(1).WithLocation(2).WithMessage("'page' is read to its end, which lies behind its data: (1) rented at line 19, maybe longer than asked for, (2) filled in part at line 20, (3) read at line 21"));

    [Fact]
    public Task Stream() => Verify.VerifyAnalyzerAsync(
        Members("""
        void M(MemoryStream stream, Stream target)
        {
            var page = {|#1:stream.GetBuffer()|};
            target.Write({|#0:page|});
        }
        """),
        Verify.Diagnostic("BUF6003").WithLocation(0).WithLocation(1).WithMessage("'page' is read to its end, which lies behind its data: (1) shown by its stream at line 19, (2) data as far as '(int)stream.Length', (3) read by 'target.Write(page)' at line 20"));

    [Fact]
    public Task StreamInAField() => Verify.VerifyAnalyzerAsync(
        Members("""
        private readonly MemoryStream _stream = new();

        void M(Stream target) => target.Write({|#0:{|#1:this._stream.GetBuffer()|}|});
        """),
        Verify.Diagnostic("BUF6003").WithLocation(0).WithLocation(1).WithMessage("'this._stream.GetBuffer()' is read to its end, which lies behind its data: (1) shown by its stream at line 19, (2) data as far as the stream's 'Length', (3) read by 'target.Write(this._stream.GetBuffer())' at line 19"));
}
